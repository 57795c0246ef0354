import './meeting.scss'
import { useState } from 'react'
import { contactNote } from '../../../domain/case-notes/case-note.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { CONTACT_MODE_WORDS, CONTACT_MODES, type ContactMode } from '../../../domain/meetings/contact.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useDraft } from '../../api/use-draft.ts'
import { Radios } from '../../components/form/choices.tsx'
import { Fieldset } from '../../components/form/field.tsx'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { readOneLineDate, typedOnOneLine } from '../../components/form/one-line-date.ts'
import { copyText } from '../../components/text/copy-text.ts'
import { DecisionForm, type DecisionFormProps } from '../case/decision-form.tsx'
import { OUTCOME_LIMIT } from '../../../domain/meetings/held.ts'
import { NAME_LIMIT, refuseLong } from './book-typed.ts'
import { DraftNote } from './draft-note.tsx'
import { readSteps, type TypedStep } from './record-form.ts'
import { StepsField } from './steps-field.tsx'

type Known = OutputOf<'meetings.log'>['contacts'][number]

interface ContactTyped {
  on: string
  mode: ContactMode
  with: string
  minutes: string
  about: string
  steps: TypedStep[]
  /** The record the form was begun on. */
  seen: string | null
}

const idOf = (field: string) => `contact-${field.replaceAll('.', '-')}`
const isContact = (body: unknown): body is ContactTyped =>
  typeof body === 'object' &&
  body !== null &&
  ['on', 'with', 'minutes', 'about'].every(
    (key) => typeof (body as Record<string, unknown>)[key] === 'string',
  ) &&
  (CONTACT_MODES as readonly unknown[]).includes((body as ContactTyped).mode) &&
  'seen' in body &&
  Array.isArray((body as ContactTyped).steps)

/** A contact with the COM or somebody else in the community: logged as simply as it happened. Keeps itself as a draft. */
export function ContactForm({
  file,
  contact,
  onDone,
  onCancel,
}: DecisionFormProps & { contact: Known | null }) {
  const com = file.com === null ? '' : `${file.com} (COM)`
  const draft = useDraft(
    `contact ${file.personId} ${contact?.subject ?? 'new'}`,
    (): ContactTyped => ({
      on: typedOnOneLine(contact?.on ?? file.today),
      mode: contact?.mode ?? 'phone',
      with: contact?.with ?? com,
      minutes: contact?.minutes == null ? '' : String(contact.minutes),
      about: contact?.about ?? '',
      steps: contact?.nextSteps.map(({ what, owner, by }) => ({ what, owner, by: typedOnOneLine(by) })) ?? [],
      seen: contact?.recordId ?? null,
    }),
    isContact,
  )
  const form = draft.value
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('contacts.save')
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const change = (part: Partial<ContactTyped>) => draft.change({ ...form, ...part })
  const people = [
    ...(file.pom === null ? [] : [`${file.pom} (POM)`]),
    ...(com === '' ? [] : [com]),
    file.name,
  ]

  function read() {
    const reader = new FormReader()
    const on = readOneLineDate(form.on, 'the day of the contact', file.today)
    if ('error' in on) reader.refuse('on', on.error)
    reader.text('with', form.with, 'whom it was with', NAME_LIMIT)
    const minutes = form.minutes.trim()
    if (minutes !== '' && !(/^[1-9]\d{0,2}$/.test(minutes) && Number(minutes) <= 600))
      reader.refuse('minutes', 'Minutes must be a whole number from 1 to 600, like 15')
    if (form.about.trim() === '') reader.refuse('about', 'Enter what it was about')
    refuseLong(reader, 'about', form.about, 'What it was about', OUTCOME_LIMIT)
    const nextSteps = readSteps(reader, form.steps, file.today)
    setMistakes(reader.mistakes)
    if (!reader.isSound || 'error' in on) return null
    const { mode, with: whom, about } = form
    return {
      on: on.date,
      mode,
      with: whom,
      minutes: minutes === '' ? null : Number(minutes),
      about,
      nextSteps,
    }
  }

  async function save(copying: boolean) {
    command.clear()
    const body = read()
    if (body === null) return
    const done = await command.run({
      personId: file.personId,
      subject: contact?.subject ?? null,
      ...body,
      entered: { dps: false, ndelius: false },
      seen: command.error?.code === 'conflict' ? (contact?.recordId ?? null) : form.seen,
    })
    if (done === undefined) return
    const copied = copying && (await copyText(contactNote(body, 'dps').parts.join('\n\n')))
    await draft.forget()
    onDone(
      `The contact was ${contact === null ? 'recorded' : 'changed'}.${copied ? ' Its case note is copied.' : ''}`,
    )
  }
  usePageActions([
    { id: 'save-copy', label: 'Save and copy case note', shortcut: 'Ctrl+Enter', run: () => void save(true) },
    { id: 'save', label: 'Save', shortcut: 'Ctrl+S', run: () => void save(false) },
  ])

  return (
    <DecisionForm
      title={contact === null ? 'Log a contact' : 'Change the contact'}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save"
      onSave={() => void save(false)}
      onCancel={() => void draft.forget().then(onCancel)}
    >
      <DraftNote draft={draft} seen={form.seen} standing={contact?.recordId ?? null} />
      <TextInput
        id={idOf('on')}
        label="Which day?"
        hint="Today or earlier, like 23 11 2026, today or yesterday"
        className="govuk-input--width-10"
        value={form.on}
        onChange={(event) => change({ on: event.target.value })}
        error={at('on')}
        autoComplete="off"
      />
      <Radios
        id={idOf('mode')}
        label="How?"
        choices={CONTACT_MODES.map((value) => ({ value, label: CONTACT_MODE_WORDS[value] }))}
        value={form.mode}
        onChoose={(mode) => change({ mode: mode as ContactMode })}
        inline
        small
      />
      <TextInput
        id={idOf('with')}
        label="With whom?"
        hint="Their name and what they are. With the COM it ticks the contact on the checklist."
        value={form.with}
        onChange={(event) => change({ with: event.target.value })}
        error={at('with')}
        autoComplete="off"
      />
      <TextInput
        id={idOf('minutes')}
        label="Minutes (optional)"
        className="govuk-input--width-4"
        inputMode="numeric"
        value={form.minutes}
        onChange={(event) => change({ minutes: event.target.value })}
        error={at('minutes')}
        autoComplete="off"
      />
      <TextArea
        id={idOf('about')}
        label="What was it about?"
        hint="Never victim details."
        rows={3}
        value={form.about}
        onChange={(event) => change({ about: event.target.value })}
        error={at('about')}
      />
      <Fieldset id={idOf('steps')} label="Next steps (optional)">
        <StepsField
          id={idOf('steps')}
          steps={form.steps}
          people={people}
          errorAt={(field) => at(`steps.${field}`)}
          onChange={(steps) => change({ steps })}
        />
        {Object.entries(mistakes)
          .filter(([field]) => field.startsWith('steps.'))
          .map(([field, { message }]) => (
            <p className="govuk-error-message" key={field}>
              {message}
            </p>
          ))}
      </Fieldset>
    </DecisionForm>
  )
}

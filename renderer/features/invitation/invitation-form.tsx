import '../meeting/meeting.scss'
import './invitation.scss'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { NO_MISTAKES, summaryOf } from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { copyText } from '../../components/text/copy-text.ts'
import { showMoment } from '../../components/text/show-date.ts'
import type { CaseFile } from '../case/case-file.ts'
import { useFocusedHeading } from '../case/record-task.tsx'
import { InvitationPreview } from './invitation-preview.tsx'
import { KIND_TITLES, NAME_CHOICES } from './invitation-words.ts'

type Shown = OutputOf<'invitations.show'>
type Task = InputOf<'invitations.show'>['task']
type Format = InputOf<'invitations.save'>['format']

const idOf = (field: string) => `invite-${field}`

/** What goes out about one meeting: to whom, with or without names, in which words, as a file, an e-mail or plain text. */
export function InvitationForm({
  file,
  task,
  onDone,
  onCancel,
}: {
  file: CaseFile
  task: Task
  /** Closes the form, with what was done in a sentence. */
  onDone: (words: string) => void
  onCancel: () => void
}) {
  const [names, setNames] = useState('no')
  const [cancel, setCancel] = useState('no')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [own, setOwn] = useState('')
  const [copied, setCopied] = useState('')
  const heading = useFocusedHeading()
  const { data, error } = useQuery('invitations.show', {
    personId: file.personId,
    task,
    names: names === 'yes',
    cancel: cancel === 'yes',
  })
  const command = useCommand('invitations.save')

  async function save(format: Format) {
    if (data === undefined || data.kind === 'nothing') return
    const done = await command.run({
      personId: file.personId,
      task,
      format,
      names: names === 'yes',
      cancel: cancel === 'yes',
      addresses: data.attendees.flatMap(({ who, email, inCustody }) =>
        inCustody ? [] : [{ who, email: typed[who] ?? email ?? '' }],
      ),
      ownAddress: own,
      seen: data.seen,
    })
    if (done?.saved === true) onDone(savedWords(data.title, done))
  }

  async function copy() {
    if (data === undefined || data.kind === 'nothing') return
    const done = await copyText(`${data.subject}\n\n${data.text}`)
    setCopied(done ? 'The text is copied.' : 'It could not be copied: mark the text and press Ctrl+C.')
  }

  usePageActions([
    { id: 'invite-ics', label: 'Save as calendar file', run: () => void save('ics') },
    { id: 'invite-eml', label: 'Save as e-mail', run: () => void save('eml') },
    { id: 'invite-copy', label: 'Copy the text', shortcut: 'Alt+C', run: () => void copy() },
  ])

  const isSomething = data !== undefined && data.kind !== 'nothing'
  return (
    <form
      className="desk-case desk-form desk-invite"
      onSubmit={(event) => {
        event.preventDefault()
        void save('eml')
      }}
      noValidate
    >
      <ErrorSummary errors={summaryOf(NO_MISTAKES, idOf, command.error ?? error)} />
      <h2 className="desk-form__title" ref={heading} tabIndex={-1}>
        {data === undefined ? 'Invitation' : `${data.title}: ${KIND_TITLES[data.kind]}`}
      </h2>
      <p>
        {file.name}, {file.prisonNumber}.
      </p>
      {data?.kind === 'nothing' && <p>{data.whyNot}</p>}
      {isSomething && (
        <>
          <SentBefore data={data} />
          {data.warnings.length > 0 && (
            <ul className="desk-box desk-invite__warnings" aria-label="Before you send it">
              {data.warnings.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
          {(data.mayCancel || cancel === 'yes') && (
            <Radios
              id={idOf('cancel')}
              label="What is to be sent?"
              small
              inline
              value={cancel}
              onChoose={setCancel}
              choices={[
                { value: 'no', label: 'It is held: the invitation or update' },
                { value: 'yes', label: 'It is off: the cancellation' },
              ]}
            />
          )}
          <Addresses
            data={data}
            typed={typed}
            own={own}
            errors={command.error?.fields ?? {}}
            onType={(who, email) => setTyped({ ...typed, [who]: email })}
            onOwn={setOwn}
          />
          <Radios
            id={idOf('names')}
            label="Names"
            small
            value={names}
            onChoose={setNames}
            choices={NAME_CHOICES}
          />
          <InvitationPreview
            subject={data.subject}
            text={data.text}
            onCopy={() => void copy()}
            said={copied}
          />
        </>
      )}
      <div className="desk-actions">
        {isSomething && (
          <>
            <Button type="submit">{command.running ? 'Saving…' : 'Save as e-mail'}</Button>
            <Button kind="secondary" onPress={() => void save('ics')}>
              Save as calendar file
            </Button>
          </>
        )}
        <button type="button" className="desk-link-button" onClick={onCancel}>
          {isSomething ? 'Cancel' : 'Back to the meetings'}
        </button>
      </div>
      {isSomething && (
        <p className="desk-second">
          The e-mail opens as a draft in your mail program: look it over, then send it. Nothing is sent from
          here. Saving it counts as sent, so that a later change is an update.
        </p>
      )}
    </form>
  )
}

function SentBefore({ data: { sent } }: { data: Shown }) {
  if (sent === null) return null
  return (
    <p className="desk-second">
      {KIND_TITLES[sent.kind].charAt(0).toUpperCase()}
      {KIND_TITLES[sent.kind].slice(1)} saved {showMoment(sent.at)} by {sent.by}.{' '}
      {sent.same ? 'Nothing changed since: this is the same again.' : 'This takes its place.'}
    </p>
  )
}

const FROM_WORDS = { typed: 'As last typed', staff: 'From the staff record', case: 'From the case' } as const

function Addresses(props: {
  data: Shown
  typed: Readonly<Record<string, string>>
  own: string
  errors: Readonly<Record<string, string>>
  onType: (who: string, email: string) => void
  onOwn: (email: string) => void
}) {
  const { data, typed, own, errors, onType, onOwn } = props
  const { attendees, organizer, you } = data
  const asked = attendees.filter(({ inCustody }) => !inCustody)
  const custody = attendees.filter(({ inCustody }) => inCustody)
  const isOff = data.kind === 'cancellation'
  return (
    <fieldset className="govuk-fieldset desk-invite__to">
      <legend className="govuk-fieldset__legend">Who gets it</legend>
      <p className="govuk-hint">
        {isOff
          ? 'Those the invitation went to.'
          : 'Leave an address empty to leave somebody out. What you type is kept for the next time.'}
        {custody.length > 0 && ` Nothing is sent to ${custody.map(({ who }) => who).join(', ')}.`}
      </p>
      {asked.map(({ who, email, from }, index) => (
        <TextInput
          key={who}
          id={idOf(`to-${index}`)}
          label={who}
          hint={hintOf(email, isOff ? null : from, organizer?.email ?? null)}
          type="email"
          value={typed[who] ?? email ?? ''}
          maxLength={254}
          onChange={(event) => onType(who, event.target.value)}
          error={errors[`to-${index}`]}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      {asked.length === 0 && <p>Nobody: it is a file to put into a diary.</p>}
      {organizer !== null && (
        <p>
          From {organizer.name}, {organizer.email}.
        </p>
      )}
      {(organizer === null || organizer.from === 'pom') && (
        <TextInput
          id={idOf('own')}
          label={`Your own address, ${you} (optional)`}
          hint="With it the invitation goes out in your name."
          type="email"
          value={own}
          maxLength={254}
          onChange={(event) => onOwn(event.target.value)}
          error={errors['own']}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </fieldset>
  )
}

function hintOf(email: string | null, from: keyof typeof FROM_WORDS | null, organizer: string | null) {
  if (email !== null && email === organizer) return 'Sends it, and is not asked'
  if (email === null) return 'No address is known'
  return from === null ? undefined : FROM_WORDS[from]
}

function savedWords(title: string, { kind, method, to, file }: OutputOf<'invitations.save'>): string {
  const what = method === 'PUBLISH' ? 'file for a diary' : KIND_TITLES[kind]
  const whom = method === 'PUBLISH' ? '' : `, to ${to} ${to === 1 ? 'person' : 'people'}`
  return `${title}: ${what} saved${file === null ? '' : ` as ${file}`}${whom}. Open it to send it.`
}

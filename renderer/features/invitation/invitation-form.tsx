import '../meeting/meeting.scss'
import './invitation.scss'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Radios } from '../../components/form/choices.tsx'
import { NO_MISTAKES, summaryOf } from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Columns } from '../../components/layout/section.tsx'
import { copyText } from '../../components/text/copy-text.ts'
import { showMoment } from '../../components/text/show-date.ts'
import type { CaseFile } from '../case/case-file.ts'
import { useFocusedHeading } from '../case/record-task.tsx'
import { InvitationPreview } from './invitation-preview.tsx'
import { InvitationAddresses, inviteField } from './invitation-addresses.tsx'
import { KIND_TITLES, NAME_CHOICES } from './invitation-words.ts'

type Shown = OutputOf<'invitations.show'>
type Task = InputOf<'invitations.show'>['task']
type Format = InputOf<'invitations.save'>['format']

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
      className="desk-case desk-meeting"
      onSubmit={(event) => {
        event.preventDefault()
        void save('eml')
      }}
      noValidate
    >
      <ErrorSummary errors={summaryOf(NO_MISTAKES, inviteField, command.error ?? error)} />
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {data === undefined ? 'Invitation' : `${data.title}: ${KIND_TITLES[data.kind]}`}
      </h2>
      <p>
        {file.name}, {file.prisonNumber}.
      </p>
      {data?.kind === 'nothing' && <p>{data.whyNot}</p>}
      {isSomething && (
        <Columns
          main={
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
                  id={inviteField('cancel')}
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
              <InvitationAddresses
                data={data}
                typed={typed}
                own={own}
                errors={command.error?.fields ?? {}}
                onType={(who, email) => setTyped({ ...typed, [who]: email })}
                onOwn={setOwn}
              />
              <Radios
                id={inviteField('names')}
                label="Names"
                small
                value={names}
                onChoose={setNames}
                choices={NAME_CHOICES}
              />
            </>
          }
          aside={
            <InvitationPreview
              subject={data.subject}
              text={data.text}
              onCopy={() => void copy()}
              said={copied}
            />
          }
        />
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

function savedWords(title: string, { kind, method, to, file }: OutputOf<'invitations.save'>): string {
  const what = method === 'PUBLISH' ? 'file for a diary' : KIND_TITLES[kind]
  const whom = method === 'PUBLISH' ? '' : `, to ${to} ${to === 1 ? 'person' : 'people'}`
  return `${title}: ${what} saved${file === null ? '' : ` as ${file}`}${whom}. Open it to send it.`
}

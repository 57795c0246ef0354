import './meeting.scss'
import { useState } from 'react'
import { NOTE_SYSTEM_WORDS, NOTE_SYSTEMS, type NoteSystem } from '../../../domain/case-notes/case-note.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { copyText } from '../../components/text/copy-text.ts'
import { showDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'

export type Note = OutputOf<'meetings.log'>['notes'][number]

/** The case notes of one person: to read, to copy, and to tick once entered. */
export function CaseNotes({
  file,
  notes,
  mayWrite,
}: {
  file: { personId: string; name: string }
  notes: readonly Note[]
  mayWrite: boolean
}) {
  if (notes.length === 0) return null
  const open = notes.filter(({ entered }) => NOTE_SYSTEMS.some((system) => entered[system] === null)).length
  return (
    <Section title="Case notes" note={open === 0 ? 'all entered' : `${open} to enter`}>
      <ul className="desk-latest">
        {notes.map((note) => (
          <li key={note.subject}>
            <strong>{note.title}</strong>, {showDate(note.on)}{' '}
            {note.changed && <Tag text="Changed since it was entered" tone="changed" />}
            <NoteToEnter personId={file.personId} name={file.name} note={note} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One note: copied for a system, and ticked as entered there today. */
export function NoteToEnter({
  personId,
  name,
  note,
  mayWrite,
}: {
  personId: string
  name: string
  note: Note
  mayWrite: boolean
}) {
  const { today } = useSession()
  const command = useCommand('notes.entered')
  const announce = useUi((ui) => ui.announce)
  const [said, setSaid] = useState('')
  const copy = async (system: NoteSystem) => {
    const copied = await copyText(note.parts[system]?.join('\n\n') ?? '')
    const words = copied
      ? `Copied for ${NOTE_SYSTEM_WORDS[system]}.`
      : 'It could not be copied: open the text, mark it and copy it.'
    setSaid(words)
    announce(words)
  }
  const enter = async (system: NoteSystem) => {
    const { subject, of, entered } = note
    const next = { dps: entered.dps ?? null, ndelius: entered.ndelius ?? null }
    next[system] = next[system] === null ? today : null
    const done = await command.run({ personId, subject, of, ...next })
    if (done !== undefined)
      announce(
        next[system] === null
          ? `Not entered in ${NOTE_SYSTEM_WORDS[system]} after all`
          : `Entered in ${NOTE_SYSTEM_WORDS[system]} today`,
      )
  }
  const about = (
    <span className="govuk-visually-hidden">
      : {note.title} of {name}
    </span>
  )
  return (
    <div className="desk-note__line">
      {NOTE_SYSTEMS.map((system) => (
        <span className="desk-note__system" key={system}>
          {mayWrite && (
            <>
              <button type="button" className="desk-link-button" onClick={() => void copy(system)}>
                Copy for {NOTE_SYSTEM_WORDS[system]}
                {about}
              </button>{' '}
              <label className="desk-choice">
                <input
                  type="checkbox"
                  checked={note.entered[system] != null}
                  onChange={() => void enter(system)}
                />
                <span className="desk-choice__box" aria-hidden="true" />
                {note.entered[system] == null
                  ? `Entered in ${NOTE_SYSTEM_WORDS[system]}`
                  : `Entered ${showDate(note.entered[system])}`}
                {note.entered[system] != null && (
                  <span className="govuk-visually-hidden"> in {NOTE_SYSTEM_WORDS[system]}</span>
                )}
                {about}
              </label>
            </>
          )}
        </span>
      ))}
      {said !== '' && <span className="desk-second">{said}</span>}
      {command.error !== null && (
        <span className="govuk-error-message" role="alert">
          {command.error.message}
        </span>
      )}
      <LeftOut left={note.left} />
      <details className="govuk-details desk-records">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Read the note{about}</span>
        </summary>
        <pre className="desk-note__text">{note.parts.dps?.join('\n\n')}</pre>
        <span className="desk-second">
          {note.code === null
            ? 'No national contact code is known for it.'
            : `NDelius contact code ${note.code}.`}
        </span>
      </details>
    </div>
  )
}

/** What was put in other words or left out, to be read before the note is copied. */
export function LeftOut({ left }: { left: readonly string[] }) {
  if (left.length === 0) return null
  const words = left.join('; ')
  return (
    <p className="desk-note__left">
      <strong>Not as typed:</strong> {words}.
    </p>
  )
}

import {
  NOTE_LIMITS,
  NOTE_SYSTEM_WORDS,
  NOTE_SYSTEMS,
  type CaseNote,
  type NoteSystem,
} from '../../../domain/case-notes/case-note.ts'
import { Segments } from '../../components/form/segments.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { LeftOut } from './case-notes.tsx'

interface CaseNoteBoxProps {
  note: (system: NoteSystem) => CaseNote | null
  system: NoteSystem
  onSystem: (system: NoteSystem) => void
  entered: { dps: boolean; ndelius: boolean }
  onEntered: (entered: { dps: boolean; ndelius: boolean }) => void
  onCopy: () => void
}

const CHOICES = NOTE_SYSTEMS.map((system) => [system, NOTE_SYSTEM_WORDS[system]] as const)

/** The case note as it writes itself while the form is filled: to read, to copy, and to tick once it is entered. */
export function CaseNoteBox({ note, system, onSystem, entered, onEntered, onCopy }: CaseNoteBoxProps) {
  const written = note(system)
  const text = written?.parts.join('\n\n') ?? ''
  const parts = written?.parts.length ?? 0
  return (
    <section className="desk-box desk-note" aria-label="Case note">
      <div className="desk-note__head">
        <h2 className="desk-section__title">Case note</h2>
        <Segments label="Written for" value={system} choices={CHOICES} onChoose={onSystem} />
      </div>
      <pre className="desk-note__text" aria-label={`Case note for ${NOTE_SYSTEM_WORDS[system]}`}>
        {text === '' ? 'It writes itself once the day is known.' : text}
      </pre>
      <LeftOut left={written?.left ?? []} />
      <div className="desk-note__foot">
        <span className="desk-second desk-second--inline">
          {text.length.toLocaleString('en-GB')} of {NOTE_LIMITS[system].toLocaleString('en-GB')} characters
          {parts > 1 && `, in ${parts} notes`}
        </span>
        <Button kind="secondary" keys="Alt+C" onPress={onCopy}>
          Copy as case note
        </Button>
      </div>
      <div className="desk-options">
        {NOTE_SYSTEMS.map((each) => (
          <label className="desk-choice" key={each}>
            <input
              type="checkbox"
              checked={entered[each]}
              onChange={() => onEntered({ ...entered, [each]: !entered[each] })}
            />
            <span className="desk-choice__box" aria-hidden="true" />
            Entered in {NOTE_SYSTEM_WORDS[each]}
          </label>
        ))}
      </div>
    </section>
  )
}

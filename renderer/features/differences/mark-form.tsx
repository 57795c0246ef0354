import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { DIFFERENCE_MARK_WORDS, DIFFERENCE_MARKS } from '../../../domain/planning/national-difference.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { useUi } from '../../state/ui-store.ts'

export type Difference = OutputOf<'differences.list'>['rows'][number]['difference']
type Mark = InputOf<'differences.mark'>['mark']

const NOTE_LIMIT = 500
const CHOICES = DIFFERENCE_MARKS.map((mark) => ({ value: mark, label: DIFFERENCE_MARK_WORDS[mark] }))

/** What somebody found a difference to be. What was typed stays after a mistake or a refusal. */
export function MarkForm(props: {
  personId: string
  difference: Difference
  onDone: () => void
  onCancel: () => void
}) {
  const { personId, difference, onDone, onCancel } = props
  const { subject, nationalValue, oursValue, marked } = difference
  const [mark, setMark] = useState<string | null>(marked?.stands === true ? marked.mark : null)
  const [note, setNote] = useState(marked?.stands === true ? marked.note : '')
  const [mistake, setMistake] = useState<FieldError | null>(null)
  const command = useCommand('differences.mark')
  const announce = useUi((ui) => ui.announce)
  const radios = `mark-${personId}-${subject}`
  const noteId = `note-${personId}-${subject}`

  const form = useRef<HTMLFormElement>(null)
  // The button it was opened with has gone: the focus goes to the choice made, else to the first.
  useEffect(() => {
    const choices = form.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []
    const chosen = [...choices].find(({ checked }) => checked) ?? choices[0]
    chosen?.focus()
  }, [])

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const wrong = mistakeIn(mark, note, radios, noteId)
    setMistake(wrong)
    if (wrong !== null) return
    const done = await command.run({
      personId,
      subject,
      mark: mark as Mark,
      note: note.trim(),
      nationalValue,
      oursValue,
    })
    if (done === undefined) return
    announce('Saved.')
    onDone()
  }

  const failure = command.error
  const errors = [...(mistake ? [mistake] : []), ...(failure ? [{ message: failure.message }] : [])]
  return (
    <form className="desk-mark" ref={form} onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary errors={errors} />
      <Radios
        id={radios}
        label="What is the difference?"
        small
        choices={CHOICES}
        value={mark}
        onChoose={setMark}
        error={mistake?.field === radios ? mistake.message : undefined}
      />
      <TextInput
        id={noteId}
        label="Note (optional)"
        hint="Who was told, and when."
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={mistake?.field === noteId ? mistake.message : undefined}
      />
      <div className="desk-actions">
        <Button type="submit">{command.running ? 'Saving…' : 'Save'}</Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

function mistakeIn(mark: string | null, note: string, radios: string, noteId: string): FieldError | null {
  if (mark === null) return { message: 'Choose what the difference is', field: radios }
  if (note.trim().length > NOTE_LIMIT)
    return { message: `The note must be ${NOTE_LIMIT} characters or fewer`, field: noteId }
  return null
}

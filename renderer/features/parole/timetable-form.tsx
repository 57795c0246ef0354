import { useEffect, useState, type FormEvent } from 'react'
import { MILESTONES, MILESTONE_WORDS, type Milestone } from '../../../domain/parole/parole-review.ts'
import { useCommand } from '../../api/use-command.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { goTo } from '../../components/layout/go-to.ts'
import { Section } from '../../components/layout/section.tsx'
import { useUi } from '../../state/ui-store.ts'

const idOf = (field: string) => `timetable-${field}`
const SECTION = 'parole-timetable'
/** The hearing has a date of its own; the others may be counted from it. */
const COUNTED = MILESTONES.filter((milestone) => milestone !== 'hearing')

/** How many days before (or, with a minus, after) the hearing each step is due here. */
export function TimetableForm({ onClose }: { onClose: () => void }) {
  const [days, setDays] = useState<Partial<Record<Milestone, string>>>({})
  const [toldBy, setToldBy] = useState('')
  const [body, setBody] = useState('')
  const [document, setDocument] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('parole.setOffsets')
  const announce = useUi((ui) => ui.announce)
  useEffect(() => goTo(SECTION), [])
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const offsets: { milestone: Milestone; days: number }[] = []
    for (const milestone of COUNTED) {
      const text = (days[milestone] ?? '').trim()
      if (text === '') continue
      if (!/^-?\d{1,3}$/.test(text))
        read.refuse(milestone, `${MILESTONE_WORDS[milestone]} must be a whole number of days`)
      else offsets.push({ milestone, days: -Number(text) })
    }
    const said = read.text('toldBy', toldBy, 'who told you', 100)
    const of = read.text('body', body, 'the body they spoke for', 100)
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const done = await command.run({
      offsets,
      toldBy: said,
      body: of,
      document: document.trim() === '' ? null : document,
    })
    if (done === undefined) return
    announce('The timetable was saved.')
    onClose()
  }

  return (
    <Section title="Our own timetable" id={SECTION}>
      <form className="desk-form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary errors={summaryOf(mistakes, idOf, command.error)} />
        <p>
          No source gives one. Say how many days before the hearing each step is due here; a minus counts
          after it. A step left blank has no day until somebody types one on the case.
        </p>
        {COUNTED.map((milestone) => (
          <TextInput
            key={milestone}
            id={idOf(milestone)}
            label={`${MILESTONE_WORDS[milestone]}, days before the hearing`}
            className="govuk-input--width-3"
            value={days[milestone] ?? ''}
            onChange={(event) => setDays({ ...days, [milestone]: event.target.value })}
            error={at(milestone)}
          />
        ))}
        <TextInput
          id={idOf('toldBy')}
          label="Who told you?"
          value={toldBy}
          onChange={(event) => setToldBy(event.target.value)}
          error={at('toldBy')}
        />
        <TextInput
          id={idOf('body')}
          label="Which body did they speak for?"
          value={body}
          onChange={(event) => setBody(event.target.value)}
          error={at('body')}
        />
        <TextInput
          id={idOf('document')}
          label="Which document says so? (optional)"
          hint="Left empty it is shown as on local instruction."
          value={document}
          maxLength={200}
          onChange={(event) => setDocument(event.target.value)}
        />
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Save the timetable'}</Button>
          <button type="button" className="desk-link-button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Section>
  )
}

import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { addDays, daysBetween } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { CallError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput, datePartId } from '../../components/form/date-input.tsx'
import { readTypedDate, typedFrom, type TypedDate } from '../../components/form/typed-date.ts'
import { Radios } from '../../components/form/choices.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import type { ScopeChoice } from '../../state/ui-store.ts'

const MOST_DAYS = 400

interface Mistakes {
  from?: { message: string; part: keyof TypedDate }
  to?: { message: string; part: keyof TypedDate }
}

const WHOSE: Record<ScopeChoice, string> = {
  mine: 'your cases',
  covering: 'the cases you cover',
  unit: 'the whole unit',
}

/** A calendar file for another diary: which days, whose, and whether anybody is named in it. */
export function ExportCalendar({
  today,
  scope,
  onClose,
}: {
  today: CivilDate
  scope: ScopeChoice
  onClose: () => void
}) {
  const [from, setFrom] = useState(typedFrom(today))
  const [to, setTo] = useState(typedFrom(addDays(today, 182)))
  const [names, setNames] = useState('no')
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [saved, setSaved] = useState<OutputOf<'calendar.export'> | null>(null)
  const save = useCommand('calendar.export')

  async function submit(event: FormEvent) {
    event.preventDefault()
    setSaved(null)
    save.clear()
    const read = readPeriod(from, to)
    setMistakes(read.mistakes)
    if (read.days === null) return
    const result = await save.run({ ...read.days, scope, names: names === 'yes' })
    if (result) setSaved(result)
  }

  return (
    <section className="desk-export" id="calendar-export" aria-labelledby="calendar-export-title">
      <h2 className="desk-section__title" id="calendar-export-title">
        Export a calendar file
      </h2>
      <ErrorSummary errors={errorsOf(mistakes, save.error)} />
      {saved?.saved && (
        <NotificationBanner>
          <p>
            {saved.events} {saved.events === 1 ? 'event' : 'events'} saved as {saved.file}.
          </p>
        </NotificationBanner>
      )}
      {saved !== null && !saved.saved && <output>Nothing was saved.</output>}
      <p>
        All-day events of {WHOSE[scope]}, for Outlook or another diary: handovers, meetings and releases,
        whatever is hidden here. Saving again later updates the same events.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="desk-export__days">
          <DateInput
            id="export-from"
            label="From"
            value={from}
            onChange={setFrom}
            error={mistakes.from?.message ?? save.error?.fields['from']}
            errorPart={mistakes.from?.part}
          />
          <DateInput
            id="export-to"
            label="To"
            value={to}
            onChange={setTo}
            error={mistakes.to?.message ?? save.error?.fields['to']}
            errorPart={mistakes.to?.part}
          />
        </div>
        <Radios
          id="export-names"
          label="Names in the file"
          small
          value={names}
          onChoose={setNames}
          choices={[
            {
              value: 'no',
              label: 'No names',
              hint: 'Each event carries a case reference that means nothing outside this desk.',
            },
            { value: 'yes', label: 'Surname and forename', hint: 'Only for a diary no wider than the unit.' },
          ]}
        />
        <div className="desk-actions">
          <Button type="submit" kind="secondary">
            {save.running ? 'Saving…' : 'Save calendar file'}
          </Button>
          <button type="button" className="desk-link-button" onClick={onClose}>
            Close <span className="govuk-visually-hidden">export</span>
          </button>
        </div>
      </form>
    </section>
  )
}

function readPeriod(from: TypedDate, to: TypedDate) {
  const first = readTypedDate(from, 'the first day')
  const last = readTypedDate(to, 'the last day')
  const mistakes: Mistakes = {}
  if ('error' in first) mistakes.from = { message: first.error, part: first.part }
  if ('error' in last) mistakes.to = { message: last.error, part: last.part }
  if ('error' in first || 'error' in last) return { days: null, mistakes }
  if (last.date < first.date)
    mistakes.to = { message: 'The last day must be the first day or later', part: 'day' }
  else if (daysBetween(first.date, last.date) > MOST_DAYS)
    mistakes.to = { message: `The last day must be within ${MOST_DAYS} days of the first`, part: 'day' }
  return { days: mistakes.to ? null : { from: first.date, to: last.date }, mistakes }
}

function errorsOf(mistakes: Mistakes, failure: CallError | null): FieldError[] {
  const errors: FieldError[] = []
  if (mistakes.from)
    errors.push({ message: mistakes.from.message, field: datePartId('export-from', mistakes.from.part) })
  if (mistakes.to)
    errors.push({ message: mistakes.to.message, field: datePartId('export-to', mistakes.to.part) })
  if (failure !== null) {
    const refused = (['from', 'to'] as const).find((field) => failure.fields[field] !== undefined)
    errors.push({
      message: failure.message,
      ...(refused === undefined ? {} : { field: datePartId(`export-${refused}`, 'day') }),
    })
  }
  return errors
}

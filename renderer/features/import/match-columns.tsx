import { useState, type FormEvent } from 'react'
import { useSession } from '../../api/use-session.ts'
import { DateInput, datePartId } from '../../components/form/date-input.tsx'
import { Radios } from '../../components/form/choices.tsx'
import { Select } from '../../components/form/inputs.tsx'
import { typedFrom } from '../../components/form/typed-date.ts'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { readColumnForm, startColumnForm, type ColumnMistakes, type DateOrder } from './column-choices.ts'
import { ColumnTable, columnId } from './column-table.tsx'
import { RefusalSummary } from './refusal-summary.tsx'
import { ReadSoFar } from './read-so-far.tsx'
import type { Choices, Inspected, Journey, RunFile, Stage } from './use-import.ts'

interface MatchColumnsProps {
  heading: string
  stage: Extract<Stage, { step: 'columns' }>
  journey: Journey
}

/** The second step, file by file: what each column is, which way round its dates are, and which day it speaks of. */
export function MatchColumns({ heading, stage, journey }: MatchColumnsProps) {
  const { files, at } = stage
  const { inspected, choices } = files[at] as RunFile
  const { today } = useSession()
  const [form, setForm] = useState(() => startColumnForm(inspected, choices))
  const [mistakes, setMistakes] = useState<ColumnMistakes>({ columns: {} })
  const isLast = at === files.length - 1
  function read(then: (choices: Choices) => void) {
    const answer = readColumnForm(form, inspected, today)
    setMistakes('mistakes' in answer ? answer.mistakes : { columns: {} })
    if ('choices' in answer) then(answer.choices)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    read(journey.matched)
  }
  const errors = errorsOf(
    mistakes,
    inspected.columns.map((column) => column.heading),
  )
  return (
    <form onSubmit={submit} noValidate>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : <RefusalSummary failure={journey.failure} />}
      <PageHeading>{heading}</PageHeading>
      <FileLine inspected={inspected} place={files.length > 1 ? `File ${at + 1} of ${files.length}: ` : ''} />
      <Remembered remembered={inspected.remembered} />
      <div className="desk-import__questions">
        <Select
          id="list-kind"
          label="What kind of list is it?"
          hint={
            inspected.source === null
              ? 'Its headings are of no list this desk knows. A NOMIS list also says who is here.'
              : 'As its headings say. Change it if that is wrong.'
          }
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: event.target.value })}
          options={[['', 'Another list'], ...inspected.kinds.map(({ id, name }) => [id, name] as const)]}
        />
        {inspected.dateOrder === 'ask' && (
          <Radios
            id="date-order"
            label="Which comes first in its dates?"
            hint="No date in this file tells the two apart, and a guess could move a handover by months."
            error={mistakes.order}
            value={form.order}
            onChoose={(order) => setForm({ ...form, order: order as DateOrder })}
            choices={[
              { value: 'day_first', label: 'Day first', hint: '04/03/2027 is 4 March 2027' },
              { value: 'month_first', label: 'Month first', hint: '04/03/2027 is 3 April 2027' },
            ]}
          />
        )}
        <div>
          <DateInput
            id="as-at"
            label="Which day does the extract speak of?"
            hint={
              inspected.asAt === null
                ? 'The day it was made. For example, 22 11 2026'
                : 'As the file says. Change it if that is wrong.'
            }
            value={form.asAt}
            onChange={(asAt) => setForm({ ...form, asAt })}
            error={mistakes.asAt?.message}
            errorPart={mistakes.asAt?.part}
          />
          <p>
            <button
              type="button"
              className="desk-link-button"
              onClick={() => setForm({ ...form, asAt: typedFrom(today) })}
            >
              Use today, {showDate(today)}
            </button>
          </p>
        </div>
      </div>
      <Section title="Columns" note={matchedNote(Object.values(form.fields))}>
        <ColumnTable
          inspected={inspected}
          fields={form.fields}
          clears={form.clears}
          mistakes={mistakes.columns}
          onMatch={(heading, field) => setForm({ ...form, fields: { ...form.fields, [heading]: field } })}
          onClear={(heading, does) =>
            setForm({
              ...form,
              clears: [...form.clears.filter((each) => each !== heading), ...(does ? [heading] : [])],
            })
          }
        />
      </Section>
      <div className="desk-decision">
        <Button type="submit">{isLast ? 'Preview' : 'Next file'}</Button>
        {isLast && (
          <Button kind="secondary" onPress={() => read(journey.matchedAndAdd)}>
            Add another file
          </Button>
        )}
        {at > 0 && (
          <Button kind="secondary" onPress={journey.back}>
            Back
          </Button>
        )}
        <button type="button" className="desk-link-button" onClick={journey.cancel}>
          Cancel
        </button>
        <output className="desk-decision__words">
          {journey.doing || 'Nothing is written by the preview.'} <ReadSoFar progress={journey.progress} />
        </output>
      </div>
    </form>
  )
}

/** Said where columns are matched as they were before, so that nobody takes it for the file’s own word. */
function Remembered({ remembered }: { remembered: Inspected['remembered'] }) {
  if (remembered === null) return null
  return (
    <p>
      Matched as the last list with these headings, by {remembered.by}, {showMoment(remembered.at)}. Change
      what is wrong.
    </p>
  )
}

function FileLine({ inspected, place }: { inspected: Inspected; place: string }) {
  const { name, rows, source, format, encoding } = inspected
  return (
    <p className="desk-import__file">
      {place}
      <strong>{name}</strong> {rows.toLocaleString('en-GB')} {rows === 1 ? 'row' : 'rows'}, {format},{' '}
      {encoding}.{source !== null && ` Recognised by its headings: ${source.name}.`}
    </p>
  )
}

function matchedNote(fields: readonly string[]): string {
  const matched = fields.filter((field) => field !== '').length
  return `${matched} of ${fields.length} matched; the rest are left out`
}

function errorsOf(mistakes: ColumnMistakes, headings: readonly string[]): FieldError[] {
  const errors: FieldError[] = []
  if (mistakes.order) errors.push({ message: mistakes.order, field: 'date-order' })
  if (mistakes.asAt)
    errors.push({ message: mistakes.asAt.message, field: datePartId('as-at', mistakes.asAt.part) })
  for (const [heading, message] of Object.entries(mistakes.columns))
    errors.push({ message, field: columnId(headings.indexOf(heading)) })
  return errors
}

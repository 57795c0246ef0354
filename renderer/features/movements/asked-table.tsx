import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { MOVEMENT_WORDS, type MovementKind } from '../../../domain/model/movement.ts'
import { useCommand } from '../../api/use-command.ts'
import { readTypedDate, splitTypedDate } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { shortName } from '../../components/text/short-name.ts'

export type List = OutputOf<'movements.list'>
export type Asked = List['arrived'][number]

interface Typed {
  kind: MovementKind | ''
  on: string
  where: string
}

interface Entry {
  personId: string
  kind: MovementKind
  on: string
  where: string
  note: string
}

const idOf = (row: Asked, field: keyof Typed) => `movement-${row.personId}-${field}`

/** One row a person, each with what happened and when; those with an answer are confirmed together. */
export function AskedTable({
  title,
  rows,
  kinds,
  mayRecord,
  onDone,
}: {
  title: string
  rows: readonly Asked[]
  kinds: readonly MovementKind[]
  mayRecord: boolean
  onDone: (words: string) => void
}) {
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('movements.record')
  const of = (row: Asked): Typed =>
    typed[row.personId] ?? { kind: '', on: showShortDate(row.suggestedOn), where: '' }
  const chosen = rows.filter((row) => of(row).kind !== '')

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = readEntries(chosen, of)
    setMistakes(read.mistakes)
    if (Object.keys(read.mistakes).length > 0) return
    const done = await command.run({ entries: read.entries })
    if (done === undefined) return
    setTyped({})
    onDone(done.recorded === 1 ? '1 movement was recorded.' : `${done.recorded} movements were recorded.`)
  }

  const refused = refusedFields(command.error?.fields, chosen)
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary errors={errorsOf({ ...mistakes, ...refused }, command.error?.message, refused)} />
      <ScrollPane label={title}>
        <table className="desk-casetable desk-movements">
          <caption className="govuk-visually-hidden">
            {title}: {rows.length}
          </caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Why asked</th>
              <th scope="col">Handover</th>
              <th scope="col">POM</th>
              {mayRecord && <th scope="col">What happened</th>}
              {mayRecord && <th scope="col">Day</th>}
              {mayRecord && <th scope="col">Where</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row">
                  <PersonLink
                    personId={row.personId}
                    name={row.name}
                    prisonNumber={row.prisonNumber}
                    part="overview"
                  />
                </th>
                <td>{row.says}</td>
                <td className="desk-nowrap">
                  {row.handover === null ? 'None' : showShortDate(row.handover)}
                </td>
                <td className="desk-nowrap">{row.pom === null ? 'Not allocated' : shortName(row.pom)}</td>
                {mayRecord && (
                  <Controls
                    row={row}
                    kinds={kinds}
                    value={of(row)}
                    mistakes={{ ...mistakes, ...refused }}
                    onChange={(value) => setTyped({ ...typed, [row.personId]: value })}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {mayRecord && (
        <div className="desk-actions">
          <Button type="submit" {...(chosen.length === 0 ? { kind: 'secondary' as const } : {})}>
            {command.running ? 'Saving…' : `Confirm ${chosen.length} of ${rows.length}`}
          </Button>
        </div>
      )}
    </form>
  )
}

function Controls({
  row,
  kinds,
  value,
  mistakes,
  onChange,
}: {
  row: Asked
  kinds: readonly MovementKind[]
  value: Typed
  mistakes: Readonly<Record<string, string>>
  onChange: (value: Typed) => void
}) {
  const wrong = (field: keyof Typed) => mistakes[idOf(row, field)]
  const attributes = (field: keyof Typed) => ({
    id: idOf(row, field),
    'aria-label': `${FIELD_WORDS[field]}, ${row.name}`,
    ...(wrong(field) === undefined
      ? {}
      : { 'aria-invalid': true, 'aria-describedby': `${idOf(row, field)}-error` }),
  })
  const says = (field: keyof Typed) =>
    wrong(field) !== undefined && (
      <p className="govuk-error-message" id={`${idOf(row, field)}-error`}>
        {wrong(field)}
      </p>
    )
  return (
    <>
      <td>
        {says('kind')}
        <select
          className={`govuk-select${wrong('kind') === undefined ? '' : ' govuk-select--error'}`}
          value={value.kind}
          onChange={(event) => onChange({ ...value, kind: event.target.value as MovementKind | '' })}
          {...attributes('kind')}
        >
          <option value="">Not confirmed yet</option>
          {inOrder(kinds, row.suggested).map((kind) => (
            <option value={kind} key={kind}>
              {MOVEMENT_WORDS[kind]}
              {kind === row.suggested ? ' (likely)' : ''}
            </option>
          ))}
        </select>
      </td>
      <td>
        {says('on')}
        <input
          className={`govuk-input govuk-input--width-10${wrong('on') === undefined ? '' : ' govuk-input--error'}`}
          type="text"
          value={value.on}
          onChange={(event) => onChange({ ...value, on: event.target.value })}
          {...attributes('on')}
        />
      </td>
      <td>
        <input
          className="govuk-input govuk-input--width-10"
          type="text"
          value={value.where}
          onChange={(event) => onChange({ ...value, where: event.target.value })}
          {...attributes('where')}
        />
      </td>
    </>
  )
}

const FIELD_WORDS: Record<keyof Typed, string> = { kind: 'What happened', on: 'Day', where: 'Where' }

/** The likely answer first. */
const inOrder = (kinds: readonly MovementKind[], suggested: MovementKind) => [
  ...kinds.filter((kind) => kind === suggested),
  ...kinds.filter((kind) => kind !== suggested),
]

function readEntries(
  chosen: readonly Asked[],
  of: (row: Asked) => Typed,
): { entries: Entry[]; mistakes: Record<string, string> } {
  const mistakes: Record<string, string> = {}
  const entries = chosen.flatMap((row) => {
    const { kind, on, where } = of(row)
    const parts = splitTypedDate(on)
    const read = parts === null ? null : readTypedDate(parts, 'the day')
    if (kind === '') return []
    if (read === null || !('date' in read)) {
      mistakes[idOf(row, 'on')] = `The day of ${row.name} must be a real date, like 27 3 2026`
      return []
    }
    return [{ personId: row.personId, kind, on: read.date as string, where, note: '' }]
  })
  return { entries, mistakes }
}

/** `entries.2.on` → the field of the third row that was sent. */
function refusedFields(
  fields: Readonly<Record<string, string>> | undefined,
  chosen: readonly Asked[],
): Record<string, string> {
  const refused: Record<string, string> = {}
  for (const [path, message] of Object.entries(fields ?? {})) {
    const [, at, field] = path.split('.')
    const row = chosen[Number(at)]
    if (row !== undefined && (field === 'on' || field === 'kind')) refused[idOf(row, field)] = message
  }
  return refused
}

function errorsOf(
  mistakes: Readonly<Record<string, string>>,
  failure: string | undefined,
  refused: Readonly<Record<string, string>>,
): FieldError[] {
  const errors = Object.entries(mistakes).map(([field, message]) => ({ message, field }))
  if (failure === undefined || Object.keys(refused).length > 0) return errors
  return [...errors, { message: failure }]
}

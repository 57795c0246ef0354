import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import type { Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showShortDate, showTableDate } from '../../components/text/show-date.ts'

type List = OutputOf<'meetings.list'>
type State = keyof List['counts']
type Row = List['rows'][number]

/** What a list of meetings says of each, and what can be done about it. */
export function meetingColumns(state: State, mayWrite: boolean): Column<Row>[] {
  return [
    {
      key: 'day',
      head: DAY_HEAD[state],
      className: 'desk-nowrap',
      cell: (row) => (
        <>
          {row.on === null ? 'Set a date' : showTableDate(row.on)}
          {row.relative !== '' && <span className="desk-second">{row.relative}</span>}
        </>
      ),
    },
    {
      key: 'person',
      head: 'Person',
      rowHead: true,
      className: 'desk-person',
      cell: (row) => (
        <>
          <Link to={`/case/${row.personId}/meetings`} data-person={row.personId}>
            {row.name}
          </Link>
          <span className="desk-second">{row.prisonNumber}</span>
        </>
      ),
    },
    {
      key: 'meeting',
      head: 'Meeting',
      cell: (row) => (
        <>
          {row.title} <Tags tags={row.tags} />
          {(row.how !== '' || row.windowFrom !== null) && (
            <span className="desk-second">{row.how === '' ? windowWords(row) : row.how}</span>
          )}
          {row.rearrange !== null && <span className="desk-second">{sentence(row.rearrange)}</span>}
        </>
      ),
    },
    {
      key: 'release',
      head: 'Release',
      className: 'desk-nowrap',
      cell: (row) => (row.release === null ? 'Not known' : showShortDate(row.release)),
    },
    { key: 'with', head: 'With', cell: (row) => row.with },
    {
      key: 'pom',
      head: 'POM',
      className: 'desk-nowrap',
      cell: (row) => (row.pom === null ? 'No POM' : shortName(row.pom)),
    },
    ...(mayWrite
      ? [
          {
            key: 'do',
            head: 'Next',
            className: 'desk-nowrap',
            cell: (row: Row) => <Next row={row} state={state} />,
          },
        ]
      : []),
  ]
}

const DAY_HEAD: Record<State, string> = {
  to_book: 'Due',
  booked: 'Booked for',
  to_record: 'Was booked for',
  missed: 'Was due',
  held: 'Held on',
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function windowWords({ windowFrom, windowTo, due }: Row): string {
  const last = windowTo ?? due
  if (windowFrom === null) return ''
  return `Window ${showShortDate(windowFrom)}${last === null ? ' onwards' : ` to ${showShortDate(last)}`}`
}

function Next({ row, state }: { row: Row; state: State }) {
  const at = `/case/${row.personId}/meetings`
  const about = (
    <span className="govuk-visually-hidden">
      : {row.title} of {row.name}
    </span>
  )
  const book = (
    <Link to={`${at}?book=${row.task}`}>
      {state === 'booked' ? 'Move' : 'Book'}
      {about}
    </Link>
  )
  const record = (
    <Link to={`${at}?record=${row.task}`}>
      {state === 'held' ? 'Change' : 'Record'}
      {about}
    </Link>
  )
  if (state === 'held') return record
  return state === 'to_book' || row.rearrange !== null ? (
    <>
      {book} · {record}
    </>
  ) : (
    <>
      {record} · {book}
    </>
  )
}

import '../../styles/pieces.scss'
import { Link, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { SubNavigation } from '../../components/moj/sub-navigation.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showShortDate, showTableDate } from '../../components/text/show-date.ts'
import { useScope } from '../../state/use-scope.ts'
import { BookedFile } from '../invitation/booked-file.tsx'

type List = OutputOf<'meetings.list'>
type State = keyof List['counts']
type Row = List['rows'][number]

const TABS: readonly (readonly [State, string])[] = [
  ['to_book', 'To book'],
  ['booked', 'Booked'],
  ['to_record', 'To record'],
  ['missed', 'Missed'],
  ['held', 'Held of late'],
]
const isState = (text: string | null): text is State => TABS.some(([state]) => state === text)
const ROWS = 200
const FILE_LINK = 'booked-file'

const GOOD_NEWS: Record<State, string> = {
  to_book: 'Every meeting whose window is open, or opens in the next four weeks, is booked or held.',
  booked: 'No meeting is booked.',
  to_record: 'Every meeting that was booked is recorded.',
  missed: 'No meeting was missed.',
  held: 'No meeting was held in the last four weeks.',
}

/** The mandated meetings of these cases, by what is to be done about them. */
export default function MeetingsPage() {
  const { scope } = useScope()
  const [search, setSearch] = useSearchParams()
  const goBackTo = useWayBack()
  const asked = search.get('state')
  const state = isState(asked) ? asked : 'to_book'
  const { data, error, former } = useQuery('meetings.list', { scope, state })
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const words = TABS.find(([each]) => each === state)?.[1] ?? ''
  return (
    <Page
      name="meetings"
      title={`${words} – Meetings`}
      heading="Meetings"
      lead={<ScopeControl />}
      ready={data !== undefined && !former}
      error={error}
    >
      <SubNavigation
        label="Lists of meetings"
        items={TABS.map(([each, label]) => tabItem(each, label, state, data?.counts[each]))}
      />
      {state === 'booked' &&
        mayWrite &&
        (search.has('file') ? (
          <BookedFile
            scope={scope}
            poms={[...new Set((data?.rows ?? []).flatMap(({ pom }) => pom ?? []))].sort()}
            onClose={() => {
              goBackTo(FILE_LINK)
              setSearch({ state }, { replace: true })
            }}
          />
        ) : (
          <p>
            <Link id={FILE_LINK} to="/meetings?state=booked&file=1">
              Save booked meetings as a calendar file
            </Link>
          </p>
        ))}
      {data &&
        (data.rows.length === 0 ? (
          <p className="desk-good">{GOOD_NEWS[state]}</p>
        ) : (
          <>
            <Table
              name={`meetings:${state}`}
              caption={`${words}: ${data.rows.length}`}
              captionHidden
              columns={columnsOf(state, mayWrite)}
              rows={data.rows.slice(0, ROWS)}
              rowKey={(row) => `${row.personId} ${row.task}`}
            />
            <p className="desk-second">
              {data.rows.length > ROWS ? `The first ${ROWS} of ${data.rows.length}. ` : ''}
              {data.about}
            </p>
          </>
        ))}
    </Page>
  )
}

function tabItem(each: State, label: string, state: State, count: number | undefined) {
  const item = { to: `/meetings?state=${each}`, label, current: each === state }
  return count === undefined ? item : { ...item, count }
}

function columnsOf(state: State, mayWrite: boolean): Column<Row>[] {
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
        </>
      ),
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

function windowWords({ windowFrom, due }: Row): string {
  if (windowFrom === null) return ''
  return `Window ${showShortDate(windowFrom)}${due === null ? ' onwards' : ` to ${showShortDate(due)}`}`
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
  return state === 'to_book' ? (
    <>
      {book} · {record}
    </>
  ) : (
    <>
      {record} · {book}
    </>
  )
}

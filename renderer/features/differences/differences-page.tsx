import '../../styles/pieces.scss'
import './differences.scss'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { DIFFERENCE_MARK_WORDS, DIFFERENCE_MARKS } from '../../../domain/planning/national-difference.ts'
import { useHasRole } from '../../api/use-session.ts'
import { useQuery } from '../../api/use-query.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showDate } from '../../components/text/show-date.ts'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'
import { Marked } from './marked.tsx'
import { MarkForm } from './mark-form.tsx'

type List = OutputOf<'differences.list'>
type Row = List['rows'][number]

const LIST = 'differences'
const NONE: Readonly<Record<string, string>> = {}
const explainId = (key: string) => `explain ${key}`.replaceAll(' ', '-')
const keyOf = (row: Row) => `${row.personId} ${row.difference.subject}`
const keysOf = (rows: readonly Row[]) => rows.map(keyOf)

/** Where the national record and ours say different things of a case, with the likely cause, to be explained one by one. */
export default function DifferencesPage() {
  const { scope } = useScope()
  const { data, error, former } = useQuery('differences.list', { scope })
  return (
    <Page
      name="differences"
      title="Differences"
      heading="Differences from the national record"
      lead={<ScopeControl />}
      ready={data !== undefined && !former}
      error={error}
    >
      {data && <Shown list={data} key={scope} />}
    </Page>
  )
}

const SHOW = [
  ['', 'All'],
  ['open', 'To explain'],
  ...DIFFERENCE_MARKS.map((mark) => [mark, DIFFERENCE_MARK_WORDS[mark]] as const),
] as const

const isShown = ({ difference: { marked } }: Row, show: string) => {
  const standing = marked?.stands === true ? marked.mark : 'open'
  return show === '' || standing === show
}

interface InHand {
  /** The difference whose form is open. */
  key: string | null
  open: (key: string) => void
  close: (how: 'saved' | 'cancelled') => void
}

/**
 * Which difference is being explained. After Cancel the focus goes back to its button. What was saved moves to the end of the
 * list or out of it: the focus then goes on to the one that followed it, so that a list can be worked through.
 */
function useInHand(rows: readonly Row[]): InHand {
  const [key, setKey] = useState<string | null>(null)
  const next = useRef<string | undefined>(undefined)
  const wanted = useRef<readonly (string | undefined)[]>([])
  useEffect(() => {
    if (wanted.current.length === 0 || document.activeElement !== document.body) return
    const button = wanted.current
      .map((each) => (each === undefined ? null : document.getElementById(explainId(each))))
      .find((found) => found !== null)
    const target = button ?? document.querySelector<HTMLElement>('[data-page-heading]')
    target?.focus()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another list may have taken the button away
  }, [key, rows])
  return {
    key,
    open: (opened) => {
      // Now, and not when it is saved: by then the list may have been put in order anew.
      next.current = keysOf(rows)[keysOf(rows).indexOf(opened) + 1]
      wanted.current = []
      setKey(opened)
    },
    close: (how) => {
      wanted.current = how === 'saved' ? [next.current, key ?? undefined] : [key ?? undefined]
      setKey(null)
    },
  }
}

function Shown({ list }: { list: List }) {
  const show = useUi((ui) => ui.lists[LIST] ?? NONE)['show'] ?? ''
  const setList = useUi((ui) => ui.setList)
  const announce = useUi((ui) => ui.announce)
  const mayMark = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const rows = useMemo(() => list.rows.filter((row) => isShown(row, show)), [list, show])
  const inHand = useInHand(rows)
  const words = `Showing ${rows.length === list.rows.length ? 'all ' : ''}${rows.length}${rows.length === list.rows.length ? '' : ` of ${list.rows.length}`}.`
  useEffect(() => announce(words), [announce, words])
  return (
    <>
      <p>{leadWords(list)}</p>
      {list.rows.length > 0 && (
        <>
          <div className="desk-filters">
            <div className="desk-filters__row">
              <strong aria-hidden="true">Show</strong>
              <select
                className="govuk-select desk-filters__select"
                aria-label="Filter by what each was found to be"
                value={show}
                onChange={(event) => setList(LIST, { show: event.target.value })}
              >
                {SHOW.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <span className="desk-filters__sort">
                Sorted by <strong>still to explain, then order of worry</strong>
              </span>
            </div>
          </div>
          <Table
            name={LIST}
            caption={`Differences: ${words}`}
            captionHidden
            className="desk-differences"
            columns={columns(mayMark, inHand)}
            rows={rows}
            rowKey={keyOf}
          />
          <div className="desk-list-foot">
            <span>{words}</span>
          </div>
        </>
      )}
    </>
  )
}

function leadWords({ rows, agreeing, unknown }: List): string {
  const open = rows.filter((row) => isShown(row, 'open')).length
  const differ =
    rows.length === 0
      ? 'No difference.'
      : rows.length === 1
        ? `1 difference, ${open === 1 ? 'still to explain' : 'explained'}.`
        : `${rows.length} differences, ${open} of them still to explain.`
  const agree = agreeing === 1 ? '1 case agrees.' : `${agreeing} cases agree.`
  const cases = unknown === 1 ? '1 case' : `${unknown} cases`
  const silent = unknown === 0 ? '' : ` For ${cases} no list read so far gives the national record.`
  return `${differ} ${agree}${silent}`
}

const columns = (mayMark: boolean, inHand: InHand): Column<Row>[] => [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="dates" />
    ),
  },
  {
    key: 'national',
    head: 'National record',
    className: 'desk-nowrap',
    cell: ({ difference }) => (
      <>
        {difference.national}
        <span className="desk-second">
          {difference.asAt === null ? 'Age not known' : `As at ${showDate(difference.asAt)}`}
        </span>
      </>
    ),
  },
  {
    key: 'ours',
    head: 'Ours',
    className: 'desk-nowrap',
    cell: ({ difference }) => <strong>{difference.ours}</strong>,
  },
  { key: 'cause', head: 'Likely cause', cell: ({ difference }) => difference.likelyCause },
  {
    key: 'marked',
    head: 'Found to be',
    className: 'desk-differences__marked',
    cell: (row) =>
      inHand.key === keyOf(row) ? (
        <MarkForm
          personId={row.personId}
          difference={row.difference}
          onDone={() => inHand.close('saved')}
          onCancel={() => inHand.close('cancelled')}
        />
      ) : (
        <>
          <Marked difference={row.difference} />{' '}
          {mayMark && (
            <button
              type="button"
              className="desk-link-button"
              id={explainId(keyOf(row))}
              onClick={() => inHand.open(keyOf(row))}
            >
              Explain <span className="govuk-visually-hidden">the difference for {row.name}</span>
            </button>
          )}
        </>
      ),
  },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
]

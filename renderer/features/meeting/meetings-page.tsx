import '../../styles/pieces.scss'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Page } from '../../components/layout/page.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { SubNavigation } from '../../components/moj/sub-navigation.tsx'
import { Table } from '../../components/table/table.tsx'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'
import { BookedFile } from '../invitation/booked-file.tsx'
import { meetingColumns } from './meetings-columns.tsx'
import { OpenSteps } from './open-steps.tsx'

type List = OutputOf<'meetings.list'>
type State = keyof List['counts']
type Tab = State | 'steps'

const TABS: readonly (readonly [Tab, string])[] = [
  ['to_book', 'To book'],
  ['booked', 'Booked'],
  ['to_record', 'To record'],
  ['missed', 'Missed'],
  ['held', 'Held of late'],
  ['steps', 'Next steps'],
]
const isTab = (text: string | null | undefined): text is Tab => TABS.some(([tab]) => tab === text)
const ROWS = 200
const FILE_LINK = 'booked-file'
const LIST = 'meetings'

const GOOD_NEWS: Record<State, string> = {
  to_book: 'Every meeting whose window is open, or opens in the next four weeks, is booked or held.',
  booked: 'No meeting is booked.',
  to_record: 'Every meeting that was booked is recorded.',
  missed: 'No meeting was missed.',
  held: 'No meeting was held in the last four weeks.',
}

/** The tab and whose cases, in the address: there they outlast a reload, and the tab a way elsewhere and back. */
function useKept(): { tab: Tab; search: URLSearchParams; go: (to: Record<string, string>) => void } {
  const [search, setSearch] = useSearchParams()
  const { choose, choices, canChoose } = useScope()
  const chosen = useUi((ui) => ui.scope)
  const left = useUi((ui) => ui.lists[LIST]?.['tab'])
  const setList = useUi((ui) => ui.setList)
  const asked = search.get('state')
  const tab = isTab(asked) ? asked : isTab(left) ? left : 'to_book'
  const inAddress = search.get('scope')
  useEffect(() => {
    if (left !== tab) setList(LIST, { tab })
  }, [left, tab, setList])
  useEffect(() => {
    if (!canChoose || inAddress === chosen) return
    const known = choices.find(([value]) => value === inAddress)
    if (chosen === null && known !== undefined) choose(known[0])
    if (chosen !== null)
      setSearch((before) => Object.fromEntries([...before, ['scope', chosen]]), { replace: true })
  }, [canChoose, inAddress, chosen, choices, choose, setSearch])
  const go = (to: Record<string, string>) =>
    setSearch(chosen === null ? to : { ...to, scope: chosen }, { replace: true })
  return { tab, search, go }
}

/** The mandated meetings of these cases, by what is to be done about them, and what was agreed at them. */
export default function MeetingsPage() {
  const { scope } = useScope()
  const { tab, search, go } = useKept()
  const goBackTo = useWayBack()
  // The counts of all lists come with any of them.
  const state = tab === 'steps' ? 'to_book' : tab
  const { data, error, former } = useQuery('meetings.list', { scope, state })
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const words = TABS.find(([each]) => each === tab)?.[1] ?? ''
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
        items={TABS.map(([each, label]) => tabItem(each, label, tab, data))}
      />
      {tab === 'booked' &&
        mayWrite &&
        (search.has('file') ? (
          <BookedFile
            scope={scope}
            poms={[...new Set((data?.rows ?? []).flatMap(({ pom }) => pom ?? []))].sort()}
            onClose={() => {
              goBackTo(FILE_LINK)
              go({ state: tab })
            }}
          />
        ) : (
          <p>
            <Link id={FILE_LINK} to="/meetings?state=booked&file=1">
              Save booked meetings as a calendar file
            </Link>
          </p>
        ))}
      {tab === 'steps' ? (
        <OpenSteps scope={scope} mayWrite={mayWrite} />
      ) : (
        data && <Rows list={data} state={tab} words={words} mayWrite={mayWrite} />
      )}
    </Page>
  )
}

function Rows(props: { list: List; state: State; words: string; mayWrite: boolean }) {
  const { list, state, words, mayWrite } = props
  const { rows, about } = list
  if (rows.length === 0) return <p className="desk-good">{GOOD_NEWS[state]}</p>
  return (
    <>
      <Table
        name={`meetings:${state}`}
        caption={`${words}: ${rows.length}`}
        captionHidden
        columns={meetingColumns(state, mayWrite)}
        rows={rows.slice(0, ROWS)}
        rowKey={(row) => `${row.personId} ${row.task}`}
      />
      <p className="desk-second">
        {rows.length > ROWS ? `The first ${ROWS} of ${rows.length}. ` : ''}
        {about}
      </p>
    </>
  )
}

function tabItem(each: Tab, label: string, tab: Tab, list: List | undefined) {
  const item = { to: `/meetings?state=${each}`, label, current: each === tab }
  if (list === undefined) return item
  return { ...item, count: each === 'steps' ? list.steps : list.counts[each] }
}

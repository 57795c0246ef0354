import { useEffect, useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { HANDOVER_TAB_NAMES, type HandoverTab } from '../../../domain/model/handover-tab.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { InsetText } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { SubNavigation } from '../../components/moj/sub-navigation.tsx'
import { Table } from '../../components/table/table.tsx'
import { WindowLegend } from '../../components/table/window-bar.tsx'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'
import { RESPONSIBILITY_COLUMNS, windowColumns } from './columns.tsx'
import { applyFilters, FilterRow, useFilters } from './filters.tsx'
import { isTab, isUnlisted, KNOWN_TABS, OTHER_TABS, tabPath, UNLISTED_TABS } from './tabs.ts'

type List = OutputOf<'handovers.list'>

/** Painting more rows at once than this costs more than turning a page. */
const ROWS_A_PAGE = 50

export function HandoversPage() {
  const { tab } = useParams()
  if (!isTab(tab)) return <Navigate to={tabPath('upcoming')} replace />
  return <Handovers tab={tab} />
}

function Handovers({ tab }: { tab: HandoverTab }) {
  const { scope } = useScope()
  const list = useQuery('handovers.list', { tab, scope })
  return (
    <Page
      name="handovers"
      title={`${HANDOVER_TAB_NAMES[tab]} – Handovers`}
      heading="Handovers"
      lead={<ScopeControl />}
      ready={list.data !== undefined && !list.former}
      error={list.error}
    >
      <Tabs tab={tab} counts={list.data?.counts} />
      {list.data && <Shown key={`${list.data.tab} ${scope}`} list={list.data} />}
    </Page>
  )
}

function Tabs({ tab, counts }: { tab: HandoverTab; counts: List['counts'] | undefined }) {
  const item = (each: HandoverTab) => ({
    to: tabPath(each),
    label: HANDOVER_TAB_NAMES[each],
    current: each === tab,
    ...(counts?.[each] === undefined ? {} : { count: counts[each] }),
  })
  return (
    <SubNavigation
      label="Lists of handovers"
      items={KNOWN_TABS.map(item)}
      groups={[
        { label: 'The national service does not list these', items: UNLISTED_TABS.map(item) },
        { label: 'Outside the usual path', items: OTHER_TABS.map(item) },
      ]}
    />
  )
}

function Shown({ list }: { list: List }) {
  const { chosen } = useFilters()
  const [page, setPage] = useState(1)
  const rows = applyFilters(list.rows, chosen)
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE))
  const at = Math.min(page, pages)
  const shown = rows.slice((at - 1) * ROWS_A_PAGE, at * ROWS_A_PAGE)
  const unlisted = isUnlisted(list.tab)
  const showing = showingWords(rows.length, list.rows.length, at, shown.length)
  useAnnounced(`${HANDOVER_TAB_NAMES[list.tab]}. ${showing}`)
  return (
    <>
      {unlisted && (
        <InsetText>
          <strong>Why these are here.</strong> {list.about}
        </InsetText>
      )}
      {list.rows.length === 0 ? (
        <p className="desk-good">{emptyWords(list.tab)}</p>
      ) : (
        <>
          <FilterRow rows={list.rows} sortedBy={list.sortedBy} />
          <Table
            name={`handovers:${list.tab}`}
            caption={`${HANDOVER_TAB_NAMES[list.tab]}: ${showing}`}
            captionHidden
            className={unlisted ? 'desk-handovers desk-handovers--wide' : 'desk-handovers'}
            columns={unlisted ? RESPONSIBILITY_COLUMNS : windowColumns(list.today)}
            rows={shown}
            rowKey={(row) => row.personId}
            rowNote={(row) => row.note}
          />
          <div className="desk-list-foot">
            <span>
              {showing} {!unlisted && list.about}
            </span>
            {!unlisted && <WindowLegend />}
          </div>
          <Pagination label="Pages of this list" page={at} pages={pages} onPage={setPage} />
        </>
      )}
    </>
  )
}

/** `Showing all 11.` `Showing 16 of 31.` `Showing 101 to 200 of 240.` */
function showingWords(found: number, total: number, page: number, shown: number): string {
  if (found > shown) {
    const from = (page - 1) * ROWS_A_PAGE + 1
    return `Showing ${from} to ${from + shown - 1} of ${found}${found < total ? ` that match, of ${total}` : ''}.`
  }
  return found === total ? `Showing all ${total}.` : `Showing ${found} of ${total}.`
}

const GOOD_NEWS: Partial<Record<HandoverTab, string>> = {
  upcoming: 'No handover falls in the next 8 weeks.',
  in_progress: 'No handover is in progress.',
  tasks_overdue: 'No handover task is overdue.',
  com_overdue: 'No COM is overdue.',
}

const emptyWords = (tab: HandoverTab) =>
  GOOD_NEWS[tab] ?? `Nobody is on this list. ${HANDOVER_TAB_NAMES[tab]}: 0.`

function useAnnounced(words: string) {
  const announce = useUi((ui) => ui.announce)
  useEffect(() => announce(words), [announce, words])
}

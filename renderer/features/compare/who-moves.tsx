import { useEffect } from 'react'
import { SubNavigation } from '../../components/moj/sub-navigation.tsx'
import { useUi, type ScopeChoice } from '../../state/ui-store.ts'
import { MeetingsByMonth, MovesByPom } from './count-tables.tsx'
import { isPeople, type Below, type Comparison } from './comparison-route.ts'
import { PeopleTable } from './people-table.tsx'
import { WHO_MOVES } from './what-it-changes.tsx'

interface WhoMovesProps {
  comparison: Comparison
  below: Below
  scope: ScopeChoice
  pathTo: (below: Below) => string
}

/** The people behind the counts, and the counts by POM and by month of meeting. */
export function WhoMoves({ comparison, below, scope, pathTo }: WhoMovesProps) {
  const shown = tabs(comparison, below)
  const current = shown.find((tab) => tab.below === below)
  useAnnounced(current === undefined ? '' : `${current.label} ${current.count ?? ''}`.trim())
  return (
    <section className="desk-section desk-compare__who" aria-labelledby={WHO_MOVES}>
      <div className="desk-compare__tabs">
        <h2 className="desk-section__title" id={WHO_MOVES} tabIndex={-1}>
          Who moves
        </h2>
        <SubNavigation
          label="Who moves"
          items={shown.map(({ below: each, ...tab }) =>
            Object.assign(tab, { to: pathTo(each), current: each === below }),
          )}
        />
        {isPeople(below) && <span className="desk-second desk-compare__order">Highest risk first</span>}
      </div>
      {isPeople(below) ? (
        <PeopleTable
          key={`${comparison.a.id} ${comparison.b.id} ${below} ${scope}`}
          comparison={comparison}
          list={below}
          scope={scope}
        />
      ) : below === 'by_pom' ? (
        <MovesByPom comparison={comparison} />
      ) : (
        <MeetingsByMonth comparison={comparison} />
      )}
    </section>
  )
}

interface Tab {
  below: Below
  label: string
  count?: number
}

/** The four tabs; a list that a count led to stands between them while it is shown. */
function tabs({ lists }: Comparison, below: Below): Tab[] {
  const listed = lists
    .filter(({ list }) => list === 'past_at_once' || list === 'moved' || list === below)
    .map(({ list, title, people }): Tab => ({ below: list, label: title, count: people }))
  return [...listed, { below: 'by_pom', label: 'By POM' }, { below: 'meetings', label: 'Meetings by month' }]
}

function useAnnounced(words: string) {
  const announce = useUi((ui) => ui.announce)
  useEffect(() => announce(words), [announce, words])
}

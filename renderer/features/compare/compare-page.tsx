import '../../styles/pieces.scss'
import './compare.scss'
import { useState } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Columns } from '../../components/layout/section.tsx'
import { showLongDate } from '../../components/text/show-date.ts'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { useScope } from '../../state/use-scope.ts'
import { useComparisonRoute, type Comparison } from './comparison-route.ts'
import { ExportComparison } from './export-comparison.tsx'
import { PairedChart } from './paired-chart.tsx'
import { Sides } from './sides.tsx'
import { WhatItChanges } from './what-it-changes.tsx'
import { WhoMoves } from './who-moves.tsx'

/** The caseload under two rule sets: what the change would come to, then who moves. */
export default function ComparePage() {
  const { sides, below, chooseA, chooseB, pathTo } = useComparisonRoute()
  const { scope } = useScope()
  const [exporting, setExporting] = useState(false)
  const mayExport = useHasRole('head_of_omu', 'case_administrator')
  const mayCompare = useHasRole('head_of_omu', 'case_administrator', 'read_only')
  const { data, error, former } = useQuery('compare.show', { ...sides, scope })
  // Where nothing is compared there is nothing to narrow, export or print.
  const offersMore = mayCompare && (data !== undefined || error === null)
  return (
    <Page
      name="compare"
      title="Compare rule sets"
      heading="Compare rule sets"
      lead={offersMore && <ScopeControl />}
      actions={
        offersMore && (
          <>
            {mayExport && (
              <Button
                kind="secondary"
                onPress={() => setExporting(!exporting)}
                aria-expanded={exporting}
                aria-controls="compare-export"
              >
                Export table
              </Button>
            )}
            <Button kind="secondary" onPress={() => window.print()}>
              Print view
            </Button>
          </>
        )
      }
      ready={data !== undefined && !former}
      error={error}
    >
      {data && (
        <div className="desk-compare">
          {exporting && mayExport && (
            <ExportComparison
              comparison={data}
              below={below}
              scope={scope}
              onClose={() => setExporting(false)}
            />
          )}
          <div className="desk-compare__head">
            <Sides comparison={data} onA={chooseA} onB={chooseB} />
            <p className="desk-compare__about">{aboutWords(data, scope)}</p>
          </div>
          <Columns
            main={<PairedChart comparison={data} />}
            aside={<WhatItChanges comparison={data} pathTo={pathTo} />}
          />
          <WhoMoves comparison={data} below={below} scope={scope} pathTo={pathTo} />
          <AdoptLink comparison={data} />
        </div>
      )}
    </Page>
  )
}

function aboutWords({ cases, today }: Comparison, scope: ScopeChoice): string {
  const which = `${{ mine: 'Your', covering: 'The', unit: 'All' }[scope]} ${cases} cases${scope === 'covering' ? ' you cover' : ''}`
  return `${which}, as if from ${showLongDate(today)}. Nothing is saved.`
}

/** Adopting is a page of its own, with the document it rests on. */
function AdoptLink({ comparison: { b } }: { comparison: Comparison }) {
  if (!useHasRole('head_of_omu')) return null
  return (
    <p className="desk-compare__adopt">
      <Button kind="secondary" to={`/rules/adopt?set=${b.id}`}>
        Adopt {b.name} from a date
      </Button>
    </p>
  )
}

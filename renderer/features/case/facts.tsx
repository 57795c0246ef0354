import { SummaryList } from '../../components/govuk/summary-list.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile, PartProps } from './case-file.ts'

/** Everything recorded, in groups, each with where it came from and how old it is. */
export function Facts({ file }: PartProps) {
  const groups = Map.groupBy(file.facts, (fact) => fact.group)
  if (groups.size === 0) return <p>Nothing has been recorded about this person yet.</p>
  return (
    <div className="desk-case desk-facts">
      {[...groups].map(([group, facts]) => (
        <Section title={group} key={group}>
          <SummaryList
            rows={facts.map((fact) => ({ key: fact.label, value: fact.value, note: origin(fact) }))}
          />
        </Section>
      ))}
    </div>
  )
}

function origin(fact: CaseFile['facts'][number]): string {
  return fact.asAt === null ? fact.source : `${fact.source}, as at ${showDate(fact.asAt)}`
}

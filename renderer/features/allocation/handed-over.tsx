import { Link } from 'react-router'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import type { Done, From } from './to-hand-over.ts'

/** Who got which case, POM by POM: each list can be copied into a message to them. */
export function HandedOver({ done, from }: { done: Done; from: From | null }) {
  const { rows } = done
  const receivers = [...new Set(rows.map(({ to }) => to))]
  const count = rows.length === 1 ? '1 case was' : `${rows.length} cases were`
  const heading = `${count} ${from === null ? 'allocated' : 'handed over'}`
  return (
    <Page key="done" name="hand-over-done" title={heading} heading={heading}>
      {receivers.map((to) => {
        const theirs = rows.filter((row) => row.to === to)
        return (
          <Section key={to ?? ''} title={to ?? 'Co-working ended'} note={String(theirs.length)}>
            <ul className="govuk-list">
              {theirs.map(({ personId, role, name, prisonNumber }) => (
                <li key={`${personId} ${role}`}>
                  <Link to={`/case/${personId}/allocation`}>{name}</Link> {prisonNumber}
                  {role === 'co_pom' ? ', as co-working POM' : ''}
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
      <p>
        {from === null ? (
          <Link to="/allocation">Cases without a POM</Link>
        ) : (
          <Link to={`/staff/${from.staffId}`}>Back to {from.name}</Link>
        )}
      </p>
    </Page>
  )
}

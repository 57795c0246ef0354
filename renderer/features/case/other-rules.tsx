import { Details } from '../../components/govuk/notices.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { shortSource } from '../../components/text/short-source.ts'
import type { CaseFile } from './case-file.ts'

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']

/** The sources disagree, and all are in use somewhere: the same case under each, and which one applies here. */
export function OtherRules({ rules }: { rules: CaseFile['otherRules'] }) {
  if (rules.length === 0) return null
  return (
    <section className="desk-box" aria-labelledby="case-rules">
      <h2 className="desk-box__title" id="case-rules">
        {title(rules)}
      </h2>
      <table className="desk-sources">
        <caption className="govuk-visually-hidden">The same case under every rule set</caption>
        <thead>
          <tr>
            <th scope="col">Rules and source</th>
            <th scope="col">Handover</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr className={rule.appliesHere ? 'desk-sources__here' : undefined} key={rule.id}>
              <th scope="row">
                {rule.name} {rule.appliesHere && <Tag text="Applies here" tone="planned" />}
                <span className="desk-second">{shortSource(rule.source)}</span>
              </th>
              <td>
                {rule.handover !== null && (
                  <strong className="desk-sources__date">{showShortDate(rule.handover)}</strong>
                )}
                <span className="desk-second">{rule.outcome}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="desk-box__note">
        All are in use somewhere. Which one applies follows the home probation region.
      </p>
      <Details summary="Where each is written, in full">
        <dl className="desk-fullsources">
          {rules.map((rule) => (
            <div key={rule.id}>
              <dt>{rule.name}</dt>
              <dd>{rule.source}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </section>
  )
}

function title(rules: CaseFile['otherRules']): string {
  const days = new Set(rules.map((rule) => rule.handover).filter((day) => day !== null)).size
  const sets = `${NUMBERS[rules.length] ?? rules.length} rule sets`
  if (days === 0) return `${sets}, no handover date`
  return `${sets}, ${(NUMBERS[days] ?? String(days)).toLowerCase()} ${days === 1 ? 'date' : 'dates'}`
}

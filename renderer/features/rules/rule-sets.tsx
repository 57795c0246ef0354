import type { OutputOf } from '../../../domain/contract/index.ts'
import { Details } from '../../components/govuk/notices.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { Confidence } from '../case/confidence.tsx'

type RuleSet = OutputOf<'rules.show'>['ruleSets'][number]
type Example = RuleSet['example']

/** What each rule set says, row by row, with a case worked by the rules themselves. */
export function RuleSets({ ruleSets }: { ruleSets: readonly RuleSet[] }) {
  return (
    <Section title="What each rule set says">
      {ruleSets.map((set) => (
        <article className="desk-rules__set" key={set.id} aria-labelledby={`set-${set.id}`}>
          <h3 className="desk-rules__name" id={`set-${set.id}`}>
            {set.name} {set.inForceFor.length > 0 && <Tag text="In force" tone="planned" />}{' '}
            <Confidence level={set.confidence} />
          </h3>
          <p>{set.summary}</p>
          {set.inForceFor.length > 0 && <p>In force for {set.inForceFor.join(', ')}.</p>}
          <Worked example={set.example} />
          <dl className="desk-pairs">
            <div>
              <dt>Source</dt>
              <dd>{set.source}</dd>
            </div>
            <div>
              <dt>In effect</dt>
              <dd>{set.effective}</dd>
            </div>
            <div>
              <dt>Support starts</dt>
              <dd>{set.start}</dd>
            </div>
            <div>
              <dt>Before the sentence</dt>
              <dd>{set.clamp}</dd>
            </div>
          </dl>
          <Details summary={`Every row of ${set.name}, in the order they are tried`}>
            <Rows set={set} />
          </Details>
        </article>
      ))}
    </Section>
  )
}

function Worked({ example: { title, sum, result } }: { example: Example }) {
  return (
    <p className="desk-rules__example">
      {title}: {sum !== '' && `${sum} = `}
      <strong>{result}</strong>
    </p>
  )
}

function Rows({ set }: { set: RuleSet }) {
  return (
    <ScrollPane label={`Rows of ${set.name}`}>
      <table className="desk-casetable">
        <caption className="govuk-visually-hidden">The first row whose test is met decides</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">If</th>
            <th scope="col">Then</th>
            <th scope="col">Worked example</th>
          </tr>
        </thead>
        <tbody>
          {set.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>{row.condition}</td>
              <td>
                {row.result}
                <span className="desk-second">{row.reason}</span>
              </td>
              <td>{row.example && <Worked example={row.example} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

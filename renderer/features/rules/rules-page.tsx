import '../../styles/pieces.scss'
import './rules.scss'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { InsetText } from '../../components/govuk/notices.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import { DatedItems } from './dated-items.tsx'
import { RuleSets } from './rule-sets.tsx'

type Rules = OutputOf<'rules.show'>

/** Which rules apply to whom and on whose word, what each says, where the sources part, and all dated work. */
export default function RulesPage() {
  const { data, error } = useQuery('rules.show', {})
  const may = useHasRole('head_of_omu')
  return (
    <Page
      name="rules"
      title="Rules and dates"
      heading="Rules and dates"
      actions={
        may ? (
          <Button kind="secondary" to="/rules/adopt">
            Adopt a rule set
          </Button>
        ) : undefined
      }
      ready={data !== undefined}
      error={error}
    >
      {data && (
        <>
          {data.needsProof && <NeedsProof may={may} establishment={data.establishment} />}
          <InForce rules={data} />
          <Conflicts conflicts={data.conflicts} />
          <RuleSets ruleSets={data.ruleSets} />
          <DatedItems items={data.items} />
        </>
      )}
    </Page>
  )
}

function NeedsProof({ may, establishment }: { may: boolean; establishment: string }) {
  return (
    <InsetText>
      <strong>Nobody is named for the rules of {establishment}.</strong> They were chosen when this desk was
      set up, without saying who told us.{' '}
      {may && <Link to="/rules/adopt">Record them again, with who said so and in which document</Link>}
    </InsetText>
  )
}

const STATES = {
  in_force: { text: 'In force', tone: 'planned' },
  coming: { text: 'Coming', tone: 'unknown' },
  past: { text: 'Past', tone: 'fact' },
  replaced: { text: 'Recorded again since', tone: 'fact' },
} as const

function InForce({ rules }: { rules: Rules }) {
  return (
    <Section title="Who works under which rules">
      <ScrollPane label="Adoptions">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Adoptions: those in force first</caption>
          <thead>
            <tr>
              <th scope="col">Cases of</th>
              <th scope="col">Rule set</th>
              <th scope="col">From</th>
              <th scope="col">On whose word</th>
            </tr>
          </thead>
          <tbody>
            {rules.adoptions.map((each) => (
              <tr key={`${each.region ?? ''} ${each.from} ${each.at}`}>
                <th scope="row">{each.region ?? `${rules.establishment}, its own`}</th>
                <td>
                  {each.name} <Tag {...STATES[each.state]} />
                </td>
                <td className="desk-nowrap">{showDate(each.from)}</td>
                <td>
                  {each.proof ?? 'Nobody named'}
                  <span className="desk-second">
                    Recorded by {each.by}, {showMoment(each.at)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      <p className="desk-second">
        A case is planned under the rules of its home probation region; under the establishment’s own where
        the region is unknown or has chosen none. A case the COM already has keeps the rules it was handed
        over under.
      </p>
    </Section>
  )
}

function Conflicts({ conflicts }: { conflicts: Rules['conflicts'] }) {
  return (
    <Section title="Where the sources disagree">
      <ScrollPane label="Where the sources disagree">
        <table className="desk-casetable desk-rules__conflicts">
          <caption className="govuk-visually-hidden">What each source says, and what is done here</caption>
          <thead>
            <tr>
              <th scope="col">About</th>
              <th scope="col">What each says</th>
              <th scope="col">What is done here</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.topic}</th>
                <td>
                  <ul className="desk-latest">
                    {each.says.map((said) => (
                      <li key={said.source}>
                        <strong>{said.what}</strong>{' '}
                        {said.appliesHere && <Tag text="Applies here" tone="planned" />}
                        <span className="desk-second">{said.source}</span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>{each.here}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

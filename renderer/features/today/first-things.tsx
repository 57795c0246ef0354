import { useNavigate } from 'react-router'
import { usePageActions } from '../../actions/page-actions.ts'
import { Button } from '../../components/govuk/button.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { askedWords, itemKey, verbOf, type Today, type WorkItem } from './work.ts'

/** Alt+1, Alt+2, Alt+3: the numbered things on the page. */
export function useNumberedActions(first: readonly WorkItem[]): void {
  const navigate = useNavigate()
  usePageActions(
    first.map((item, at) => ({
      id: `first-${at + 1}`,
      label: `${verbOf(item).label}: ${item.name}`,
      shortcut: `Alt+${at + 1}`,
      run: () => void navigate(verbOf(item).to),
    })),
  )
}

/** What to do before anything else, and why it is first. */
export function FirstThings({ today }: { today: Today }) {
  const { first, needing } = today
  const more = needing > first.length ? `of ${needing} that need you` : ''
  return (
    <Section title={first.length === 3 ? 'Three things first' : 'First'} note={more}>
      {first.length === 0 && <p className="desk-good">Nothing is late and nothing needs deciding today.</p>}
      <ol className="desk-first">
        {first.map((item, at) => (
          <li key={itemKey(item)}>
            <span className="desk-first__number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="desk-first__words">
              <div className="desk-first__who">
                <PersonLink personId={item.personId} name={item.name} prisonNumber={item.prisonNumber} />
                <Tags tags={item.tags} />
              </div>
              <div>{item.what}</div>
              {item.why && (
                <div className="desk-second">
                  <strong>Why first</strong> {item.why}
                </div>
              )}
              {item.owes?.answered && (
                <div className="desk-second">
                  {item.owes.who}
                  {askedWords(item.owes)}
                </div>
              )}
            </div>
            <div className="desk-first__do">
              <Button
                kind={at === 0 ? 'primary' : 'secondary'}
                to={verbOf(item).to}
                keys={`Alt+${at + 1}`}
                className="desk-first__verb"
              >
                {verbOf(item).label}
                <span className="govuk-visually-hidden"> for {item.name}</span>
              </Button>
              <SecondVerb item={item} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The pack, or the dates where the pack is already the first verb. */
function SecondVerb({ item }: { item: WorkItem }) {
  const [label, part] = verbOf(item).to.endsWith('/pack')
    ? ['See the dates', 'dates']
    : ['Open the pack', 'pack']
  return (
    <Button kind="secondary" to={`/case/${item.personId}/${part}`} className="desk-first__verb">
      {label}
      <span className="govuk-visually-hidden"> of {item.name}</span>
    </Button>
  )
}

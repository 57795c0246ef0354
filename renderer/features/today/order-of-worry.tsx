import { Link } from 'react-router'
import { Tags } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { spanInWords } from '../../../domain/text/dates.ts'
import { Details } from '../../components/govuk/notices.tsx'
import { askedWords, itemKey, lateness, verbOf, type Today, type WorkItem } from './work.ts'

interface Numbered {
  at: number
  item: WorkItem
}

const SHOWN = 12

/** Each person once, worst first: the first three, then what is overdue, then this week. */
function inOrder({ first, overdue, week }: Today): Numbered[] {
  const seen = new Set<string>()
  const order: WorkItem[] = []
  for (const item of [...first, ...overdue, ...week]) {
    if (seen.has(item.personId)) continue
    seen.add(item.personId)
    order.push(item)
  }
  return order.slice(0, SHOWN).map((item, at) => ({ at: at + 1, item }))
}

/** The unit's work as one list: who, why, whose, how late, and one verb. */
export function OrderOfWorry({ today }: { today: Today }) {
  const rows = inOrder(today)
  return (
    <Section
      title="Order of worry"
      note={`${rows.length} of ${Math.max(today.needing, rows.length)}. Risk, lateness, missing COM, missing meeting and flags in one order.`}
    >
      {rows.length === 0 ? (
        <p className="desk-good">Nothing is late and nothing needs deciding today.</p>
      ) : (
        <Table
          name="today:worry"
          caption="What needs the unit, worst first"
          captionHidden
          className="desk-worry"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ item }) => itemKey(item)}
        />
      )}
      <Details summary="How this order is made">
        <p>
          Each thing that needs somebody has a weight, and the heaviest case stands first. Somebody who may
          leave before handover, and within 18 months, heads the list whatever else there is. Then count, in
          this order: a transfer here with handover near or past; a case that moved back to the prison; a
          release within a week with something not ready; a COM overdue, more for each day; a COM missing near
          handover; a meeting to arrange anew, missed, to record or to book, more the nearer or later it is; a
          handover within a week; no hearing ahead past tariff; tasks and next steps overdue; flags. Risk of
          serious harm and MAPPA level are added once.
        </p>
      </Details>
      {today.needing > rows.length && (
        <p className="desk-more">
          <Link to="/handovers/upcoming">See all handovers</Link>
        </p>
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<Numbered>[] = [
  {
    key: 'at',
    head: <span className="govuk-visually-hidden">Place</span>,
    className: 'desk-worry__at',
    cell: ({ at }) => <strong>{at}</strong>,
  },
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    className: 'desk-person',
    cell: ({ item }) => (
      <>
        <Link to={`/case/${item.personId}`}>{item.name}</Link>
        <span className="desk-second">{item.prisonNumber}</span>
      </>
    ),
  },
  {
    key: 'why',
    head: 'Why, worst first',
    className: 'desk-worry__why',
    cell: ({ item }) => (
      <>
        <Tags tags={item.tags} />
        <span className="desk-second">
          {item.what} {item.tags.length === 0 && item.why}
        </span>
      </>
    ),
  },
  {
    key: 'pom',
    head: 'POM',
    className: 'desk-nowrap',
    cell: ({ item }) => (item.pom ? shortName(item.pom) : 'No POM'),
  },
  {
    key: 'owes',
    head: 'Owes an answer',
    cell: ({ item }) =>
      item.owes === null ? (
        ''
      ) : (
        <>
          {item.owes.who}
          <span className="desk-second">
            {item.owes.days === null ? '' : spanInWords(item.owes.days)}
            {askedWords(item.owes)}
          </span>
        </>
      ),
  },
  {
    key: 'due',
    head: 'Due',
    className: 'desk-nowrap',
    cell: ({ item }) => {
      const words = lateness(item.days)
      return item.days !== null && item.days <= 14 ? <strong>{words}</strong> : words
    },
  },
  {
    key: 'next',
    head: 'Next',
    className: 'desk-nowrap',
    cell: ({ item }) => (
      <Link to={verbOf(item).to}>
        {verbOf(item).short}
        <span className="govuk-visually-hidden"> for {item.name}</span>
      </Link>
    ),
  },
]

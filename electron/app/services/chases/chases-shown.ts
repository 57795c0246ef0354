import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import type { MessageNames } from '../../../../domain/chases/message.ts'
import { isMonthlyDue, MONTHLY_DAYS, monthlyDueDay } from '../../../../domain/chases/monthly.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Session } from '../../context.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { draftMessage, draftsOf, recipientsOf, rungInWords } from './drafts.ts'
import { escalationsOf, owedOf } from './escalations.ts'
import { addressesIn, ladderOf, monthlySentIn, type Addresses } from './ladder-setting.ts'
import { monthlyListsOf, monthlyMessage } from './monthly-lists.ts'
import type { CaseAsk } from './unit-chases.ts'

type Shown = OutputOf<'chases.show'>
type Ask = Shown['owes'][number]['rows'][number]

function lastShown(record: DecisionRecord | null): Ask['last'] {
  if (record === null) return null
  const { to, sentOn, answeredOn, answer } = record.body as Chase
  return { subject: record.subject, seen: record.id, to, by: record.byName, sentOn, answeredOn, answer }
}

export function askShown({ one, owed, climb, last, standing }: CaseAsk): Ask {
  const { next, isDue } = climb
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    about: owed.about,
    due: owed.due,
    days: climb.days,
    says: owed.says,
    short: owed.short,
    rung: isDue ? (next?.rung.days ?? null) : null,
    seen: standing?.id ?? null,
    next: next === null ? null : { days: next.rung.days, who: next.rung.who, on: next.on },
    last: lastShown(last),
  }
}

const lastAsked = (asks: readonly CaseAsk[]): CivilDate | null => {
  const days = asks.flatMap(({ climb }) => (climb.last === null ? [] : [climb.last.sentOn]))
  return days.toSorted().at(-1) ?? null
}

/** Everything the page of chases shows of these cases; the monthly lists are of the whole unit. */
export function chasesShown(
  session: Session,
  unit: Unit,
  cases: readonly UnitCase[],
  names: MessageNames,
): Shown {
  const { store } = session
  const { today } = unit
  const addresses = addressesIn(store.read)
  const drafts = draftsOf(store, unit, cases)
  return {
    today,
    ladder: [...ladderOf(store)],
    messages: drafts.length,
    escalations: escalationsOf(store, unit, cases).map(({ rung, asks }) => ({
      rung,
      rows: asks.map((ask) => Object.assign(askShown(ask), { place: ask.place.name })),
    })),
    owes: owedOf(store, unit, cases).map(({ kind, key, name, of, asks, longest }) => ({
      kind,
      key,
      name,
      of,
      asks: asks.length,
      longest,
      lastAsked: lastAsked(asks),
      rows: asks.map(askShown),
    })),
    drafts: drafts.map((draft) => {
      const { to, cc } = recipientsOf(draft, addresses)
      const { subject, text } = draftMessage(session, draft, names)
      return {
        key: draft.place.key,
        place: draft.place.name,
        to,
        cc,
        subject,
        text,
        toWords: draft.rungs.map(rungInWords).join('; '),
        due: draft.due.map(askShown),
        open: draft.open.map(askShown),
      }
    }),
    monthly: monthlyShown(session, unit, addresses),
  }
}

function monthlyShown(session: Session, unit: Unit, addresses: Addresses): Shown['monthly'] {
  const { today } = unit
  const sent = monthlySentIn(session.store.read)
  const [first] = ladderOf(session.store)
  return {
    dueOn: monthlyDueDay(today),
    until: addDays(today, MONTHLY_DAYS),
    lists: monthlyListsOf(unit).map((list) => {
      const { place, rows } = list
      const known = sent[place.key] ?? null
      const { to } = recipientsOf({ place, rungs: first === undefined ? [] : [first] }, addresses)
      const { subject, text } = monthlyMessage(session, list, today)
      return {
        key: place.key,
        place: place.name,
        to,
        cc: [],
        subject,
        text,
        people: rows.length,
        unnamed: rows.filter(({ com }) => com === null).length,
        isDue: isMonthlyDue(known?.sentOn ?? null, today),
        sentOn: known?.sentOn ?? null,
        sentBy: known?.by ?? null,
        rows: rows.map(({ one, handover, com }) => ({
          personId: one.personId,
          name: one.name,
          prisonNumber: one.prisonNumber,
          handover,
          com,
        })),
      }
    }),
  }
}

import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import type { MessageNames } from '../../../../domain/chases/message.ts'
import { isMonthlyDue, MONTHLY_DAYS, monthlyDueDay } from '../../../../domain/chases/monthly.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import type { Session } from '../../context.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { draftMessage, draftsOf, recipientsOf, rungInWords } from './drafts.ts'
import { escalationsOf, owedOf } from './escalations.ts'
import { addressesIn, ladderOf, monthlySentIn } from './ladder-setting.ts'
import { monthlyListsOf } from './monthly-lists.ts'
import { asksOn, type CaseAsk } from './unit-chases.ts'

type Shown = OutputOf<'chases.show'>
type Ask = Shown['drafts'][number]['due'][number]
type Owing = Shown['owes'][number]['people'][number]

function lastShown(record: DecisionRecord | null): Ask['last'] {
  if (record === null) return null
  const { to, sentOn, answeredOn, answer } = record.body as Chase
  return { subject: record.subject, seen: record.id, to, by: record.byName, sentOn, answeredOn, answer }
}

function askShown({ one, owed, climb, last, standing }: CaseAsk): Ask {
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

/** Each case once, with what is owed on it in a few words; the order of the first of each. */
function owingOf<T extends Owing>(asks: readonly CaseAsk[], finish: (row: Owing, ask: CaseAsk) => T): T[] {
  const byPerson = new Map<string, CaseAsk[]>()
  for (const ask of asks) {
    const own = byPerson.get(ask.one.personId)
    if (own === undefined) byPerson.set(ask.one.personId, [ask])
    else own.push(ask)
  }
  return [...byPerson].map(([personId, own]) => {
    const ask = own[0] as CaseAsk
    const { name, prisonNumber } = ask.one
    const [first = '', ...rest] = new Set(own.map(({ owed }) => owed.short))
    const known = own.flatMap(({ climb }) => (climb.days === null ? [] : [climb.days]))
    const row = {
      personId,
      name,
      prisonNumber,
      what: [first, ...rest.map(midSentence)].join(', '),
      days: known.length === 0 ? null : Math.max(...known),
    }
    return finish(row, ask)
  })
}

function askedOf(asks: readonly CaseAsk[]): Shown['asked'] {
  const places = new Map<string, Shown['asked'][number]>()
  for (const ask of asks) {
    if (ask.last === null) continue
    const { key, name: place } = ask.place
    let known = places.get(key)
    if (known === undefined) places.set(key, (known = { key, place, rows: [] }))
    known.rows.push(askShown(ask))
  }
  return [...places.values()].sort((a, b) => a.place.localeCompare(b.place, 'en-GB'))
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
      rows: owingOf(asks, (row, { place }) => Object.assign(row, { key: place.key, place: place.name })),
    })),
    owes: owedOf(store, unit, cases).map(({ kind, key, name, of, asks, longest }) => ({
      kind,
      key,
      name,
      of,
      asks: asks.length,
      longest,
      lastAsked: lastAsked(asks),
      placeKey: asks[0]?.place.key ?? '',
      people: owingOf(asks, (row) => row),
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
        rungs: draft.rungs.map(({ days }) => days),
        due: draft.due.map(askShown),
        open: draft.open.length,
      }
    }),
    asked: askedOf(asksOn(store, unit, cases)),
    monthly: monthlyShown(session, unit),
  }
}

function monthlyShown({ store }: Session, unit: Unit): Shown['monthly'] {
  const { today } = unit
  const sent = monthlySentIn(store.read)
  return {
    dueOn: monthlyDueDay(today),
    until: addDays(today, MONTHLY_DAYS),
    lists: monthlyListsOf(unit).map(({ place, rows }) => {
      const known = sent[place.key] ?? null
      return {
        key: place.key,
        place: place.name,
        people: rows.length,
        unnamed: rows.filter(({ com }) => com === null).length,
        isDue: isMonthlyDue(known?.sentOn ?? null, today),
        sentOn: known?.sentOn ?? null,
        sentBy: known?.by ?? null,
      }
    }),
  }
}

import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import { whoAsked } from '../../../../domain/chases/ladder.ts'
import type { MessageNames } from '../../../../domain/chases/message.ts'
import { isMonthlyDue, MONTHLY_DAYS, monthlyDueDay } from '../../../../domain/chases/monthly.ts'
import { workingDayFrom } from '../../../../domain/chases/working-day.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Session } from '../../context.ts'
import { byHandover, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { draftMessage, draftsOf, recipientsOf, stepsOfDraft } from './drafts.ts'
import { byPerson, escalationsOf, owedInWords, owedOf } from './escalations.ts'
import { addressesIn, ladderOf, monthlySentIn } from './ladder-setting.ts'
import { isHandoverNear, monthlyListsOf } from './monthly-lists.ts'
import { isSomewhere, placeOf } from './place.ts'
import { asksOn, type CaseAsk } from './unit-chases.ts'

type Shown = OutputOf<'chases.show'>
type Ask = Shown['drafts'][number]['due'][number]
type Owing = Shown['owes'][number]['people'][number]

function lastShown(record: DecisionRecord | null): Ask['last'] {
  if (record === null) return null
  const { to, sentOn, answeredOn, answer, promisedOn = null } = record.body as Chase
  const { subject, id: seen, byName: by } = record
  return { subject, seen, to, by, sentOn, answeredOn, answer, promisedOn }
}

/** Days count as they fall; a day ahead is said as one somebody is there to ask on. */
function nextShown({ climb: { next, isDue, last } }: CaseAsk): Ask['next'] {
  if (next === null) return null
  const { rung, on } = next
  return { days: rung.days, who: whoAsked(rung, last === null), on: isDue ? on : workingDayFrom(on) }
}

function askShown(ask: CaseAsk): Ask {
  const { one, owed, climb, last, standing } = ask
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
    next: nextShown(ask),
    last: lastShown(last),
  }
}

const lastAsked = (asks: readonly CaseAsk[]): CivilDate | null => {
  const days = asks.flatMap(({ climb }) => (climb.last === null ? [] : [climb.last.sentOn]))
  return days.toSorted().at(-1) ?? null
}

/** One person, with everything of the asks on them in a few words. */
function owingShown(own: readonly CaseAsk[]): Owing {
  const { one } = own[0] as CaseAsk
  const known = own.flatMap(({ climb }) => (climb.days === null ? [] : [climb.days]))
  const asked = own.toSorted((a, b) => ((a.climb.last?.sentOn ?? '') < (b.climb.last?.sentOn ?? '') ? 1 : -1))
  const next = own.flatMap((ask) => nextShown(ask) ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    what: owedInWords(own),
    days: known.length === 0 ? null : Math.max(...known),
    last: lastShown(asked[0]?.last ?? null),
    next: next[0] ?? null,
  }
}

/** Of whom nobody in the community is known, where somebody would be asked or told: the longest wait first, then those whose handover is near. */
function teamToFindOf({ store }: Session, unit: Unit, cases: readonly UnitCase[]): Owing[] {
  const owed = byPerson(asksOn(store, unit, cases).filter(({ place }) => !isSomewhere(place))).map(owingShown)
  const already = new Set(owed.map(({ personId }) => personId))
  const near = cases.filter(
    (one) =>
      !already.has(one.personId) &&
      isHandoverNear(one, unit.today) &&
      !isSomewhere(placeOf(one.planned.person.record)),
  )
  return [
    ...owed.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1)),
    ...near.toSorted(byHandover).map(({ personId, name, prisonNumber, planned }) => ({
      personId,
      name,
      prisonNumber,
      what: `Handover on ${formatDate(planned.plan?.handover_date as CivilDate)}`,
      days: null,
      last: null,
      next: null,
    })),
  ]
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
      rows: byPerson(asks).map((own) =>
        Object.assign(owingShown(own), { key: own[0]?.place.key ?? '', place: own[0]?.place.name ?? '' }),
      ),
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
      people: byPerson(asks).map(owingShown),
    })),
    teamToFind: teamToFindOf(session, unit, cases),
    drafts: drafts.map((draft) => {
      const { to, cc } = recipientsOf(draft, addresses)
      const steps = stepsOfDraft(draft)
      const { subject, text } = draftMessage(session, draft, names)
      return {
        key: draft.place.key,
        place: draft.place.name,
        to,
        cc,
        subject,
        text,
        toWords: steps.map(({ toWords }) => toWords).join('; '),
        rungs: draft.rungs.map(({ days }) => days),
        steps,
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

import type { Store } from '../../../../db/types.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import { formatDayAndDate } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, midSentence } from '../../../../domain/text/status-tags.ts'
import { whoOf } from '../diary/events.ts'
import { byPerson, escalationsOf, owedInWords, owedOf } from '../chases/escalations.ts'
import { asksOf, type CaseAsk } from '../chases/unit-chases.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { isOwnStep, stepsOf } from '../meetings/steps-of.ts'
import { compareText } from '../../../../domain/text/compare-text.ts'

type Today = OutputOf<'today.show'>
type Waiting = Today['waiting'][number]

/** More names than this are a page of their own. */
const MOST_OWERS = 6

const ref = ({ personId, name, prisonNumber }: UnitCase) => ({ personId, name, prisonNumber })

/** Who owes an answer: the COM once one is named, until then the place that has to name one. */
const owerOf = ({ one, place }: CaseAsk): string => one.com.name ?? place.name

const askedOn = ({ last }: CaseAsk): Waiting['asked'] => (last === null ? null : (last.body as Chase).sentOn)

/** When the last message was answered: what it asked for is owed all the same while the record does not hold it. */
const answeredOn = ({ last }: CaseAsk): Waiting['answered'] =>
  last === null ? null : (last.body as Chase).answeredOn

/** The last day of several asks, each of which may have none. */
const lastOf = (days: readonly Waiting['asked'][]): Waiting['asked'] =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

/** What probation owes on these cases, and next steps others agreed to whose day has come; the longest wait first. */
export function waitingOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
): { waiting: Waiting[]; total: number } {
  const { today } = unit
  const waiting: Waiting[] = []
  const asks = asksOf(store, unit)
  for (const one of cases) {
    const owed = asks.get(one.personId)
    waiting.push(...(owed === undefined ? comWanted(one) : [askedFor(one, owed)]))
    for (const step of stepsOf(one)) {
      const { what, owner, by, done } = step
      if (done !== null || by > today || isOwnStep(step)) continue
      const days = daysBetween(by, today)
      waiting.push({ ...ref(one), what, who: owner, days, asked: null, answered: null, kind: 'step' })
    }
  }
  waiting.sort(
    (a, b) =>
      (b.days ?? -1) - (a.days ?? -1) ||
      compareText(wantedBy(unit, a), wantedBy(unit, b)) ||
      compareText(a.name, b.name),
  )
  return { waiting, total: waiting.length }
}

/** Everything owed on one case as one: whoever owes it owes it together. */
function askedFor(one: UnitCase, asks: readonly CaseAsk[]): Waiting {
  const days = asks.flatMap(({ climb }) => (climb.days === null ? [] : [climb.days]))
  const [first] = asks
  return {
    ...ref(one),
    what: asks.map(({ owed }, at) => (at === 0 ? owed.short : midSentence(owed.short))).join('; '),
    who: first === undefined ? '' : owerOf(first),
    days: days.length === 0 ? null : Math.max(...days),
    asked: lastOf(asks.map(askedOn)),
    answered: lastOf(asks.map(answeredOn)),
    kind: 'chase',
  }
}

/** A COM who has to be named within a fortnight, and is not: nothing is owed yet, and somebody has to see that it comes. */
function comWanted(one: UnitCase): Waiting[] {
  const { com, days, planned } = one
  const handover = planned.plan?.handover_date ?? null
  if (com.state !== 'missing' || handover === null || days === null || days < 0 || days > CLOSE_DAYS)
    return []
  const what = `COM by ${formatDayAndDate(handover)}`
  return [{ ...ref(one), what, who: whoOf(one), days: null, asked: null, answered: null, kind: 'coming' }]
}

const wantedBy = (unit: Unit, { personId, days }: Waiting): string =>
  days === null ? (unit.byId.get(personId)?.planned.plan?.handover_date ?? LAST) : ''
/** After every day there is. */
const LAST = '9999'
/** Who owes the longest on one case; null where nobody does. */
export function owedOnCase(store: Store, unit: Unit, { personId }: UnitCase): Today['first'][number]['owes'] {
  let longest: CaseAsk | null = null
  for (const ask of asksOf(store, unit).get(personId) ?? [])
    if (longest === null || (ask.climb.days ?? -1) > (longest.climb.days ?? -1)) longest = ask
  return longest === null
    ? null
    : {
        who: owerOf(longest),
        days: longest.climb.days,
        asked: askedOn(longest),
        answered: answeredOn(longest),
      }
}

/** Whom a message is due on today, by step of the ladder: each person once at a step, with what is owed joined. */
export const escalationsShown = (
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
): Pick<Today, 'escalations' | 'escalationsTotal'> => {
  const steps = escalationsOf(store, unit, cases).map(({ rung, asks }) => ({ rung, people: byPerson(asks) }))
  return {
    escalations: steps.map(({ rung, people }) => ({
      days: rung.days,
      who: rung.who,
      total: people.length,
      rows: people
        .slice(0, MOST_OWERS)
        .flatMap((own) =>
          own
            .slice(0, 1)
            .map(({ one, place }) => Object.assign(ref(one), { place: place.name, short: owedInWords(own) })),
        ),
    })),
    escalationsTotal: new Set(
      steps.flatMap(({ people }) => people.flatMap((own) => own.slice(0, 1).map(({ one }) => one.personId))),
    ).size,
  }
}

/** Who owes an answer, the longest wait first. */
export function owesShown(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
): Pick<Today, 'owes' | 'owesTotal'> {
  const all = owedOf(store, unit, cases)
  return {
    owes: all
      .slice(0, MOST_OWERS)
      .map(({ name, of, asks, longest }) => ({ name, of, asks: asks.length, longest })),
    owesTotal: all.length,
  }
}

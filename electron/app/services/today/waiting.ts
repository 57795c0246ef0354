import type { Store } from '../../../../db/types.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import { escalationsOf, owedOf } from '../chases/escalations.ts'
import { asksOf, asksOn, type CaseAsk } from '../chases/unit-chases.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { stepsOf } from '../meetings/steps-of.ts'

type Today = OutputOf<'today.show'>
type Waiting = Today['waiting'][number]

/** More names than this are a page of their own. */
const MOST_OWERS = 6

const ref = ({ personId, name, prisonNumber }: UnitCase) => ({ personId, name, prisonNumber })

/** Who owes an answer: the COM once one is named, until then the place that has to name one. */
const owerOf = ({ one, place }: CaseAsk): string => one.com.name ?? place.name

const askedOn = ({ last }: CaseAsk): Waiting['asked'] => (last === null ? null : (last.body as Chase).sentOn)

/** What probation owes on these cases, and next steps others agreed to whose day has come; the longest wait first. */
export function waitingOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
): { waiting: Waiting[]; total: number } {
  const { today } = unit
  const waiting: Waiting[] = []
  for (const ask of asksOn(store, unit, cases)) {
    const { one, owed, climb } = ask
    waiting.push({
      ...ref(one),
      what: owed.short,
      who: owerOf(ask),
      days: climb.days,
      asked: askedOn(ask),
      kind: 'chase',
    })
  }
  for (const one of cases) {
    for (const { what, owner, by, done } of stepsOf(one)) {
      if (done !== null || by > today || owner.endsWith('(POM)')) continue
      waiting.push({ ...ref(one), what, who: owner, days: daysBetween(by, today), asked: null, kind: 'step' })
    }
  }
  waiting.sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || (a.name < b.name ? -1 : 1))
  return { waiting, total: waiting.length }
}

/** Who owes the longest on one case; null where nobody does. */
export function owedOnCase(store: Store, unit: Unit, { personId }: UnitCase): Today['first'][number]['owes'] {
  let longest: CaseAsk | null = null
  for (const ask of asksOf(store, unit).get(personId) ?? [])
    if (longest === null || (ask.climb.days ?? -1) > (longest.climb.days ?? -1)) longest = ask
  return longest === null ? null : { who: owerOf(longest), days: longest.climb.days, asked: askedOn(longest) }
}

/** The messages due today, by step of the ladder. */
export const escalationsShown = (
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
): Today['escalations'] =>
  escalationsOf(store, unit, cases).map(({ rung, asks }) => ({
    days: rung.days,
    who: rung.who,
    rows: asks.map(({ one, place, owed }) =>
      Object.assign(ref(one), { place: place.name, short: owed.short }),
    ),
  }))

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

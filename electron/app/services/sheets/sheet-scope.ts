import { namesAny } from '../../../../domain/model/staff-name.ts'
import { timeInLondon } from '../../../../db/london-day.ts'
import type { Scope } from '../../../../domain/contract/schemas.ts'
import { formatLongDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { coveredBy, type Covered } from '../allocation/covering.ts'
import { casesOf, unitOf, type Unit, type UnitCase } from '../caseload/unit-view.ts'

/** Whose cases a sheet is about. */
export interface SheetScope {
  unit: Unit
  /** Present ones, the user's own and those covered alike. */
  cases: UnitCase[]
  /** Those Today counts under the same words; where those covered stand beside them, without these. */
  own: UnitCase[]
  /** Beside one's own, and for whom: `Jonah Askey and Beth Lindqvist`. Null where a sheet is all of one kind. */
  covering: { cases: UnitCase[]; whom: string } | null
  /** The time of day it is made, `14:30`. */
  time: string
  /** Everybody ever recorded who is or was in these POMs' names. */
  everybody: UnitCase[]
  /** `Amy Thornber`, `the unit` */
  whose: string
  /** `58 cases, and 6 covered for Jonah Askey until Friday 27 November 2026` */
  counted: string
  /** The prison number, where two people here have this name: a narrow column has no room for everybody’s. */
  numberOf(one: UnitCase): string
  /** Beside a name: `covering`, or on a sheet of the unit the POM. */
  markOf(one: UnitCase): string
}

const countCases = (count: number) => (count === 1 ? '1 case' : `${count.toLocaleString('en-GB')} cases`)

/** `Amy Thornber` as `A Thornber`: beside a name there is no room for more. */
function shortPom(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/u)
  return rest.length === 0 || first.endsWith(',') ? name : `${first.charAt(0)} ${rest.join(' ')}`
}

const coveredInWords = (covered: readonly Covered[]): string =>
  covered.map(({ name, until }) => `${name} until ${formatLongDate(until)}`).join(' and ')

/** `Jonah Askey`, `Jonah Askey, Beth Lindqvist and Amy Thornber` */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' and ')

function numbersOfNamesakes({ cases }: Unit): (one: UnitCase) => string {
  const met = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of cases) {
    if (met.has(name)) shared.add(name)
    met.add(name)
  }
  return ({ name, prisonNumber }) => (shared.has(name) ? prisonNumber : '')
}

/** Where each of these stands: every list shows one's own cases and those covered apart. */
export function placesOf(
  { covering }: SheetScope,
  rows: readonly { personId: string | null }[],
  place: string | readonly string[],
): string | readonly string[] {
  if (covering === null) return place
  const covered = new Set<string | null>(covering.cases.map(({ personId }) => personId))
  return rows.map(({ personId }, at) => {
    const own = typeof place === 'string' ? place : (place[at] ?? '')
    return covered.has(personId) ? `${own}, under Covering` : own
  })
}

/** Own cases come with those covered for a colleague today. */
export function sheetScope(desk: Desk, { store, user }: Session, scope: Scope): SheetScope {
  const unit = unitOf(desk.planning, store, desk.clock.today())
  const time = timeInLondon(desk.clock.now())
  const pomOf = ({ planned }: UnitCase) => planned.person.record.pom_name ?? null
  if (scope === 'unit')
    return {
      unit,
      cases: unit.cases,
      own: unit.cases,
      covering: null,
      time,
      everybody: [...unit.byId.values()],
      whose: 'the unit',
      counted: countCases(unit.cases.length),
      numberOf: numbersOfNamesakes(unit),
      markOf: (one) => {
        const pom = pomOf(one)
        return pom === null ? 'no POM' : shortPom(pom)
      },
    }
  const covered = coveredBy(store, user.name, unit.today)
  const names = covered.map(({ name }) => name)
  const isCovered = namesAny(names)
  const poms = scope === 'mine' ? [user.name, ...names] : names
  const cases = casesOf(unit, poms)
  const isTheirs = namesAny(poms)
  const forOthers = cases.filter((one) => isCovered(pomOf(one)))
  const own = scope === 'mine' ? casesOf(unit, [user.name]) : cases
  const others = `${forOthers.length} covered for ${coveredInWords(covered)}`
  return {
    unit,
    cases,
    own,
    covering: scope === 'mine' && names.length > 0 ? { cases: forOthers, whom: listed(names) } : null,
    time,
    everybody: [...unit.byId.values()].filter((one) => isTheirs(pomOf(one))),
    whose: scope === 'mine' ? user.name : `cases ${user.name} covers`,
    counted:
      scope === 'covering'
        ? `${countCases(forOthers.length)} covered`
        : covered.length === 0
          ? countCases(own.length)
          : `${countCases(own.length)}, and ${others}`,
    numberOf: numbersOfNamesakes(unit),
    markOf: (one) => (isCovered(pomOf(one)) ? 'covering' : ''),
  }
}

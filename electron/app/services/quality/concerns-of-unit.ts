import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { concernsOf, type Concern } from '../../../../domain/planning/concerns.ts'
import { findImprisonmentStatus } from '../../../../domain/reference/imprisonment-statuses.ts'
import { findRegion } from '../../../../domain/reference/probation-regions.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { openReviewsOf } from '../parole/reviews-of.ts'
import { homeRegionOf } from '../planning/facts-of.ts'

/** A status as written that no list knows. An extract's newer codes are kept; the rules cannot read them. */
function unknownStatusOf({ imprisonment_status: written }: PersonRecord): string | null {
  const status = written?.trim() ?? ''
  return status === '' || findImprisonmentStatus(status) !== null ? null : status
}

/** Prison numbers by CRN, of those more than one person here has. */
function sharedCrns(cases: readonly UnitCase[]): Map<string, string[]> {
  const numbers = new Map<string, string[]>()
  for (const { planned, prisonNumber } of cases) {
    const crn = planned.person.record.crn
    if (!crn) continue
    const known = numbers.get(crn)
    if (known === undefined) numbers.set(crn, [prisonNumber])
    else known.push(prisonNumber)
  }
  for (const [crn, found] of numbers) if (found.length < 2) numbers.delete(crn)
  return numbers
}

function concernsOfCase(one: UnitCase, today: Unit['today'], shared: Map<string, string[]>): Concern[] {
  const { planned, prisonNumber } = one
  const { record } = planned.person
  const region = homeRegionOf(record)
  const others = record.crn ? (shared.get(record.crn) ?? []) : []
  return concernsOf({
    facts: planned.facts,
    plan: planned.plan,
    missing: planned.missing?.message ?? null,
    today,
    region,
    regionKnown: region !== null && findRegion(region) !== null,
    unknownStatus: unknownStatusOf(record),
    openReviews: openReviewsOf(planned.decisions, record),
    sameCrn: others.filter((number) => number !== prisonNumber),
  })
}

// A unit is made anew when anything in it changes, so what is doubtful in it is worked out once, for whoever asks.
const remembered = new WeakMap<Unit, ReadonlyMap<string, readonly Concern[]>>()

/** What is doubtful of each case, by person; a case with nothing doubtful is not in it. */
export function concernsOfUnit(unit: Unit): ReadonlyMap<string, readonly Concern[]> {
  let found = remembered.get(unit)
  if (found === undefined) {
    const shared = sharedCrns(unit.cases)
    const concerns = new Map<string, readonly Concern[]>()
    for (const one of unit.cases) {
      const its = concernsOfCase(one, unit.today, shared)
      if (its.length > 0) concerns.set(one.personId, its)
    }
    remembered.set(unit, (found = concerns))
  }
  return found
}

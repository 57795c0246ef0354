import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { AllocationRole } from '../../../../domain/allocation/allocation.ts'
import { recommendPom, type PomRecommendation } from '../../../../domain/allocation/recommend-pom.ts'
import { isImmigration } from '../../../../domain/planning/case-work.ts'
import { ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

export type HeldCase = OutputOf<'staff.show'>['cases'][number]

/** Which kind of POM a case asks for today. */
export function recommendationFor({ facts, person, responsibility }: PlannedCase): PomRecommendation {
  return recommendPom({
    tier: person.record.tier ?? null,
    rosh: facts.rosh_level ?? null,
    responsibility,
    immigration: isImmigration(facts),
  })
}

/** What the POM of a case is: responsible, or supporting a COM who is. Empty where nobody is responsible. */
export function standingOf({ responsibility }: PlannedCase): string {
  if (responsibility === null) return ''
  return responsibility === 'com' ? 'Supporting' : 'Responsible'
}

/** The RoSH level in words; null where none is known. */
export const roshOf = ({ facts }: PlannedCase): string | null =>
  facts.rosh_level ? ROSH_WORDS[facts.rosh_level] : null

/** One case as lists of cases to hand over show it. */
export function heldCaseOf(one: UnitCase, role: AllocationRole): HeldCase {
  const { planned } = one
  const { kind, says } = recommendationFor(planned)
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    role,
    version: planned.person.version,
    standing: standingOf(planned),
    tier: planned.person.record.tier ?? null,
    rosh: roshOf(planned),
    handover: planned.plan?.handover_date ?? null,
    recommended: role === 'pom' ? kind : null,
    says: role === 'pom' ? says : 'Works beside the POM: either kind',
  }
}

import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Responsibility } from '../model/plan.ts'
import type { ResponsibilityOverride } from '../model/responsibility-override.ts'

/** The last day an override holds: its own end, or the day before it was ended. May come before its first day. */
export function lastDayOf({ until, ended }: ResponsibilityOverride): CivilDate {
  if (ended === null) return until
  const last = addDays(ended.on, -1)
  return last < until ? last : until
}

/** Whether an override holds on `day`. It ends by itself the day after its end. */
export function holdsOn(override: ResponsibilityOverride, day: CivilDate): boolean {
  return override.from <= day && day <= lastDayOf(override)
}

/** Of the overrides recorded, oldest first, the one in force on `day`: the latest recorded that holds then; else null. */
export function overrideOn<O extends { body: ResponsibilityOverride }>(
  overrides: readonly O[],
  day: CivilDate,
): O | null {
  return overrides.findLast(({ body }) => holdsOn(body, day)) ?? null
}

/**
 * Who is responsible once an override is taken into account: the side it names, the other supporting (rule-sets.md, An
 * override). Somebody outside OMiC stays outside: there is no responsibility to override.
 */
export function responsibilityUnder(
  calculated: Responsibility | null,
  override: ResponsibilityOverride | null,
): Responsibility | null {
  if (override === null || calculated === null) return calculated
  return override.to === 'com' ? 'com' : 'pom_with_com'
}

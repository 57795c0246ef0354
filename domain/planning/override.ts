import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Plan, Responsibility } from '../model/plan.ts'
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

/** Whether an override has still to begin: it will hold on some day after `today`, and none up to it. */
export function isComing(override: ResponsibilityOverride, today: CivilDate): boolean {
  return override.from > today && lastDayOf(override) >= override.from
}

/**
 * Whether an override would make anybody else responsible on any of its days than the rules do. `plan` is the case's plan on
 * the day it is recorded; somebody outside OMiC has no responsibility to change.
 */
export function changesResponsibility(
  { to, from, until }: Pick<ResponsibilityOverride, 'to' | 'from' | 'until'>,
  { responsibility, handover_date: handover }: Pick<Plan, 'responsibility' | 'handover_date'>,
): boolean {
  if (responsibility === null) return false
  if (handover === null) return (responsibility === 'com') !== (to === 'com')
  return to === 'com' ? from < handover : until >= handover
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
 * override). Somebody outside OMiC stays outside: there is no responsibility to override. One that names who is responsible
 * already changes nothing: no COM supports before there is a handover to support.
 */
export function responsibilityUnder(
  calculated: Responsibility | null,
  override: ResponsibilityOverride | null,
): Responsibility | null {
  if (override === null || calculated === null) return calculated
  if (override.to === calculated) return calculated
  return override.to === 'com' ? 'com' : 'pom_with_com'
}

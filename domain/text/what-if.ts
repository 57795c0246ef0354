import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Plan } from '../model/plan.ts'
import type { ComparedMeeting } from '../planning/compare-plans.ts'
import { MANDATED_MEETINGS } from '../planning/mandated-meetings.ts'
import { formatDate, spanInMonths } from './dates.ts'
import { describeReason, RESPONSIBILITY_TEXT } from './reasons.ts'
import { countDays } from './status-tags.ts'

/** `Handover would be 15 April 2026: COM responsible now`. */
export function whatIfHeadline(plan: Plan): string {
  const { handover_date: handover, responsibility, today } = plan
  if (responsibility === null) return 'Would be outside offender management in custody'
  if (handover === null) {
    const who = responsibility === 'com' ? 'COM responsible now' : RESPONSIBILITY_TEXT[responsibility]
    return `No handover date: ${who}`
  }
  const day = `Handover would be ${formatDate(handover)}`
  if (handover <= today) return `${day}: COM responsible now`
  const until = `until ${formatDate(addDays(handover, -1))}`
  return responsibility === 'pom_with_com'
    ? `${day}: POM responsible ${until}, COM supports now`
    : `${day}: POM responsible ${until}`
}

/** `7 months 8 days ago`, `in 4 months`, `today`. */
export function howFarOff(date: CivilDate, today: CivilDate): string {
  if (date === today) return 'today'
  return date < today ? `${spanInMonths(date, today)} ago` : `in ${spanInMonths(today, date)}`
}

/** How far from today's plan the handover date would be. `days` is negative when sooner. */
export function againstToday(before: Plan, after: Plan, days: number | null): string {
  const [from, to] = [before.handover_date, after.handover_date]
  if (from === null && to === null) return `${describeReason(after.reason)}.`
  if (from === null) return 'The plan today has no handover date.'
  if (to === null)
    return `The handover date of today’s plan, ${formatDate(from)}, would go. ${describeReason(after.reason)}.`
  if (days === null || days === 0) return `The same day as in today’s plan.`
  return `${countDays(Math.abs(days))} ${days < 0 ? 'earlier' : 'later'} than in today’s plan, ${formatDate(from)}.`
}

/** A meeting that would appear, go, move or be late at once, in one sentence; null where nothing happens to it. */
export function meetingIf({ id, from, to, held, lateAtOnce }: ComparedMeeting): string | null {
  if (from === to) return null
  const { name } = MANDATED_MEETINGS[id]
  if (held) return `${name}: already held, and kept.`
  if (to === null) return `${name}: no longer needed by ${formatDate(from as CivilDate)}.`
  const late = lateAtOnce ? ', late at once' : ''
  return from === null
    ? `${name}: by ${formatDate(to)}${late}.`
    : `${name}: by ${formatDate(to)}, not ${formatDate(from)}${late}.`
}

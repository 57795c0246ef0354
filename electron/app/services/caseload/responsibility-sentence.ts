import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import {
  OVERRIDE_REASON_WORDS,
  type ResponsibilityOverride,
} from '../../../../domain/model/responsibility-override.ts'
import { lastDayOf } from '../../../../domain/planning/override.ts'
import { formatDate, formatLongDate } from '../../../../domain/text/dates.ts'
import { REASON_TEXT } from '../../../../domain/text/reasons.ts'
import { comingOverride } from '../planning/decided.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

/**
 * Who is responsible now and until when; where the plan cannot be made, what is missing. An override comes first, with what
 * the rules alone would say after it: it never changes a date. One that has still to begin comes last. `passedOn` is the day a
 * change put the handover date in the past, where one did.
 */
export function responsibilitySentence(
  planned: PlannedCase,
  today: CivilDate,
  passedOn: CivilDate | null = null,
): string {
  const { plan, missing, override } = planned
  if (plan === null) return missing?.message ?? ''
  const calculated = calculatedSentence(plan, today, passedOn)
  if (plan.responsibility === null) return calculated
  const coming = comingOverride(planned.decisions, today)
  const then = coming === null ? '' : ` From ${formatLongDate(coming.from)}: ${overrideInWords(coming)}.`
  if (override === null) return `${calculated}${then}`
  return `${overrideInWords(override.body)}. Without it: ${calculated}${then}`
}

function overrideInWords(override: ResponsibilityOverride): string {
  const who = override.to === 'com' ? 'COM responsible' : 'POM responsible, with the COM supporting,'
  return `${who} until ${formatLongDate(lastDayOf(override))}, by override: ${OVERRIDE_REASON_WORDS[override.reason]}`
}

function calculatedSentence(plan: Plan, today: CivilDate, passedOn: CivilDate | null): string {
  const reason = REASON_TEXT[plan.reason]
  const { responsibility, handover_date: handover, handover_start_date: start } = plan
  if (responsibility === null) return `${reason}.`
  if (handover === null) {
    if (responsibility === 'com') return `COM responsible now, with no handover date. ${reason}.`
    const supports = responsibility === 'pom_with_com' ? ', with the COM supporting' : ''
    return `POM responsible${supports}, with no handover date. ${reason}.`
  }
  if (today >= handover) {
    return passedOn === null
      ? `COM responsible since ${formatLongDate(handover)}.`
      : `COM responsible since ${formatLongDate(passedOn)}, when the handover date became ${formatDate(handover)}.`
  }
  const until = `until ${formatLongDate(addDays(handover, -1))}`
  const then = `COM responsible from ${formatLongDate(handover)}.`
  if (responsibility === 'pom_with_com') {
    return `POM responsible, with the COM supporting since ${formatLongDate(start ?? handover)}, ${until}. ${then}`
  }
  const support =
    start === null || start === handover ? '' : `, with the COM supporting from ${formatLongDate(start)},`
  return `POM responsible${support} ${until}. ${then}`
}

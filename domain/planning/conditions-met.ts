import { dayNumberPacked, packKnown } from '../dates/packed-date.ts'
import { weekdayOfDayNumber } from '../dates/arithmetic.ts'
import { isHolidayNumber } from '../dates/working-days.ts'
import { CONDITION_IDS, type ConditionId } from '../dated-work/condition.ts'
import type { CaseFacts, NEEDS } from '../model/case-facts.ts'
import { hand, releaseDay, releaseType } from './case-in-hand.ts'

const FRIDAY = 5
/** The Day of Release Act moves no release of somebody who has served less. */
const DAYS_SERVED = 28

/** What each condition means, asked of the case in hand. */
export const MET: Readonly<Record<ConditionId, (facts: CaseFacts) => boolean>> = {
  handover_known: () => hand.plan.handover_date !== null,
  no_com: (facts) => !facts.com_name && !facts.com_email,
  handover_enhanced: () => hand.plan.handover_type === 'enhanced',
  handover_standard: () => hand.plan.handover_type === 'standard',
  not_day_1_rules: () => hand.rules !== 'day-1-2021',
  not_early_allocation: (facts) => facts.is_early_allocation !== true,
  not_recalled: () => !hand.isRecalled,
  not_immigration: (facts) => facts.immigration !== true && facts.legal_status !== 'immigration',
  indeterminate: (facts) => facts.is_indeterminate === true,
  determinate: (facts) => facts.is_indeterminate !== true,
  risk_not_high: (facts) => !isRiskHigh(facts),
  risk_unknown: (facts) => !facts.rosh_level,
  short_sentence: () => hand.plan.reason === 'determinate_short',
  not_short_sentence: () => hand.plan.reason !== 'determinate_short',
  short_sentence_or_remand: (facts) =>
    hand.plan.reason === 'determinate_short' || facts.legal_status === 'remand',
  release_known: () => releaseDay() !== 0,
  need_accommodation: (facts) => needs(facts, 'accommodation'),
  need_personal_wellbeing: (facts) => needs(facts, 'personal_wellbeing'),
  need_approved_premises: (facts) => needs(facts, 'approved_premises'),
  need_universal_credit: (facts) => needs(facts, 'universal_credit'),
  need_duty_to_refer: (facts) => needs(facts, 'duty_to_refer'),
  any_need: (facts) => Boolean(facts.needs && facts.needs.length > 0),
  need_of_womens_services: (facts) =>
    needs(facts, 'womens_services') || needs(facts, 'accommodation') || needs(facts, 'personal_wellbeing'),
  approved_premises_likely: (facts) => needs(facts, 'approved_premises') || isRiskHigh(facts),
  woman: (facts) => isWoman(facts),
  not_a_woman: (facts) => !isWoman(facts),
  may_live_in_england: (facts) => facts.destination_nation !== 'wales',
  may_live_in_wales: (facts) => facts.destination_nation !== 'england',
  no_parole_date: (facts) => !facts.parole_eligibility_date,
  not_released_on_curfew: () => releaseType() !== 'hdc_actual',
  released_before_days_off: () => isBeforeDaysOff(),
  served_28_days: () =>
    releaseDay() !== 0 &&
    hand.sentenceStart !== 0 &&
    dayNumberPacked(releaseDay()) - dayNumberPacked(hand.sentenceStart) >= DAYS_SERVED,
  hearing_passed: (facts) =>
    Boolean(facts.target_hearing_date) && packKnown(facts.target_hearing_date) < hand.today,
  prison_in_wales: (facts) => facts.prison_nation === 'wales',
  closed_mens_prison: (facts) => facts.womens_prison === false && facts.in_open_conditions !== true,
}

function needs(facts: CaseFacts, need: (typeof NEEDS)[number]): boolean {
  return facts.needs ? facts.needs.includes(need) : false
}

function isRiskHigh({ rosh_level }: CaseFacts): boolean {
  return rosh_level === 'high' || rosh_level === 'very_high'
}

function isWoman({ sex, womens_prison }: CaseFacts): boolean {
  return sex ? sex === 'female' : womens_prison === true
}

function isBeforeDaysOff(): boolean {
  const release = releaseDay()
  if (release === 0) return false
  const day = dayNumberPacked(release)
  return weekdayOfDayNumber(day) === FRIDAY || isHolidayNumber(day + 1)
}

const PREDICATES = CONDITION_IDS.map((id) => MET[id])
/** Whether each condition is met by the case in hand, in the order of `CONDITION_IDS`: 1 or 0. */
export const met = new Uint8Array(CONDITION_IDS.length)

/** Asks every condition of the case in hand: there are few, and most items ask one of them. */
export function testConditions(): void {
  const { facts } = hand
  for (let at = 0; at < PREDICATES.length; at += 1)
    met[at] = (PREDICATES[at] as (facts: CaseFacts) => boolean)(facts) ? 1 : 0
}

/**
 * Every condition an item of dated work can carry, with its words. Adding one means adding its meaning to
 * `domain/planning/conditions-met.ts`. A fact nobody recorded is not met, except where the words say otherwise.
 */
export const CONDITION_WORDS = {
  handover_known: 'there is a handover date',
  no_com: 'no COM is known, by name or email',
  handover_enhanced: 'the handover is an enhanced one',
  handover_standard: 'the handover is a standard one',
  not_day_1_rules: 'the rules are not those of Day 1, 2021',
  not_early_allocation: 'early allocation is not agreed',
  not_recalled: 'not recalled',
  not_immigration: 'not an immigration detainee',
  indeterminate: 'indeterminate sentence',
  determinate: 'not an indeterminate sentence',
  risk_not_high: 'risk of serious harm is low or medium, or not known yet',
  risk_unknown: 'risk of serious harm is not known',
  short_sentence: 'a short sentence, with the COM responsible from the start',
  not_short_sentence: 'not a short sentence',
  short_sentence_or_remand: 'a short sentence, or on remand',
  release_known: 'there is a release date to count from',
  need_accommodation: 'needs somewhere to live',
  need_personal_wellbeing: 'needs support with personal wellbeing',
  need_approved_premises: 'needs approved premises',
  need_universal_credit: 'will claim Universal Credit',
  need_duty_to_refer: 'likely to be homeless on release',
  any_need: 'has a need that a service can meet',
  need_of_womens_services: 'needs women’s services, somewhere to live or support with personal wellbeing',
  approved_premises_likely: 'needs approved premises, or risk of serious harm is high or very high',
  woman: 'a woman',
  not_a_woman: 'not known to be a woman',
  may_live_in_england: 'will live in England, or where they will live is not known',
  may_live_in_wales: 'will live in Wales, or where they will live is not known',
  no_parole_date: 'no parole eligibility date',
  not_released_on_curfew: 'not released on home detention curfew',
  released_before_days_off: 'release falls on a Friday or the day before a bank holiday',
  served_28_days: 'release is 28 days or more after the sentence start',
  hearing_passed: 'the target hearing date has passed',
  prison_in_wales: 'the prison is in Wales',
  closed_mens_prison: 'in a men’s prison, not in open conditions',
} as const
export type ConditionId = keyof typeof CONDITION_WORDS
export const CONDITION_IDS = Object.keys(CONDITION_WORDS) as ConditionId[]

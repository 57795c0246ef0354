import { eighteenthBirthday } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Flag, Plan } from '../model/plan.ts'
import { contradictions, releasesBeforeHandover } from '../planning/flags.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { planAtEighteen } from '../planning/at-eighteen.ts'
import { isProblem } from '../planning/plan-problem.ts'
import { traceCase } from '../planning/trace-case.ts'
import { formatDate } from './dates.ts'
import { REASON_TEXT } from './reasons.ts'

/** A flag as a case shows it: a short title, the whole sentence, and what to do about it. */
export interface FlagText {
  title: string
  says: string
  todo: string
}

type Describe = (facts: CaseFacts, plan: Plan, atEighteen: RuleSetId) => FlagText

function inWords(date: CivilDate | null | undefined): string {
  return date ? formatDate(date) : 'a day not known'
}

const DESCRIBE: Record<Flag, Describe> = {
  release_before_handover: (facts, plan) => {
    const earliest = releasesBeforeHandover(facts, plan, plan.today)[0]
    const place = earliest === plan.handover_date ? 'on' : 'before'
    return {
      title: earliest ? `Release first, ${formatDate(earliest)}` : 'Release before handover',
      says: `May be released on ${inWords(earliest)}, ${place} the handover date of ${inWords(plan.handover_date)}.`,
      todo: 'Agree an earlier handover with the community now.',
    }
  },
  parole_outcome_unknown: (facts) => ({
    title: 'Awaiting parole outcome',
    says: `The parole eligibility date of ${inWords(facts.parole_eligibility_date)} has passed and no outcome is recorded. The handover date follows the rule as if parole were still ahead.`,
    todo: 'Record the outcome, or the date of the next review.',
  }),
  sentence_start_unknown: () => ({
    title: 'Sentence start not known',
    says: 'Without the sentence start a short sentence cannot be told from a long one, and a date before the sentence cannot be seen.',
    todo: 'Find the sentence start date in NOMIS.',
  }),
  assumed_adult: () => ({
    title: 'Date of birth not known',
    says: 'Planned as an adult. Somebody under 18 would be outside offender management in custody.',
    todo: 'Find the date of birth in NOMIS.',
  }),
  assumed_sentenced: () => ({
    title: 'Legal status not known',
    says: 'Planned as sentenced. A remand, unsentenced or civil prisoner has no handover; a recall or immigration case goes straight to the COM.',
    todo: 'Find the legal status in NOMIS.',
  }),
  risk_unknown: () => ({
    title: 'Risk level not known',
    says: 'No risk of serious harm level is recorded. Work left out for high risk may be listed here by mistake, and work for high risk left out.',
    todo: 'Find the risk of serious harm level in OASys.',
  }),
  short_sentence_service_unconfirmed: () => ({
    title: 'Short sentence team not confirmed',
    says: '10 months or less to serve, and it is not confirmed that the home region runs a short sentence function.',
    todo: 'Confirm that a community team exists to take the case.',
  }),
  handover_from_sentence_start: (facts, plan) => {
    const trace = traceCase(facts, plan.rules, plan.today)
    const counted = isProblem(trace) ? null : trace.counted
    const isStart = counted !== null && counted.handover >= (facts.sentence_start_date ?? counted.handover)
    const what = isStart ? 'the start of handover' : 'handover'
    const day = isStart ? counted.start : counted?.handover
    const stands = isStart ? plan.handover_start_date : plan.handover_date
    const end = stands === facts.sentence_start_date ? ', so the sentence start stands' : ''
    return {
      title: 'Due on allocation',
      says: `Counted back, ${what} falls on ${inWords(day)}, before the sentence began on ${inWords(facts.sentence_start_date)}${end}.`,
      todo: `Treat ${what} as due on allocation.`,
    }
  },
  hdc_check: (facts) => ({
    title: 'Check home detention curfew',
    says: `The HDCED is ${inWords(facts.home_detention_curfew_eligibility_date)}. HDC is understood to have ended for most adults from 2 September 2026 and to remain for some youth sentences.`,
    todo: 'Check whether home detention curfew still applies.',
  }),
  removal_possible: (facts) => ({
    title: 'Removal possible',
    says: `An early removal date of ${inWords(facts.early_removal_scheme_eligibility_date)} is recorded. Release or bail in this country is still possible.`,
    todo: 'Carry on with the work unless removal is confirmed.',
  }),
  restricted_patient: () => ({
    title: 'Restricted patient',
    says: 'In hospital and still in the caseload of the supporting prison. Being absent from an extract changes nothing.',
    todo: 'Arrange meetings with the hospital.',
  }),
  release_date_contradiction: (facts, plan) => ({
    title: 'Dates contradict each other',
    says: `On this record ${listed(contradictions(facts, plan).map(({ phrase }) => phrase))}.`,
    todo: 'Check the dates in NOMIS before relying on the plan.',
  }),
  under_18: (facts, _plan, atEighteen) => ({
    title: 'Under 18',
    says: `Outside offender management in custody until their 18th birthday${facts.date_of_birth ? `, ${formatDate(eighteenthBirthday(facts.date_of_birth))}` : ''}.${fromEighteen(facts, atEighteen)}`,
    todo: 'Work with the youth justice worker in place of a COM until then.',
  }),
}

/**
 * What a flag means on this case. `plan` must be the plan that raised it; `atEighteen` the rule set that will be in force on the
 * 18th birthday, where another one is by then.
 */
export function describeFlag(
  flag: Flag,
  facts: CaseFacts,
  plan: Plan,
  atEighteen: RuleSetId = plan.rules,
): FlagText {
  return DESCRIBE[flag](facts, plan, atEighteen)
}

/** What the plan will be from the birthday, marked as from that day. */
function fromEighteen(facts: CaseFacts, rules: RuleSetId): string {
  const plan = planAtEighteen(facts, rules)
  if (plan === null) return ''
  const handover =
    plan.handover_date === null
      ? `no handover date (${REASON_TEXT[plan.reason].toLowerCase()})`
      : `handover on ${formatDate(plan.handover_date)}`
  return ` From that day: ${handover}.`
}

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

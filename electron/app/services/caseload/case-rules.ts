import type { PersonChange } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { RULE_SET_IDS } from '../../../../domain/model/rule-set-id.ts'
import { planDates } from '../../../../domain/planning/plan-dates.ts'
import { isProblem } from '../../../../domain/planning/plan-problem.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { REASON_TEXT, RESPONSIBILITY_TEXT } from '../../../../domain/text/reasons.ts'
import { countDays } from '../../../../domain/text/status-tags.ts'
import { planUnder } from '../planning/planning.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { asAtOf } from './case-facts.ts'

type CaseShown = OutputOf<'case.show'>

/** `17 days earlier`, `the same day` */
export function apart(date: CivilDate, from: CivilDate): string {
  const days = daysBetween(from, date)
  if (days === 0) return 'the same day'
  return days > 0 ? `${countDays(days)} later` : `${countDays(-days)} earlier`
}

function outcomeOf(plan: Plan, ours: CivilDate | null): string {
  const reason = REASON_TEXT[plan.reason]
  if (plan.handover_date !== null) {
    const distance = ours === null ? '' : `, ${apart(plan.handover_date, ours)}`
    return `${reason}${distance}`
  }
  return plan.responsibility === null
    ? reason
    : `${RESPONSIBILITY_TEXT[plan.responsibility]}, no date: ${reason}`
}

/** The same case under every rule set, so that nobody wonders why another unit has another date. */
export function otherRulesOf(planned: PlannedCase, today: CivilDate): CaseShown['otherRules'] {
  const ours = planned.plan?.handover_date ?? null
  return RULE_SET_IDS.map((id) => {
    const appliesHere = id === planned.rules
    const { plan, missing } = planUnder(planned.person, planned.facts, id, today)
    return {
      id,
      name: RULE_SETS[id].name,
      handover: plan?.handover_date ?? null,
      outcome: plan === null ? (missing?.message ?? '') : outcomeOf(plan, appliesHere ? null : ours),
      source: RULE_SETS[id].source,
      appliesHere,
    }
  })
}

/** What a handover date is counted from; the fields whose older value may explain an older date. */
export const COUNTED_FROM: PersonField[] = [
  'crd',
  'ard',
  'ped',
  'ted',
  'thd',
  'sentence_start_date',
  'early_allocation',
]

const nationalHandover = (facts: CaseFacts, today: CivilDate): CivilDate | null => {
  const dates = planDates(facts, 'national-2023', today)
  return isProblem(dates) ? null : dates.handover_date
}

/** An earlier state of the record that gives the national date, as the field that has changed since; null where none does. */
function olderCause(
  national: CivilDate,
  record: PersonRecord,
  history: readonly PersonChange[],
  factsOf: (record: PersonRecord) => CaseFacts,
  today: CivilDate,
): string | null {
  let known: PersonRecord = {}
  const states = history.map(({ delta }) => (known = { ...known, ...delta }))
  for (const state of states.toReversed()) {
    const field = COUNTED_FROM.find((name) => (state[name] ?? null) !== (record[name] ?? null))
    if (field === undefined || nationalHandover(factsOf(state), today) !== national) continue
    const { label, kind } = PERSON_FIELDS[field]
    const was = state[field]
    const older =
      was === null || was === undefined
        ? 'not recorded'
        : kind === 'date'
          ? formatDate(was as CivilDate)
          : String(was)
    return `an older ${label} (${older})`
  }
  return null
}

/** The national record's handover date, where an extract brought one, beside ours and the likely reason they differ. */
export function nationalOf(
  planned: PlannedCase,
  history: readonly PersonChange[],
  factsOf: (record: PersonRecord) => CaseFacts,
  today: CivilDate,
): CaseShown['national'] {
  const { record } = planned.person
  const handover = record.handover_date ?? null
  if (handover === null) return null
  return {
    handover,
    asAt: asAtOf(history, 'handover_date'),
    difference: differenceOf(
      handover,
      planned,
      factsOf(record),
      () => olderCause(handover, record, history, factsOf, today),
      today,
    ),
  }
}

function differenceOf(
  national: CivilDate,
  { plan, facts, rules }: PlannedCase,
  undecided: CaseFacts,
  findCause: () => string | null,
  today: CivilDate,
): string {
  const ours = plan?.handover_date ?? null
  if (ours === national) return 'The same day as ours.'
  const distance =
    ours === null
      ? 'We give this case no handover date.'
      : `The national date is ${apart(national, ours)} than ours.`
  if (nationalHandover(facts, today) === national) {
    return `${distance} It follows from the same facts under the national rules; ${RULE_SETS[rules].name} applies here.`
  }
  if (nationalHandover(undecided, today) === national) {
    return `${distance} It follows under the national rules from the facts as listed, without what was decided here: check that the decision is in the national record.`
  }
  const cause = findCause()
  if (cause !== null) return `${distance} Likely cause: ${cause}, under the national rules.`
  return `${distance} No facts we hold give that date under the national rules: compare the release dates in both.`
}

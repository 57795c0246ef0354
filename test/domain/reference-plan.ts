import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'

// The rule sets again, written slowly and straight from their tables, on Temporal dates: the planner must agree with it.

type Day = Temporal.PlainDate
interface Answer {
  in_scope: boolean
  responsibility: string | null
  reason: string
  handover_start_date: string | null
  handover_date: string | null
  earliest_release: { type: string; date: string } | null
}

const compare = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b)
const less = (day: Day, months: number, days = 0) => day.subtract({ months }).subtract({ days })
const read = (text: string | null | undefined): Day | null => (text ? Temporal.PlainDate.from(text) : null)
const earlier = (a: Day, b: Day) => (compare(a, b) <= 0 ? a : b)

interface Case {
  facts: CaseFacts
  today: Day
  start: Day | null
  isIndeterminate: boolean
  isRecalled: boolean
  isImmigration: boolean
  hasParole: boolean
  isShort: boolean
  release: { type: string; date: Day } | null
}

export function referencePlan(
  facts: CaseFacts,
  rules: RuleSetId,
  todayText: string,
): Answer | 'missing_cohort' {
  const today = Temporal.PlainDate.from(todayText)
  if (isOutside(facts, today)) return answer(null, 'outside_omic', null, false)
  const start = read(facts.sentence_start_date)
  const release = releaseOf(facts, today)
  const theCase: Case = {
    facts,
    today,
    start,
    isIndeterminate: facts.is_indeterminate ?? false,
    isRecalled: (facts.recalled ?? false) || facts.legal_status === 'recall',
    isImmigration: (facts.immigration ?? false) || facts.legal_status === 'immigration',
    hasParole: !facts.is_indeterminate && Boolean(facts.parole_eligibility_date),
    isShort: start !== null && release !== null && compare(start.add({ months: 10 }), release.date) >= 0,
    release,
  }
  switch (rules) {
    case 'national-2023':
      return national(theCase)
    case 'day-1-2021':
      return dayOne(theCase)
    case 'enhanced-7-5':
      return letter(theCase)
    case 'pre-release-5':
      return policyPage(theCase)
  }
}

function isOutside(facts: CaseFacts, today: Day): boolean {
  const birth = read(facts.date_of_birth)
  if (birth !== null) {
    const years = birth.add({ years: 18 })
    const birthday =
      birth.month === 2 && birth.day === 29 && !years.inLeapYear ? years.add({ days: 1 }) : years
    if (compare(today, birthday) < 0) return true
  }
  if (['remand', 'unsentenced', 'civil'].includes(facts.legal_status ?? 'sentenced')) return true
  if (facts.is_indeterminate || facts.recalled || facts.immigration) return false
  if (facts.legal_status === 'recall' || facts.legal_status === 'immigration') return false
  return ![
    facts.sentence_start_date,
    facts.conditional_release_date,
    facts.automatic_release_date,
    facts.parole_eligibility_date,
    facts.home_detention_curfew_eligibility_date,
    facts.tariff_expiry_date,
  ].some(Boolean)
}

function releaseOf(facts: CaseFacts, today: Day): Case['release'] {
  const named = (type: string, date: Day | null) => (date === null ? null : { type, date })
  if (facts.is_indeterminate) {
    const tariff = read(facts.tariff_expiry_date)
    const hearing = read(facts.target_hearing_date)
    if (tariff !== null && compare(tariff, today) > 0) return named('TED', tariff)
    if (hearing !== null && compare(hearing, today) > 0) return named('THD', hearing)
    if (tariff === null) return named('THD', hearing)
    if (hearing === null) return named('TED', tariff)
    const away = (day: Day) => Math.abs(today.until(day).days)
    return away(tariff) <= away(hearing) ? named('TED', tariff) : named('THD', hearing)
  }
  const parole = read(facts.parole_eligibility_date)
  if (parole !== null) return named('PED', parole)
  const automatic = read(facts.automatic_release_date)
  const conditional = read(facts.conditional_release_date)
  if (automatic === null || conditional === null) return named('ARD', automatic) ?? named('CRD', conditional)
  return compare(automatic, conditional) <= 0 ? named('ARD', automatic) : named('CRD', conditional)
}

function national(c: Case): Answer {
  const { facts, release } = c
  const hearing = read(facts.target_hearing_date)
  const isFar = c.isIndeterminate && hearing !== null && compare(hearing, c.today.add({ months: 12 })) >= 0
  const isHighMappa = (facts.mappa_level ?? 0) >= 2
  if (c.isIndeterminate && facts.additional_isp) return answer('pom', 'additional_isp', release)
  if (isFar && c.isRecalled && !isHighMappa)
    return answer('pom_with_com', 'recall_thd_over_12_months', release)
  if (isFar && facts.parole_outcome_release === false) {
    return isHighMappa
      ? answer('com', 'parole_mappa_2_3', release)
      : answer('pom_with_com', 'thd_over_12_months', release)
  }
  if (c.isRecalled) return answer('com', 'recall_case', release)
  if (c.isImmigration) return answer('com', 'immigration_case', release)
  if (release === null) return answer('pom', 'release_date_unknown', null)
  if (facts.is_early_allocation) return inOpen(c, 'early_allocation', less(release.date, 15))
  if (c.isIndeterminate) {
    return inOpen(
      c,
      facts.in_open_conditions ? 'indeterminate_open' : 'indeterminate',
      less(release.date, 12),
    )
  }
  if (c.isShort) return answer('com', 'determinate_short', release)
  if (c.hasParole) return dated(c, 'determinate_parole', less(release.date, 12))
  return dated(c, 'determinate', less(release.date, 8, 14))
}

function inOpen(c: Case, reason: string, handover: Day): Answer {
  const applies = c.isIndeterminate && (c.facts.open_prison_rules_apply ?? c.facts.in_open_conditions)
  const since = c.facts.womens_prison
    ? read(c.facts.category_active_since)
    : read(c.facts.prison_arrival_date)
  return dated(c, reason, handover, applies && since !== null ? earlier(since, handover) : handover)
}

function dayOne(c: Case): Answer | 'missing_cohort' {
  const { facts, release } = c
  if (c.isRecalled) return answer('com', 'recall_case', release)
  if (c.isImmigration) return answer('com', 'immigration_case', release)
  if (release === null) return answer('pom', 'release_date_unknown', null)
  if (!facts.legacy_cohort) return 'missing_cohort'
  const isNps = facts.legacy_cohort === 'nps'
  if (isNps && facts.is_early_allocation) return clamped(c, 'early_allocation', less(release.date, 15))
  if (c.isIndeterminate) return clamped(c, 'indeterminate', less(release.date, 8))
  if (c.hasParole) return clamped(c, 'determinate_parole', less(release.date, 8))
  const actual = read(facts.home_detention_curfew_actual_date)
  const curfew = actual ?? read(facts.home_detention_curfew_eligibility_date)
  if (!isNps) {
    const base = actual ?? (curfew === null ? release.date : earlier(curfew, release.date))
    return clamped(c, 'crc_determinate', base.subtract({ days: 84 }))
  }
  const start = less(release.date, 7, 15)
  if ((facts.mappa_level ?? 0) >= 2) return clamped(c, 'nps_determinate', start)
  const plain = less(release.date, 4, 15)
  const handover = curfew === null ? plain : earlier(curfew, plain)
  return clamped(c, 'nps_determinate', handover, earlier(start, handover))
}

function letter(c: Case): Answer {
  const { facts, release } = c
  if (c.isRecalled) return answer('com', 'recall_case', release)
  if (c.isImmigration) return answer('com', 'immigration_case', release)
  if (release === null) return answer('pom', 'release_date_unknown', null)
  if (facts.is_early_allocation) return clamped(c, 'early_allocation', less(release.date, 15))
  if (c.isIndeterminate) return clamped(c, 'indeterminate', less(release.date, 8))
  if (c.isShort && facts.short_sentence_function) return answer('com', 'determinate_short', release)
  if (c.hasParole) return clamped(c, 'determinate_parole', less(release.date, 8))
  return clamped(c, 'determinate', less(release.date, 7, 15))
}

function policyPage(c: Case): Answer {
  const { facts, release } = c
  if (c.isRecalled) return answer('com', 'recall_case', release)
  if (c.isImmigration) return answer('com', 'immigration_case', release)
  if (release === null) return answer('pom', 'release_date_unknown', null)
  if (facts.is_early_allocation) return clamped(c, 'early_allocation', less(release.date, 15))
  if (c.isIndeterminate) return clamped(c, 'indeterminate', less(release.date, 12))
  if (c.isShort) return answer('com', 'determinate_short', release)
  return clamped(c, c.hasParole ? 'determinate_parole' : 'determinate', less(release.date, 5))
}

function clamped(c: Case, reason: string, handover: Day, start: Day = handover): Answer {
  const floor = (day: Day) => (c.start !== null && compare(day, c.start) < 0 ? c.start : day)
  return dated(c, reason, floor(handover), floor(start))
}

function dated(c: Case, reason: string, handover: Day, start: Day = handover): Answer {
  const who = compare(c.today, start) < 0 ? 'pom' : compare(c.today, handover) < 0 ? 'pom_with_com' : 'com'
  return {
    ...answer(who, reason, c.release),
    handover_start_date: String(start),
    handover_date: String(handover),
  }
}

function answer(who: string | null, reason: string, release: Case['release'], inScope = true): Answer {
  return {
    in_scope: inScope,
    responsibility: who,
    reason,
    handover_start_date: null,
    handover_date: null,
    earliest_release: release === null ? null : { type: release.type, date: String(release.date) },
  }
}

import type { CivilDate } from '../dates/civil-date.ts'
import type { Confidence, Reason, Responsibility } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'

// A rule set is rows tried in order: the first whose test is met decides. The planner runs these very rows, and the
// words shown beside a date are made from the same numbers, so what is said and what is done cannot part.

/** Every test a row can make, with its words. Adding one means adding its meaning to `domain/planning/row-tests.ts`. */
export const TEST_WORDS = {
  additional_isp: 'indeterminate, with a further indeterminate sentence starting later',
  far_hearing_recalled_low_mappa:
    'indeterminate and recalled, hearing 12 months or more away, MAPPA level 1, none or unknown',
  far_hearing_refused_mappa_2_3:
    'indeterminate, hearing 12 months or more away, last parole review refused release, MAPPA level 2 or 3',
  far_hearing_refused: 'indeterminate, hearing 12 months or more away, last parole review refused release',
  recalled: 'recalled to custody',
  immigration: 'immigration detainee',
  no_release: 'no release date to count from',
  early_allocation: 'early allocation agreed',
  early_allocation_nps: 'early allocation agreed, legacy NPS case',
  indeterminate: 'indeterminate sentence',
  indeterminate_or_parole: 'indeterminate sentence, or a parole eligibility date',
  short: '10 months or less to serve from the start of the sentence',
  short_with_service: '10 months or less to serve, where the region runs a short sentence function',
  parole: 'parole eligibility date',
  nps: 'determinate sentence, legacy NPS case',
  any: 'any other determinate sentence',
  crc: 'determinate sentence, legacy CRC case',
} as const
export type RowTest = keyof typeof TEST_WORDS

/** Time taken off a date: months first (clamped to the end of a shorter month), then days. */
export interface Offset {
  months: number
  days: number
}

export type RowResult =
  /** Somebody is responsible now and there are no dates. */
  | { kind: 'no_dates'; responsibility: Responsibility }
  /** Handover this long before the earliest release for handover. */
  | { kind: 'before_release'; offset: Offset }
  /** Legacy NPS: support starts at one offset; responsibility passes at another, or on home detention curfew if sooner. */
  | { kind: 'legacy_nps'; start: Offset; handover: Offset }
  /** Legacy CRC: counted from home detention curfew, or the earliest of ARD, CRD and HDCED. */
  | { kind: 'legacy_crc'; offset: Offset }

export interface RuleRow {
  number: number
  test: RowTest
  /** The test in words. */
  condition: string
  outcome: RowResult
  /** The outcome in words. */
  result: string
  reason: Reason
  /** Another reason word where the fact is so; the dates are the same. */
  reasonIf: { fact: 'open_conditions' | 'parole_date' | 'determinate'; reason: Reason } | null
  /** A date before the sentence start becomes the sentence start. */
  clamped: boolean
  /** The row cannot be tested without knowing the legacy provider. */
  needsCohort: boolean
}

export interface RuleSet {
  id: RuleSetId
  /** As headings and sentences name it: `Enhanced 7½ months`. */
  name: string
  /** As a tag names it: `5-month rules`. */
  shortName: string
  /** The usual gap between handover and release of a determinate sentence: `7½ months`. */
  monthsLabel: string
  summary: string
  /** Indeterminate cases in open conditions: the COM supports from arrival there, or from the category change. */
  openPrisonStart: boolean
  rows: readonly RuleRow[]
  source: string
  /** First day it applied anywhere, where a source gives one. */
  effectiveFrom: CivilDate | null
  effectiveTo: CivilDate | null
  /** What is known of when and where it applies. */
  effective: string
  confidence: Confidence
}

/** A sentence is short where its start + this many months is on or after the earliest release: exactly 10 is short. */
export const SHORT_SENTENCE_MONTHS = 10
/** An indeterminate case's hearing is far off from this many months after today; exactly 12 counts. */
export const FAR_HEARING_MONTHS = 12

export function describeOffset({ months, days }: Offset): string {
  const parts = []
  if (months > 0) parts.push(`${months} ${months === 1 ? 'month' : 'months'}`)
  if (days > 0) parts.push(`${days} ${days === 1 ? 'day' : 'days'}`)
  return parts.join(' and ')
}

const RESPONSIBLE = {
  pom: 'POM responsible, no handover dates',
  pom_with_com: 'POM responsible with the COM supporting, no handover dates',
  com: 'COM responsible now, no handover dates',
} satisfies Record<Responsibility, string>

function describeOutcome(outcome: RowResult, test: RowTest): string {
  switch (outcome.kind) {
    case 'no_dates':
      return RESPONSIBLE[outcome.responsibility]
    case 'before_release': {
      const from = test === 'parole' ? 'the parole eligibility date' : 'release'
      return `handover ${describeOffset(outcome.offset)} before ${from}`
    }
    case 'legacy_nps':
      return (
        `COM supports from ${describeOffset(outcome.start)} before release; handover then for MAPPA level 2 or 3, ` +
        `otherwise ${describeOffset(outcome.handover)} before release, or on home detention curfew if that is sooner`
      )
    case 'legacy_crc':
      return (
        `handover ${describeOffset(outcome.offset)} before home detention curfew, ` +
        `or before the earliest of ARD, CRD and HDCED`
      )
  }
}

interface RowOptions {
  reasonIf?: RuleRow['reasonIf']
  clamped?: boolean
  needsCohort?: boolean
}

/** A row with its words made from its test and its numbers. */
export function row(
  number: number,
  test: RowTest,
  outcome: RowResult,
  reason: Reason,
  { reasonIf = null, clamped = false, needsCohort = false }: RowOptions = {},
): RuleRow {
  const result = describeOutcome(outcome, test)
  return {
    number,
    test,
    condition: TEST_WORDS[test],
    outcome,
    result,
    reason,
    reasonIf,
    clamped,
    needsCohort,
  }
}

export function noDates(responsibility: Responsibility): RowResult {
  return { kind: 'no_dates', responsibility }
}

export function beforeRelease(months: number, days = 0): RowResult {
  return { kind: 'before_release', offset: { months, days } }
}

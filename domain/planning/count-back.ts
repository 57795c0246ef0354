import { addMonthsPacked, packKnown, subtractDaysPacked, type PackedDate } from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Offset, RowResult } from '../rule-sets/rule-set.ts'
import { work } from './case-work.ts'
import { isMappa2or3 } from './row-tests.ts'

/** Months first, then days. */
function before(date: PackedDate, offset: Offset): PackedDate {
  const month = offset.months === 0 ? date : addMonthsPacked(date, -offset.months)
  return offset.days === 0 ? month : subtractDaysPacked(month, offset.days)
}

/** Start and handover as the row gives them, into `work`, with what they were counted from. */
export function countBack(outcome: RowResult, facts: CaseFacts): void {
  work.base = work.release
  work.baseType = work.releaseType
  switch (outcome.kind) {
    case 'before_release':
      work.handover = before(work.release, outcome.offset)
      work.start = work.handover
      return
    case 'legacy_nps':
      countLegacyNps(outcome.start, outcome.handover, facts)
      return
    case 'legacy_crc':
      readLegacyCrcBase(facts)
      work.handover = before(work.base, outcome.offset)
      work.start = work.handover
      return
    default:
  }
}

function countLegacyNps(startOffset: Offset, handoverOffset: Offset, facts: CaseFacts): void {
  work.start = before(work.release, startOffset)
  if (isMappa2or3(facts)) {
    work.handover = work.start
    return
  }
  work.handover = before(work.release, handoverOffset)
  const actual = packKnown(facts.home_detention_curfew_actual_date)
  const curfew = actual === 0 ? packKnown(facts.home_detention_curfew_eligibility_date) : actual
  if (curfew !== 0 && curfew < work.handover) {
    work.handover = curfew
    work.base = curfew
    work.baseType = actual === 0 ? 'HDCED' : 'HDCAD'
  }
  if (work.start > work.handover) work.start = work.handover
}

function readLegacyCrcBase(facts: CaseFacts): void {
  const actual = packKnown(facts.home_detention_curfew_actual_date)
  if (actual !== 0) {
    work.base = actual
    work.baseType = 'HDCAD'
    return
  }
  const curfew = packKnown(facts.home_detention_curfew_eligibility_date)
  if (curfew !== 0 && curfew < work.release) {
    work.base = curfew
    work.baseType = 'HDCED'
  }
}

/**
 * Open conditions bring the COM in early: men from the day they reached the open prison, women from the day the
 * category became open. The other date never stands in for a missing one.
 */
export function startInOpenPrison(facts: CaseFacts): void {
  const applies = facts.open_prison_rules_apply ?? facts.in_open_conditions
  if (applies !== true) return
  const since = packKnown(
    facts.womens_prison === true ? facts.category_active_since : facts.prison_arrival_date,
  )
  if (since !== 0 && since < work.start) work.start = since
}

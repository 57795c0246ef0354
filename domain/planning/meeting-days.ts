import { addMonthsPacked, subtractDaysPacked, type PackedDate } from '../dates/packed-date.ts'
import type { ItemOffset } from '../dated-work/dated-item.ts'
import { countOffset } from './count-offset.ts'
import { HANDOVER_WINDOW_DAYS, LAST_MEETING_MONTHS, LAST_MEETING_WINDOW_DAYS } from './mandated-meetings.ts'

export interface MeetingDays {
  /** Out on or before the handover date: the meetings come forward to a day counted from release. */
  isReleaseFirst: boolean
  handover: PackedDate
  handoverFrom: PackedDate
  last: PackedDate
  lastFrom: PackedDate
}

/** Offsets a region or an establishment gave; null: as the rules say. */
export interface MeetingOffsets {
  handover: ItemOffset | null
  last: ItemOffset | null
}

/** No meeting falls after release. `sentenceStart` is 0 where unknown: nothing is held to it then. */
export function meetingDays(
  handoverDate: PackedDate,
  release: PackedDate,
  sentenceStart: PackedDate,
  offsets: MeetingOffsets,
): MeetingDays {
  const beforeRelease =
    offsets.last === null
      ? addMonthsPacked(release, -LAST_MEETING_MONTHS)
      : Math.min(countOffset(release, offsets.last), release)
  if (release <= handoverDate) {
    const day = Math.min(Math.max(beforeRelease, sentenceStart), release)
    return {
      isReleaseFirst: true,
      handover: day,
      handoverFrom: windowStart(day, HANDOVER_WINDOW_DAYS, sentenceStart),
      last: day,
      lastFrom: windowStart(day, LAST_MEETING_WINDOW_DAYS, sentenceStart),
    }
  }
  const handover =
    offsets.handover === null
      ? handoverDate
      : Math.min(Math.max(countOffset(handoverDate, offsets.handover), sentenceStart), release)
  const last = Math.max(beforeRelease, handoverDate, handover)
  return {
    isReleaseFirst: false,
    handover,
    handoverFrom: windowStart(handover, HANDOVER_WINDOW_DAYS, sentenceStart),
    last,
    lastFrom: windowStart(last, LAST_MEETING_WINDOW_DAYS, Math.max(handoverDate, handover)),
  }
}

/** `days` before `due`, or `notBefore` if later, but never after `due`. */
function windowStart(due: PackedDate, days: number, notBefore: PackedDate): PackedDate {
  return Math.min(Math.max(subtractDaysPacked(due, days), notBefore), due)
}

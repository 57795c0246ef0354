import type { CivilDate } from '../dates/civil-date.ts'
import {
  addMonthsPacked,
  pack,
  packKnown,
  subtractDaysPacked,
  unpack,
  type PackedDate,
} from '../dates/packed-date.ts'
import { latestWorkingDay } from '../dates/working-days.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { MandatedMeetingId, Plan, ScheduleEntry } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import {
  HANDOVER_WINDOW_DAYS,
  LAST_MEETING_MONTHS,
  LAST_MEETING_WINDOW_DAYS,
  MANDATED_MEETINGS,
} from './mandated-meetings.ts'
import { isUndirected, meetingRelease } from './meeting-release.ts'

type Anchor = ScheduleEntry['anchor']
type PlanForMeetings = Pick<Plan, 'handover_date' | 'handover_type' | 'earliest_release'>

/**
 * Everything dated that a plan asks for, by due day and then by id, what has no due day last. So far that is the three
 * mandated meetings; other dated work joins the list here.
 */
export function scheduleMeetings(
  facts: CaseFacts,
  plan: PlanForMeetings,
  rules: RuleSetId,
  _today: CivilDate,
): ScheduleEntry[] {
  const entries = mandatedMeetings(facts, plan, rules)
  return entries.length < 2 ? entries : entries.sort(byDueThenId)
}

function byDueThenId(a: ScheduleEntry, b: ScheduleEntry): number {
  if (a.due !== b.due) {
    if (a.due === null) return 1
    if (b.due === null) return -1
    return a.due < b.due ? -1 : 1
  }
  return a.id < b.id ? -1 : 1
}

/** No handover date, no meetings: short sentences, recalls, immigration, outside OMiC. */
function mandatedMeetings(facts: CaseFacts, plan: PlanForMeetings, rules: RuleSetId): ScheduleEntry[] {
  const release = meetingRelease(facts, plan)
  if (plan.handover_date === null || release === null) return []
  const handover: Anchor = { type: 'handover', date: plan.handover_date }
  const days = meetingDays(pack(plan.handover_date), pack(release.date), packKnown(facts.sentence_start_date))
  const entries: ScheduleEntry[] = []
  // The national checklist asks a standard case for contact and a report instead of this meeting.
  if (!(rules === 'national-2023' && plan.handover_type === 'standard')) {
    const due = unpack(days.handover)
    const anchor = days.isReleaseFirst ? release : handover
    entries.push(entry('mt-handover', due, unpack(days.handoverFrom), due, anchor, false))
  }
  if (!MANDATED_MEETINGS['mt-prerelease-1m'].rules.includes(rules)) return entries
  const provisional = isUndirected(release.type)
  const last = unpack(days.last)
  entries.push(entry('mt-prerelease-2', null, unpack(days.handover), last, handover, provisional))
  entries.push(entry('mt-prerelease-1m', last, unpack(days.lastFrom), last, release, provisional))
  return entries
}

interface MeetingDays {
  isReleaseFirst: boolean
  handover: PackedDate
  handoverFrom: PackedDate
  last: PackedDate
  lastFrom: PackedDate
}

/** No meeting falls after release. `sentenceStart` is 0 where unknown: nothing is held to it then. */
function meetingDays(handover: PackedDate, release: PackedDate, sentenceStart: PackedDate): MeetingDays {
  const monthBefore = addMonthsPacked(release, -LAST_MEETING_MONTHS)
  if (release <= handover) {
    // Out before the handover date: both meetings come forward to the same day.
    const day = Math.min(Math.max(monthBefore, sentenceStart), release)
    return {
      isReleaseFirst: true,
      handover: day,
      handoverFrom: windowStart(day, HANDOVER_WINDOW_DAYS, sentenceStart),
      last: day,
      lastFrom: windowStart(day, LAST_MEETING_WINDOW_DAYS, sentenceStart),
    }
  }
  const last = Math.max(monthBefore, handover)
  return {
    isReleaseFirst: false,
    handover,
    handoverFrom: windowStart(handover, HANDOVER_WINDOW_DAYS, sentenceStart),
    last,
    lastFrom: windowStart(last, LAST_MEETING_WINDOW_DAYS, handover),
  }
}

/** `days` before `due`, or `notBefore` if later, but never after `due`. */
function windowStart(due: PackedDate, days: number, notBefore: PackedDate): PackedDate {
  return Math.min(Math.max(subtractDaysPacked(due, days), notBefore), due)
}

function entry(
  id: MandatedMeetingId,
  due: CivilDate | null,
  from: CivilDate,
  to: CivilDate,
  anchor: Anchor,
  provisional: boolean,
): ScheduleEntry {
  const meeting = MANDATED_MEETINGS[id]
  const working = due === null ? null : latestWorkingDay(due)
  return {
    id,
    kind: 'meeting',
    due,
    window_from: from,
    window_to: to,
    latest_working_day: working === null ? null : working.date,
    holidays_known: working === null || working.holidaysKnown,
    sense: 'due',
    provisional,
    anchor: { type: anchor.type, date: anchor.date },
    owner: meeting.owner,
    source: meeting.source,
    confidence: meeting.confidence,
    basis: [...meeting.basis],
    assumes: [],
  }
}

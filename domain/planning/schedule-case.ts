import type { CivilDate } from '../dates/civil-date.ts'
import { dayNumberPacked, addDaysPacked, pack, unpack, type PackedDate } from '../dates/packed-date.ts'
import { holidaysKnownPacked, latestWorkingDayPacked } from '../dates/working-days.ts'
import { DATED_ITEMS } from '../dated-work/dated-items.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { LocalItem } from '../model/local-item.ts'
import type { Anchor, AnchorType, MeetingEntry, ScheduleEntry } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { anchorDays, anchorTypes, hand, placeOf, takeInHand, type PlanForSchedule } from './case-in-hand.ts'
import { met, testConditions } from './conditions-met.ts'
import { countOffset } from './count-offset.ts'
import { MANDATED_MEETINGS } from './mandated-meetings.ts'
import { meetingDays } from './meeting-days.ts'
import { isUndirected, meetingRelease } from './meeting-release.ts'
import { prepareItems, type PreparedItem, type PreparedItems } from './prepare-items.ts'

// What a case has is gathered as one whole number an entry, its day and its rank by id, so that putting the schedule in
// order is sorting some thirty numbers; the entries are written out last, in order.

const RANK_BITS = 7
const RANKS = 1 << RANK_BITS
if (DATED_ITEMS.length > RANKS) throw new Error('More items than the ranks of a schedule can hold')
/** Later than every day there is: what has no due day comes last. */
const UNDATED = 0xfffff
const keys = new Int32Array(RANKS)
let count = 0

const windowFrom = new Int32Array(RANKS)
const windowTo = new Int32Array(RANKS)
/** The anchors of this case, each written once and shared by its entries; undefined until asked for. */
let anchors: (Anchor | null | undefined)[] = []
/** What the meetings were counted from, by rank. */
const meetingAnchors: (Anchor | undefined)[] = Array.from({ length: RANKS })
let areLastMeetingsProvisional = false

const RELEASE = placeOf('release_date')
const NO_LOCAL: readonly LocalItem[] = []
const NOTHING: readonly string[] = []

/**
 * Everything dated that a case asks for: the mandated meetings and all other dated work, by due day and then by id, what
 * has no due day last, by id. `plan` must be the plan of these facts under `rules` on `today`; `local` is what is in
 * force for its home region that day (`localItemsInForce`); `seen` the ids of items only the application can set off.
 * Rules: `domain/dated-work` and the sources it cites.
 */
export function scheduleCase(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[] = NO_LOCAL,
  seen: readonly string[] = NOTHING,
): ScheduleEntry[] {
  const items = start(facts, plan, rules, today, local)
  testConditions()
  gatherMeetings(items)
  gatherWork(items.work)
  if (seen.length > 0) gatherWork(items.appOnly.filter(({ id }) => seen.includes(id)))
  return written(items)
}

/** Only the mandated meetings of a case: the same entries as `scheduleCase` gives for them, for the lists of a unit. */
export function scheduleMeetings(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[] = NO_LOCAL,
): MeetingEntry[] {
  if (plan.handover_date === null) return []
  const items = start(facts, plan, rules, today, local)
  gatherMeetings(items)
  // Nothing but mandated meetings was gathered.
  return written(items) as MeetingEntry[]
}

function start(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[],
): PreparedItems {
  takeInHand(facts, plan, rules, today)
  count = 0
  anchors = []
  return prepareItems(local)
}

function keep(ready: PreparedItem, due: PackedDate): void {
  const key = (due << RANK_BITS) | ready.rank
  let at = count
  while (at > 0 && (keys[at - 1] as number) > key) {
    keys[at] = keys[at - 1] as number
    at -= 1
  }
  keys[at] = key
  count += 1
}

function gatherWork(work: readonly PreparedItem[]): void {
  const { in_scope: isInScope } = hand.plan
  for (let at = 0; at < work.length; at += 1) {
    const ready = work[at] as PreparedItem
    if (!isInScope && !ready.outsideOmic) continue
    if (ready.from > hand.today || !isMet(ready)) continue
    const due = dueOf(ready)
    if (due !== 0) keep(ready, due)
  }
}

function isMet({ conditions }: PreparedItem): boolean {
  for (let at = 0; at < conditions.length; at += 1) if (met[conditions[at] as number] === 0) return false
  return true
}

/** The day, `UNDATED`, or 0 where what it is counted from is not known. */
function dueOf({ offset, anchor, repeats }: PreparedItem): PackedDate {
  if (offset === null) return UNDATED
  const from = anchorDays[anchor] as PackedDate
  // Work that repeats from when it was last done: while nobody knows when that was, finding out is the task.
  if (from === 0) return repeats?.from === 'last_done' ? UNDATED : 0
  const due = countOffset(from, offset)
  return repeats?.from === 'anchor' ? nextAfter(due, repeats.every.weeks * 7) : due
}

/** The first of every `days` days from `first` that is not before today. */
function nextAfter(first: PackedDate, days: number): PackedDate {
  if (first >= hand.today) return first
  const passed = dayNumberPacked(hand.today) - dayNumberPacked(first)
  return addDaysPacked(first, Math.ceil(passed / days) * days)
}

/** No handover date, no meetings: short sentences, recalls, immigration, outside OMiC. */
function gatherMeetings({ meetings }: PreparedItems): void {
  const { facts, plan, rules, sentenceStart } = hand
  const release = meetingRelease(facts, plan)
  if (plan.handover_date === null || release === null) return
  const { 'mt-handover': first, 'mt-prerelease-2': second, 'mt-prerelease-1m': last } = meetings
  const releaseDay = pack(release.date)
  const handoverDay = pack(plan.handover_date)
  const days = meetingDays(handoverDay, releaseDay, sentenceStart, {
    handover: first?.localOffset ?? null,
    last: last?.localOffset ?? null,
  })
  const handover: Anchor = { type: 'handover', date: plan.handover_date }
  areLastMeetingsProvisional = isUndirected(release.type)
  // The national checklist asks a standard case for contact and a report instead of this meeting.
  if (first !== null && !(rules === 'national-2023' && plan.handover_type === 'standard')) {
    const anchor = days.isReleaseFirst ? release : handover
    keepMeeting(first, anchor, days.handover, days.handoverFrom, days.handover)
  }
  if (!MANDATED_MEETINGS['mt-prerelease-1m'].rules.includes(rules)) return
  if (second !== null) {
    // No source gives its day. A local offset before is before release, one after is after handover.
    const offset = second.localOffset
    const isFromRelease = offset?.direction === 'before'
    const reached = offset === null ? UNDATED : countOffset(isFromRelease ? releaseDay : handoverDay, offset)
    const due = offset === null ? UNDATED : Math.min(Math.max(reached, days.handover), days.last)
    keepMeeting(second, isFromRelease ? release : handover, due, days.handover, days.last)
  }
  if (last !== null) keepMeeting(last, release, days.last, days.lastFrom, days.last)
}

function keepMeeting(
  ready: PreparedItem,
  anchor: Anchor,
  due: PackedDate,
  from: PackedDate,
  to: PackedDate,
): void {
  meetingAnchors[ready.rank] = anchor
  windowFrom[ready.rank] = from
  windowTo[ready.rank] = to
  keep(ready, due)
}

function written({ byRank }: PreparedItems): ScheduleEntry[] {
  const entries: ScheduleEntry[] = []
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] as number
    entries.push(entryOf(byRank[key & (RANKS - 1)] as PreparedItem, key >> RANK_BITS))
  }
  return entries
}

function entryOf(ready: PreparedItem, day: PackedDate): ScheduleEntry {
  const isMeeting = ready.meeting !== null
  const hasDay = day !== UNDATED
  const anchor = isMeeting ? (meetingAnchors[ready.rank] as Anchor) : anchorAt(ready.anchor)
  return {
    id: ready.id,
    kind: ready.kind,
    due: hasDay ? unpack(day) : null,
    window_from: isMeeting ? unpack(windowFrom[ready.rank] as PackedDate) : null,
    window_to: isMeeting ? unpack(windowTo[ready.rank] as PackedDate) : null,
    latest_working_day: hasDay ? unpack(latestWorkingDayPacked(day)) : null,
    holidays_known: !hasDay || areHolidaysKnown(ready, day),
    sense: ready.sense,
    provisional: isMeeting
      ? ready.meeting !== 'mt-handover' && areLastMeetingsProvisional
      : ready.anchor === RELEASE && anchor !== null && isUndirected(anchor.type),
    anchor,
    owner: ready.owner,
    source: ready.source,
    confidence: ready.confidence,
    basis: ready.basis,
    assumes: ready.assumesWhen < 0 || met[ready.assumesWhen] === 1 ? ready.assumes : NOTHING,
  }
}

function anchorAt(place: number): Anchor | null {
  let anchor = anchors[place]
  if (anchor === undefined) {
    const day = anchorDays[place] as PackedDate
    anchor = day === 0 ? null : { type: anchorTypes[place] as AnchorType, date: unpack(day) }
    anchors[place] = anchor
  }
  return anchor
}

/** Working days are counted from the anchor, so its year must be known too. */
function areHolidaysKnown({ offset, anchor, meeting, rank }: PreparedItem, day: PackedDate): boolean {
  if (!holidaysKnownPacked(day)) return false
  if (offset === null || offset.workingDays === 0) return true
  // A meeting is counted from an anchor of its own.
  const counted = meeting === null ? undefined : meetingAnchors[rank]
  return holidaysKnownPacked(counted === undefined ? (anchorDays[anchor] as PackedDate) : pack(counted.date))
}

import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { pack, unpack } from '../dates/packed-date.ts'
import type { ItemOffset } from '../dated-work/dated-item.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { LocalItem } from '../model/local-item.ts'
import type { MandatedMeetingId, MeetingEntry, Plan } from '../model/plan.ts'
import { describeLength } from '../text/item-offset.ts'
import { countOffset } from './count-offset.ts'
import {
  HANDOVER_WINDOW_DAYS,
  LAST_MEETING_MONTHS,
  LAST_MEETING_WINDOW_DAYS,
  MANDATED_MEETINGS,
} from './mandated-meetings.ts'
import { clampNote, type SumLine, type WorkingCard } from './working-card.ts'

const MEETING_ORDER: readonly MandatedMeetingId[] = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m']

/** The cards of the mandated meetings, in the order they fall. `local` is what is in force for the case. */
export function showMeetings(
  entries: readonly MeetingEntry[],
  facts: CaseFacts,
  plan: Plan,
  local: readonly LocalItem[],
): WorkingCard[] {
  const offsetOf = (id: MandatedMeetingId) => local.find(({ item }) => item === id)?.offset ?? null
  const last = offsetOf('mt-prerelease-1m') ?? A_MONTH_BEFORE
  return MEETING_ORDER.map((id) => entries.find((entry) => entry.id === id))
    .filter((entry) => entry !== undefined)
    .map((entry) => meetingCard(entry, facts, plan, offsetOf(entry.id), last))
}

function meetingCard(
  entry: MeetingEntry,
  facts: CaseFacts,
  plan: Plan,
  offset: ItemOffset | null,
  last: ItemOffset,
): WorkingCard {
  const { id } = entry
  const meeting = MANDATED_MEETINGS[id]
  const place = MEETING_ORDER.indexOf(id) + 1
  return {
    key: id,
    title: meeting.name,
    date: entry.due,
    windowFrom: entry.window_from,
    windowTo: entry.window_to,
    latestWorkingDay: entry.latest_working_day,
    confidence: entry.confidence,
    provisional: entry.provisional,
    sum: meetingSum(entry, facts, plan, offset, last),
    checks: [],
    rule: `Mandated meeting ${place} of 3. ${meetingRule(id, offset)} Record: ${meeting.mustRecord}.`,
    source: entry.source,
  }
}

function meetingRule(id: MandatedMeetingId, offset: ItemOffset | null): string {
  switch (id) {
    case 'mt-handover':
      return `COM arranges; POM and prisoner attend; family and key worker as needed.${localWords(offset, 'handover')}`
    case 'mt-prerelease-2':
      return offset === null
        ? 'COM, POM and prisoner. No source gives a day: set one between the handover meeting and the last meeting.'
        : `COM, POM and prisoner, between the handover meeting and the last meeting.${localWords(offset, 'handover')}`
    case 'mt-prerelease-1m':
      return offset === null
        ? 'COM, POM and prisoner, one month before release but not before handover.'
        : `COM, POM and prisoner, not before handover.${localWords(offset, 'release')}`
  }
}

function localWords(offset: ItemOffset | null, anchor: string): string {
  if (offset === null) return ''
  const length = describeLength(offset)
  return length === '' ? ` Local day: the day of ${anchor}.` : ` Local day: ${length} ${offset.direction}.`
}

function meetingSum(
  entry: MeetingEntry,
  facts: CaseFacts,
  plan: Plan,
  offset: ItemOffset | null,
  last: ItemOffset,
): SumLine[] {
  const { due, anchor } = entry
  if (due === null) return []
  const isFromHandover = anchor.type === 'handover'
  if (isFromHandover && offset === null) {
    return [{ sign: '', label: 'Handover', date: anchor.date, note: 'above' }, windowLine(entry, due, facts)]
  }
  const isReleaseFirst = !isFromHandover && plan.handover_date !== null && anchor.date <= plan.handover_date
  // Where release comes first the handover meeting is held with the last one.
  const counted = offset === null || isReleaseFirst ? last : offset
  const reached = unpack(countOffset(pack(anchor.date), counted))
  const lines: SumLine[] = [
    ...(isReleaseFirst ? [releaseFirstLine(plan.handover_date)] : []),
    isFromHandover
      ? { sign: '', label: 'Handover', date: anchor.date, note: 'above' }
      : { sign: '', label: 'Release', date: anchor.date, note: releaseNote(entry, facts) },
    offsetLine(anchor.date, reached, counted),
  ]
  if (reached !== due) lines.push({ sign: '=', ...heldTo(due, reached, entry, plan) })
  return entry.id === 'mt-prerelease-2' ? lines : [...lines, windowLine(entry, due, facts)]
}

const A_MONTH_BEFORE: ItemOffset = {
  months: LAST_MEETING_MONTHS,
  weeks: 0,
  days: 0,
  workingDays: 0,
  direction: 'before',
}

function offsetLine(from: CivilDate, reached: CivilDate, offset: ItemOffset): SumLine {
  const isMonths = offset.weeks === 0 && offset.days === 0 && offset.workingDays === 0
  return {
    sign: offset.direction === 'before' ? '−' : '',
    label: offset.direction === 'before' ? describeLength(offset) : `${describeLength(offset)} after`,
    date: reached,
    note: isMonths ? clampNote(from, reached) : '',
  }
}

/** What a day was held to, where the sum reached another. */
function heldTo(
  due: CivilDate,
  reached: CivilDate,
  entry: MeetingEntry,
  plan: Plan,
): Pick<SumLine, 'label' | 'date' | 'note'> {
  const stands = due > reached ? 'later, so this day stands' : 'sooner, so this day stands'
  if (due === plan.handover_date) return { label: 'Handover', date: due, note: stands }
  if (due === entry.anchor.date) return { label: 'Release', date: due, note: 'never after release' }
  if (due === entry.window_to && entry.id === 'mt-prerelease-2')
    return { label: 'Last meeting', date: due, note: stands }
  if (due === entry.window_from && entry.id === 'mt-prerelease-2')
    return { label: 'Handover meeting', date: due, note: stands }
  return { label: 'Sentence start', date: due, note: stands }
}

function releaseFirstLine(handover: CivilDate | null): SumLine {
  return {
    sign: '',
    label: 'Handover',
    date: handover,
    note: 'not before release: the meeting comes forward',
  }
}

function windowLine(entry: MeetingEntry, due: CivilDate, facts: CaseFacts): SumLine {
  const from = entry.window_from as CivilDate
  const days = entry.id === 'mt-handover' ? HANDOVER_WINDOW_DAYS : LAST_MEETING_WINDOW_DAYS
  if (from === addDays(due, -days))
    return { sign: '−', label: `${days} days`, date: from, note: 'the window opens' }
  const label =
    from === facts.sentence_start_date ? 'Sentence start' : from === due ? 'The day itself' : 'Handover'
  return { sign: '', label, date: from, note: `the window opens: later than ${days} days before` }
}

function releaseNote(entry: MeetingEntry, facts: CaseFacts): string {
  switch (entry.anchor.type) {
    case 'confirmed_release':
      return 'confirmed'
    case 'approved_parole':
      return 'approved on parole; no confirmed date yet'
    case 'PED':
    case 'TED':
    case 'THD':
      return facts.parole_outcome_release === true
        ? `${entry.anchor.type}; release was directed and its day is not recorded: record the approved parole date`
        : `${entry.anchor.type}; nobody has directed release: a planning date`
    default:
      return `${entry.anchor.type}; no confirmed date yet`
  }
}

import type { Tag } from '../contract/schemas.ts'
import { daysBetween, weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { RoshLevel } from '../model/case-facts.ts'
import type { Flag } from '../model/plan.ts'
import { formatShortDate, spanInWords } from './dates.ts'

// The one place that says how a state is worded and which tone repeats the words. A page shows what it is given.

export type MeetingState = 'to_book' | 'booked' | 'held' | 'missed' | 'not_held' | 'set_a_date'
export type ComState = 'named' | 'missing' | 'overdue' | 'not_due'

/** Within this many days a thing is close. */
export const CLOSE_DAYS = 14
/** The handover window, and how far ahead Upcoming looks: eight weeks. */
export const WINDOW_DAYS = 56
/** A COM is overdue from this many days after handover. */
export const COM_OVERDUE_FROM_DAYS = 2

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `4 Jan`, as room in a tag allows. */
export function dayInTag(date: CivilDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`
}

export const countDays = (days: number) => (days === 1 ? '1 day' : `${days} days`)

/** A title inside a sentence: its first letter small, its abbreviations as they are, the first word's too. */
export const midSentence = (title: string) =>
  /^\p{Lu}{2}/u.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`

export const MEETING_WORDS: Record<MeetingState, string> = {
  to_book: 'To book',
  booked: 'Booked',
  held: 'Held',
  missed: 'Missed',
  not_held: 'Not held',
  set_a_date: 'Set a date',
}

const MEETING_TONES: Record<MeetingState, Tag['tone']> = {
  to_book: 'fact',
  booked: 'planned',
  held: 'done',
  missed: 'late',
  not_held: 'close',
  set_a_date: 'unknown',
}

export function meetingTag(state: MeetingState): Tag {
  return { text: MEETING_WORDS[state], tone: MEETING_TONES[state] }
}

/**
 * `daysToHandover` is null where the COM is responsible with no handover date: then a missing name is late at once.
 * `daysOverdue` counts from handover; null where no day to count from is known.
 */
export function comTag(
  state: ComState,
  daysToHandover: number | null,
  daysOverdue: number | null,
): Tag | null {
  if (state === 'overdue') {
    return {
      text: daysOverdue === null ? 'COM overdue' : `COM overdue ${spanInWords(daysOverdue)}`,
      tone: 'late',
    }
  }
  if (state !== 'missing') return null
  return {
    text: 'COM missing',
    tone: daysToHandover === null || daysToHandover <= CLOSE_DAYS ? 'late' : 'fact',
  }
}

/** `By Fri 4 Dec`, where the due day is not a working day; null where it is. */
export function workingDayTag(due: CivilDate, latestWorkingDay: CivilDate): Tag | null {
  if (due === latestWorkingDay) return null
  return { text: `By ${DAYS[weekdayOf(latestWorkingDay) - 1]} ${dayInTag(latestWorkingDay)}`, tone: 'fact' }
}

export const ROSH_WORDS: Record<RoshLevel, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
}

export function roshTag(level: RoshLevel): Tag {
  const tone = level === 'high' || level === 'very_high' ? 'late' : 'fact'
  return { text: `RoSH ${ROSH_WORDS[level].toLowerCase()}`, tone }
}

/** The flags worth a tag on a row. The others are said in full on the case; `release_before_handover` carries a date. */
const FLAG_TAGS: Partial<Record<Flag, Tag>> = {
  parole_outcome_unknown: { text: 'Outcome not known', tone: 'unknown' },
  sentence_start_unknown: { text: 'No sentence start', tone: 'unknown' },
  short_sentence_service_unconfirmed: { text: 'Team not confirmed', tone: 'close' },
  handover_from_sentence_start: { text: 'Due on allocation', tone: 'close' },
  removal_possible: { text: 'Removal possible', tone: 'fact' },
  restricted_patient: { text: 'Restricted patient', tone: 'fact' },
  release_date_contradiction: { text: 'Dates contradict', tone: 'late' },
  under_18: { text: 'Under 18', tone: 'fact' },
}

export function flagTag(flag: Flag): Tag | null {
  return FLAG_TAGS[flag] ?? null
}

export const TAGS = {
  tasksOverdue: { text: 'Tasks overdue', tone: 'late' },
  meetingMissed: { text: 'Meeting missed', tone: 'late' },
  toRearrange: { text: 'To rearrange', tone: 'late' },
  meetingToBook: { text: 'Meeting to book', tone: 'fact' },
  dueOnArrival: { text: 'Due on arrival', tone: 'close' },
  planningDate: { text: 'Planning date', tone: 'unknown' },
  awaitingOutcome: { text: 'Awaiting outcome', tone: 'unknown' },
  movedBack: { text: 'Moved back to prison', tone: 'late' },
  pastTariff: { text: 'Past tariff', tone: 'fact' },
  notInNationalList: { text: 'Not in national list', tone: 'fact' },
  outsideOmic: { text: 'Outside OMiC', tone: 'fact' },
  cannotPlan: { text: 'Cannot be planned', tone: 'late' },
  dueToday: { text: 'Due today', tone: 'close' },
} as const satisfies Record<string, Tag>

/** From here on a day without its year could be taken for this year's. */
const YEAR_FROM_DAYS = 300

/** `Release first, 4 Jan`; with its year once that is far off. */
export function releaseFirstTag(date: CivilDate, today: CivilDate): Tag {
  const far = daysBetween(today, date) >= YEAR_FROM_DAYS
  return { text: `Release first, ${far ? formatShortDate(date) : dayInTag(date)}`, tone: 'late' }
}

import type { CivilDate } from '../dates/civil-date.ts'
import { holidaysBetween, isWorkingDay } from '../dates/working-days.ts'
import { formatDate, formatDayAndDate } from '../text/dates.ts'

export const MEETING_MODES = ['in_person', 'video', 'phone'] as const
export type MeetingMode = (typeof MEETING_MODES)[number]
export const MODE_WORDS: Record<MeetingMode, string> = {
  in_person: 'In person',
  video: 'Video',
  phone: 'Phone',
}

/** When and how a meeting is to be held. Times are of the wall clock in England and Wales, `14:30`. */
export interface Booking {
  on: CivilDate
  from: string
  to: string
  mode: MeetingMode
  place: string
  /** Names with what each is, as they are to be read: `Amy Thornber (POM)`. */
  attendees: string[]
}

/** `2pm`, `2:35pm` */
export function timeInWords(time: string): string {
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3)
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`
}

/** `Thu 3 Dec 2026, 2pm to 2:35pm, video` */
export const bookingInWords = ({ on, from, to, mode }: Booking): string =>
  `${formatDayAndDate(on)}, ${timeInWords(from)} to ${timeInWords(to)}, ${MODE_WORDS[mode].toLowerCase()}`

/** What a booking is held against. */
export interface BookingLimits {
  today: CivilDate
  /** The time of day now, `14:30`, of the wall clock in England and Wales. */
  now: string
  /** Start of the sentence and the day of release, where they are known. */
  sentenced: CivilDate | null
  release: CivilDate | null
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  /** The day the person left custody or died, where somebody recorded that. */
  left: CivilDate | null
  /** `In hospital since 3 November 2026`, where the person is away for a while; null for who is here. */
  notHere: string | null
  /** Until when the POM is away on that day; null while at work. */
  away: { name: string; until: CivilDate } | null
  /** Other meetings of that day of the POM or of somebody who is to attend; `who` as attendees are named. */
  others: readonly { who: string; name: string; from: string; to: string }[]
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What cannot be, by field; empty where nothing is wrong. */
export function bookingMistakes(
  { on, from, to, attendees }: Booking,
  { today, now, sentenced, release, left }: BookingLimits,
): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (left !== null) wrong['on'] = `The person left on ${formatDate(left)}: there is nobody here to meet`
  else if (on < today)
    wrong['on'] = 'This day has passed: record the meeting as held, or choose today or a later day'
  else if (sentenced !== null && on < sentenced)
    wrong['on'] = `The meeting must be on or after the start of the sentence, ${formatDate(sentenced)}`
  else if (release !== null && on > release)
    wrong['on'] = `The meeting must be on or before release, ${formatDate(release)}`
  if (!TIME.test(from)) wrong['from'] = 'Enter when it begins, like 14:00'
  else if (on === today && from <= now)
    wrong['from'] = `It is ${timeInWords(now)} already: choose a later time, or record the meeting as held`
  if (!TIME.test(to)) wrong['to'] = 'Enter when it ends, like 14:35'
  else if (TIME.test(from) && to <= from) wrong['to'] = 'The end must be after the beginning'
  if (attendees.length === 0) wrong['attendees'] = 'Choose who is to take part'
  return wrong
}

/** Outside these hours nobody is expected to meet: our own reading of a prison's day, for no source gives one. */
const DAY_BEGINS = '07:30'
const DAY_ENDS = '20:00'

/** What is out of the way and allowed with a reason, each a sentence; empty for a plain booking. */
export function bookingDoubts(
  { on, from, to }: Booking,
  { windowFrom, windowTo, notHere, away, others }: BookingLimits,
): string[] {
  const doubts: string[] = []
  if (windowFrom !== null && on < windowFrom) doubts.push(`The window opens on ${formatDate(windowFrom)}.`)
  if (windowTo !== null && on > windowTo)
    doubts.push(`The last day of the window is ${formatDate(windowTo)}.`)
  const [holiday] = holidaysBetween(on, on)
  if (holiday !== undefined) doubts.push(`${formatDayAndDate(on)} is a bank holiday: ${holiday.title}.`)
  else if (!isWorkingDay(on)) doubts.push(`${formatDayAndDate(on)} is no working day.`)
  if (from < DAY_BEGINS || from >= DAY_ENDS) doubts.push(`${timeInWords(from)} is outside the working day.`)
  if (notHere !== null) doubts.push(`${notHere}: the meeting has to be arranged there.`)
  if (away !== null) doubts.push(`${away.name} is away until ${formatDate(away.until)}.`)
  for (const other of others)
    if (from < other.to && other.from < to)
      doubts.push(
        `${other.who} has another meeting at that time: ${other.name}, ${timeInWords(other.from)} to ${timeInWords(other.to)}.`,
      )
  return doubts
}

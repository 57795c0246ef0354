import { addDays, daysBetween } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { Responsibility } from '../../../domain/model/plan.ts'
import { firstOfMonth, nextMonth } from '../calendar/days.ts'

/** What the line is drawn from: days the plan already holds. Nothing here works out a policy date. */
export interface DateLineFacts {
  today: CivilDate
  sentenceStart: CivilDate | null
  sentenceEnd: CivilDate | null
  release: { label: string; date: CivilDate } | null
  responsibility: Responsibility | null
  handoverStart: CivilDate | null
  handover: CivilDate | null
  windows: readonly DateLineWindow[]
}

export interface DateLineWindow {
  key: string
  title: string
  from: CivilDate
  to: CivilDate
  /** No source gives a day: drawn dashed, with no due edge. */
  open: boolean
}

/** Places along a line, in percent of its width. */
export interface Span {
  x: number
  width: number
}

export interface Tick {
  key: string
  x: number
  /** First of a year, or of the line: written with its year and never dropped. */
  major: boolean
  date: CivilDate
}

/** A day marked on the line. `off` says at which edge it lies when the line does not reach it. */
export interface Mark {
  date: CivilDate
  x: number
  off: 'before' | 'after' | null
  /** Which side of the mark its words stand, so that they stay inside the drawing. */
  words: 'start' | 'middle' | 'end'
}

export interface WholeLine {
  from: CivilDate
  to: CivilDate
  bar: Span
  /** From sentence start to release; the rest is licence. */
  custody: Span
  release: Mark | null
  years: Tick[]
  /** The part drawn large beneath. */
  opened: Span
}

export interface YearLine {
  from: CivilDate
  to: CivilDate
  months: Tick[]
  today: Mark
  holders: { who: Responsibility; span: Span }[]
  windows: {
    key: string
    title: string
    open: boolean
    span: Span
    gone: Span | null
    words: Mark['words']
  }[]
  handover: Mark | null
  release: Mark | null
}

export interface DateLineGeometry {
  whole: WholeLine | null
  year: YearLine
}

interface Scale {
  from: CivilDate
  to: CivilDate
}

const MOST_DAYS = 470
const YEAR_DAYS = 365

/** Where everything on the sentence line and the year beneath it stands. Pure: the same facts draw the same line. */
export function dateLineGeometry(facts: DateLineFacts): DateLineGeometry {
  const opened = openedYear(facts)
  return { whole: wholeLine(facts, opened), year: yearLine(facts, opened) }
}

/** Which stretch is worth opening: from a little before the handover window to a little after release, 15 months at most. */
function openedYear(facts: DateLineFacts): Scale {
  const first = facts.windows[0]?.from ?? facts.handoverStart ?? facts.handover ?? facts.today
  const around =
    facts.handover !== null && daysBetween(facts.today, facts.handover) > YEAR_DAYS - 60
      ? first
      : earlier(first, facts.today)
  const longPast = daysBetween(around, facts.today) > YEAR_DAYS / 2
  const anchor = longPast ? facts.today : around
  const from = firstOfMonth(addDays(anchor, -21))
  const release = facts.release?.date
  if (release !== undefined && release > from && daysBetween(from, release) < MOST_DAYS - 45) {
    const natural = nextMonth(firstOfMonth(addDays(release, 15)))
    return { from, to: daysBetween(from, natural) < 150 ? firstOfMonth(addDays(from, 200)) : natural }
  }
  return { from, to: firstOfMonth(addDays(from, YEAR_DAYS + 5)) }
}

function wholeLine(facts: DateLineFacts, opened: Scale): WholeLine | null {
  if (facts.sentenceStart === null) return null
  const last = [facts.sentenceEnd, facts.release?.date ?? null, facts.handover]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (last === undefined || last <= facts.sentenceStart) return null
  const scale = { from: facts.sentenceStart, to: last }
  const release = facts.release === null ? null : mark(scale, facts.release.date)
  return {
    ...scale,
    bar: span(scale, scale.from, scale.to),
    custody: span(scale, scale.from, custodyEnd(facts) ?? scale.to),
    release,
    years: ticks(scale, 'year'),
    opened: span(scale, opened.from, opened.to),
  }
}

/** Release, or today for somebody still here after it. */
function custodyEnd({ release, today }: DateLineFacts): CivilDate | null {
  if (release === null) return null
  return release.date < today ? today : release.date
}

function yearLine(facts: DateLineFacts, scale: Scale): YearLine {
  return {
    ...scale,
    months: ticks(scale, 'month'),
    today: mark(scale, facts.today),
    holders: holders(facts, scale),
    windows: facts.windows
      .filter((window) => window.from <= scale.to && window.to >= scale.from)
      .map((window) => {
        const whole = span(scale, window.from, addDays(window.to, 1))
        const gone =
          facts.today > window.from && !window.open
            ? span(scale, window.from, earlier(facts.today, window.to))
            : null
        return {
          key: window.key,
          title: window.title,
          open: window.open,
          span: whole,
          gone,
          words: side(whole.x),
        }
      }),
    handover: facts.handover === null ? null : mark(scale, facts.handover),
    release: facts.release === null ? null : mark(scale, facts.release.date),
  }
}

/** Who holds the case along the year. Where a rule names one person and no day, that one holds all of it. */
function holders(facts: DateLineFacts, scale: Scale): YearLine['holders'] {
  // A release date that has passed did not end this: they are here, recalled or waiting for a direction.
  const leaves = facts.release !== null && facts.release.date >= facts.today ? facts.release.date : scale.to
  const end = leaves < scale.to ? leaves : scale.to
  const begin =
    facts.sentenceStart !== null && facts.sentenceStart > scale.from ? facts.sentenceStart : scale.from
  const { handover } = facts
  if (handover === null)
    return facts.responsibility === null ? [] : part(scale, facts.responsibility, begin, end)
  const start = facts.handoverStart ?? handover
  return [
    ...part(scale, 'pom', begin, start),
    ...part(scale, 'pom_with_com', start, handover),
    ...part(scale, 'com', handover, end),
  ]
}

function part(scale: Scale, who: Responsibility, from: CivilDate, to: CivilDate): YearLine['holders'] {
  const cut = span(scale, from, to)
  return to > from && cut.width > 0 ? [{ who, span: cut }] : []
}

function ticks(scale: Scale, unit: 'month' | 'year'): Tick[] {
  const list: Tick[] = []
  for (let day = firstOfMonth(scale.from); day <= scale.to; day = nextMonth(day)) {
    if (day < scale.from) continue
    const january = day.slice(5, 7) === '01'
    if (unit === 'year' && !january) continue
    if (unit === 'month' && day === scale.to) continue
    list.push({ key: day, x: place(scale, day), major: january || list.length === 0, date: day })
  }
  return unit === 'year' ? thin(list) : list
}

/** A life sentence has more years than there is room for: keep one in two, five or ten. */
function thin(years: Tick[]): Tick[] {
  const step = [1, 2, 5, 10, 20].find((size) => years.length / size <= 9) ?? 20
  return step === 1 ? years : years.filter((tick) => Number(tick.date.slice(0, 4)) % step === 0)
}

function mark(scale: Scale, date: CivilDate): Mark {
  const off = date < scale.from ? 'before' : date > scale.to ? 'after' : null
  const x = clamp(place(scale, date))
  return { date, x, off, words: side(x) }
}

function span(scale: Scale, from: CivilDate, to: CivilDate): Span {
  const x = clamp(place(scale, from))
  return { x, width: round(Math.max(0, clamp(place(scale, to)) - x)) }
}

function place(scale: Scale, date: CivilDate): number {
  return round((daysBetween(scale.from, date) / daysBetween(scale.from, scale.to)) * 100)
}

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)
const clamp = (x: number) => Math.min(100, Math.max(0, x))
const round = (x: number) => Math.round(x * 100) / 100
const side = (x: number): Mark['words'] => (x > 78 ? 'end' : 'start')

import { addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { MOVES, type ComparedCase, type Move } from './compare-plans.ts'

/** `month` is `YYYY-MM`. */
export interface MonthPair {
  month: string
  a: number
  b: number
}

export interface MeetingMonth {
  month: string
  handover: { a: number; b: number }
  beforeRelease: { a: number; b: number }
}

/** What the change would mean for one POM's cases; null where nobody has the case. */
export interface PomTotals {
  pom: string | null
  cases: number
  earlier: number
  later: number
  pastAtOnce: number
  withoutCom: number
  meetingsLate: number
}

export interface ComparisonTotals {
  cases: number
  moves: Record<Move, number>
  /** In days, nearest and furthest; null where none moves that way. */
  earlierBy: { least: number; most: number } | null
  laterBy: { least: number; most: number } | null
  stays: { with_com: number; early_allocation: number; other: number }
  pastAtOnce: number
  /** Of those, with nobody named as COM. */
  withoutCom: number
  newlyShort: number
  noLongerShort: number
  responsibilityChanges: number
  /** Meetings, not cases. */
  meetingsLate: number
  /** Would be late at once but are recorded as held, and kept. */
  meetingsHeld: number
  /** This month and the eleven after it. What has been handed over is not counted, nor what would be past at once. */
  handovers: MonthPair[]
  /** Meetings still to hold in the same months. */
  meetings: MeetingMonth[]
  byPom: PomTotals[]
}

const MONTHS_AHEAD = 12

/** Counts what `comparePlans` found, in one pass. */
export function totalComparison(cases: readonly ComparedCase[], today: CivilDate): ComparisonTotals {
  const totals = emptyTotals(today)
  const handovers = new Map(totals.handovers.map((pair) => [pair.month, pair]))
  const meetings = new Map(totals.meetings.map((each) => [each.month, each]))
  const poms = new Map<string | null, PomTotals>()
  for (const one of cases) {
    countMove(totals, one)
    countHandover(handovers, one, today)
    const late = countMeetings(totals, meetings, one, today)
    countForPom(poms, one, late)
  }
  totals.byPom = [...poms.values()].sort(worstPomFirst)
  return totals
}

/** Every handover date under each side by month, past ones too: months with none are left out. */
export function handoversByMonth(cases: readonly Pick<ComparedCase, 'from' | 'to'>[]): MonthPair[] {
  const months = new Map<string, MonthPair>()
  const add = (date: CivilDate | null, side: 'a' | 'b') => {
    if (date === null) return
    const month = date.slice(0, 7)
    const pair = months.get(month) ?? { month, a: 0, b: 0 }
    pair[side] += 1
    months.set(month, pair)
  }
  for (const { from, to } of cases) {
    add(from, 'a')
    add(to, 'b')
  }
  return [...months.values()].sort((x, y) => (x.month < y.month ? -1 : 1))
}

function emptyTotals(today: CivilDate): ComparisonTotals {
  const first = `${today.slice(0, 7)}-01` as CivilDate
  const months = Array.from({ length: MONTHS_AHEAD }, (_, at) => addMonths(first, at).slice(0, 7))
  return {
    cases: 0,
    moves: Object.fromEntries(MOVES.map((move) => [move, 0])) as Record<Move, number>,
    earlierBy: null,
    laterBy: null,
    stays: { with_com: 0, early_allocation: 0, other: 0 },
    pastAtOnce: 0,
    withoutCom: 0,
    newlyShort: 0,
    noLongerShort: 0,
    responsibilityChanges: 0,
    meetingsLate: 0,
    meetingsHeld: 0,
    handovers: months.map((month) => ({ month, a: 0, b: 0 })),
    meetings: months.map((month) => ({ month, handover: { a: 0, b: 0 }, beforeRelease: { a: 0, b: 0 } })),
    byPom: [],
  }
}

const widen = (range: ComparisonTotals['earlierBy'], days: number) => ({
  least: Math.min(range?.least ?? days, days),
  most: Math.max(range?.most ?? days, days),
})

function countMove(totals: ComparisonTotals, one: ComparedCase): void {
  totals.cases += 1
  totals.moves[one.move] += 1
  if (one.move === 'earlier') totals.earlierBy = widen(totals.earlierBy, -(one.days ?? 0))
  if (one.move === 'later') totals.laterBy = widen(totals.laterBy, one.days ?? 0)
  if (one.stays !== null) totals.stays[one.stays] += 1
  if (one.pastAtOnce) totals.pastAtOnce += 1
  if (one.pastAtOnce && !one.hasCom) totals.withoutCom += 1
  if (one.newlyShort) totals.newlyShort += 1
  if (one.noLongerShort) totals.noLongerShort += 1
  if (one.responsibilityChanges) totals.responsibilityChanges += 1
}

function countHandover(months: Map<string, MonthPair>, one: ComparedCase, today: CivilDate): void {
  const a = one.from !== null && one.from >= today ? months.get(one.from.slice(0, 7)) : undefined
  if (a !== undefined) a.a += 1
  const b = one.to !== null && one.to >= today && !one.pastAtOnce ? months.get(one.to.slice(0, 7)) : undefined
  if (b !== undefined) b.b += 1
}

/** How many of this case's meetings would be late at once. */
function countMeetings(
  totals: ComparisonTotals,
  months: Map<string, MeetingMonth>,
  one: ComparedCase,
  today: CivilDate,
): number {
  let late = 0
  for (const meeting of one.meetings) {
    if (meeting.lateAtOnce && meeting.held) totals.meetingsHeld += 1
    if (meeting.held) continue
    if (meeting.lateAtOnce) late += 1
    const kind = meeting.id === 'mt-handover' ? 'handover' : 'beforeRelease'
    const { from, to } = meeting
    const a = from !== null && from >= today ? months.get(from.slice(0, 7)) : undefined
    if (a !== undefined) a[kind].a += 1
    const b = to !== null && to >= today ? months.get(to.slice(0, 7)) : undefined
    if (b !== undefined) b[kind].b += 1
  }
  totals.meetingsLate += late
  return late
}

function countForPom(poms: Map<string | null, PomTotals>, one: ComparedCase, late: number): void {
  let pom = poms.get(one.pom)
  if (pom === undefined) {
    pom = { pom: one.pom, cases: 0, earlier: 0, later: 0, pastAtOnce: 0, withoutCom: 0, meetingsLate: 0 }
    poms.set(one.pom, pom)
  }
  pom.cases += 1
  if (one.move === 'earlier') pom.earlier += 1
  if (one.move === 'later') pom.later += 1
  if (one.pastAtOnce) pom.pastAtOnce += 1
  if (one.pastAtOnce && !one.hasCom) pom.withoutCom += 1
  pom.meetingsLate += late
}

/** Most past at once first, then most moved, then by name; cases nobody has come last of equals. */
function worstPomFirst(x: PomTotals, y: PomTotals): number {
  return (
    y.pastAtOnce - x.pastAtOnce ||
    y.earlier + y.later - (x.earlier + x.later) ||
    Number(x.pom === null) - Number(y.pom === null) ||
    ((x.pom ?? '') < (y.pom ?? '') ? -1 : 1)
  )
}

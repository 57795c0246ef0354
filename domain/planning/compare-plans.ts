import { daysBetween } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import { MANDATED_MEETING_IDS, type MandatedMeetingId, type Plan, type ScheduleEntry } from '../model/plan.ts'

/** A plan and the dated work it gives; null where the rules lack a fact. */
export interface PlanToCompare {
  plan: Plan | null
  schedule: readonly ScheduleEntry[]
}

/** One case under two rule sets, or before and after a change. */
export interface CaseToCompare {
  id: string
  facts: CaseFacts
  pom: string | null
  a: PlanToCompare
  b: PlanToCompare
  /** Ids of the mandated meetings recorded as held: a meeting held is kept whatever the dates do. */
  held: ReadonlySet<string>
  /** The first day anybody here could have done anything: what was due before it is never late. */
  arrived: CivilDate | null
}

/**
 * What happens to the handover date: moves, stays, appears (`gains`), disappears (`loses`), is in neither (`none`), or
 * cannot be said because a plan cannot be made (`not_planned`). Every case has exactly one.
 */
export const MOVES = ['earlier', 'later', 'same', 'gains', 'loses', 'none', 'not_planned'] as const
export type Move = (typeof MOVES)[number]

export interface ComparedMeeting {
  id: MandatedMeetingId
  from: CivilDate | null
  to: CivilDate | null
  held: boolean
  /** Due before today under B and not late under A. */
  lateAtOnce: boolean
}

export interface ComparedCase {
  id: string
  pom: string | null
  move: Move
  from: CivilDate | null
  to: CivilDate | null
  /** Days the handover date moves, negative when sooner; null unless there is a date on both sides. */
  days: number | null
  /** Why a date stays; null for every other move. */
  stays: 'with_com' | 'early_allocation' | 'other' | null
  /** The COM is not responsible today under A, and under B the handover date is today or past. */
  pastAtOnce: boolean
  hasCom: boolean
  newlyShort: boolean
  noLongerShort: boolean
  responsibilityChanges: boolean
  meetings: ComparedMeeting[]
}

/** Compares every case on `today`: one pass, nothing shared between cases. */
export function comparePlans(cases: readonly CaseToCompare[], today: CivilDate): ComparedCase[] {
  return cases.map((one) => compareCase(one, today))
}

export function compareCase(one: CaseToCompare, today: CivilDate): ComparedCase {
  const { a, b, facts } = one
  const from = a.plan?.handover_date ?? null
  const to = b.plan?.handover_date ?? null
  const move = moveOf(a.plan, b.plan)
  const wasShort = a.plan?.reason === 'determinate_short'
  const isShort = b.plan?.reason === 'determinate_short'
  const planned = a.plan !== null && b.plan !== null
  return {
    id: one.id,
    pom: one.pom,
    move,
    from,
    to,
    days: from === null || to === null ? null : daysBetween(from, to),
    stays: move === 'same' && planned ? whyItStays(a.plan as Plan) : null,
    pastAtOnce: planned && a.plan?.responsibility !== 'com' && to !== null && to <= today,
    hasCom: Boolean(facts.com_name ?? facts.com_email),
    newlyShort: planned && isShort && !wasShort,
    noLongerShort: planned && wasShort && !isShort,
    responsibilityChanges: planned && a.plan?.responsibility !== b.plan?.responsibility,
    meetings: compareMeetings(one, today),
  }
}

function moveOf(a: Plan | null, b: Plan | null): Move {
  if (a === null || b === null) return 'not_planned'
  const [from, to] = [a.handover_date, b.handover_date]
  if (from === null) return to === null ? 'none' : 'gains'
  if (to === null) return 'loses'
  if (from === to) return 'same'
  return to < from ? 'earlier' : 'later'
}

function whyItStays(plan: Plan): ComparedCase['stays'] {
  if (plan.responsibility === 'com') return 'with_com'
  return plan.reason === 'early_allocation' ? 'early_allocation' : 'other'
}

/** Meetings with a day on either side: the second has none, and so cannot move or be late. */
function compareMeetings(one: CaseToCompare, today: CivilDate): ComparedMeeting[] {
  const meetings: ComparedMeeting[] = []
  for (const id of MANDATED_MEETING_IDS) {
    const was = entryOf(one.a.schedule, id)
    const now = entryOf(one.b.schedule, id)
    if (!was?.due && !now?.due) continue
    meetings.push({
      id,
      from: was?.due ?? null,
      to: now?.due ?? null,
      held: one.held.has(id),
      lateAtOnce: isLate(now, one.b.plan, one.arrived, today) && !isLate(was, one.a.plan, one.arrived, today),
    })
  }
  return meetings
}

function entryOf(schedule: readonly ScheduleEntry[], id: MandatedMeetingId): ScheduleEntry | undefined {
  for (const entry of schedule) if (entry.id === id) return entry
  return undefined
}

/** Planning dates are never late, nor is what was due before arrival or before the sentence began. */
function isLate(
  entry: ScheduleEntry | undefined,
  plan: Plan | null,
  arrived: CivilDate | null,
  today: CivilDate,
): boolean {
  if (entry === undefined || entry.due === null || entry.due >= today || entry.provisional) return false
  if (arrived !== null && entry.due < arrived) return false
  const onAllocation = plan?.flags.includes('handover_from_sentence_start') ?? false
  return !(onAllocation && entry.due === plan?.handover_date)
}

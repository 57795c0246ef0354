import { daysBetween } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { PLAN_CHANGES, type PlanChange, type RememberedPlan } from '../model/remembered-plan.ts'
import { HANDOVER_WINDOW_DAYS } from './mandated-meetings.ts'

/** A mandated meeting that was held, and when. */
export interface HeldMeeting {
  id: string
  on: CivilDate
}

/** Whether a held meeting stands outside its window in a plan. A plan without that meeting has no window to be outside of. */
function isOutside(plan: RememberedPlan, { id, on }: HeldMeeting): boolean {
  const meeting = plan.meetings.find((each) => each.id === id)
  if (meeting === undefined || meeting.from === null || meeting.to === null) return false
  return on < meeting.from || on > meeting.to
}

const isPast = (handover: CivilDate | null, today: CivilDate) => handover !== null && handover <= today
const isShort = ({ reason }: RememberedPlan) => reason === 'determinate_short'
const isWithPrison = ({ responsibility }: RememberedPlan) =>
  responsibility === 'pom' || responsibility === 'pom_with_com'

/** Within the eight weeks before handover. */
function isInWindow(handover: CivilDate | null, today: CivilDate): boolean {
  if (handover === null || handover < today) return false
  return daysBetween(today, handover) <= HANDOVER_WINDOW_DAYS
}

/**
 * What happened between two plans of one case, worst first (rule-sets.md, Changes of fact). `held` are the meetings already
 * held: they are kept whatever the dates do, and said where they no longer fall in their window. Empty where nothing did.
 */
export function planChanges(
  was: RememberedPlan,
  now: RememberedPlan,
  held: readonly HeldMeeting[],
  today: CivilDate,
): PlanChange[] {
  const found = new Set<PlanChange>()
  const add = (change: PlanChange, happened: boolean) => happened && found.add(change)
  const moved = was.handover !== now.handover
  add(
    'release_first',
    now.flags.includes('release_before_handover') && !was.flags.includes('release_before_handover'),
  )
  add('moved_back', was.responsibility === 'com' && isWithPrison(now))
  add('newly_past', moved && isPast(now.handover, today) && !isPast(was.handover, today))
  add(
    'meeting_outside',
    held.some((meeting) => isOutside(now, meeting) && !isOutside(was, meeting)),
  )
  add('newly_short', isShort(now) && !isShort(was))
  add('no_longer_short', isShort(was) && !isShort(now))
  add('date_moved', moved && was.handover !== null && now.handover !== null)
  add('date_gone', moved && now.handover === null)
  add('date_came', moved && was.handover === null)
  add('rules_changed', was.rules !== now.rules)
  add('responsibility', was.responsibility !== now.responsibility && !found.has('moved_back'))
  add('new_in_window', moved && isInWindow(now.handover, today) && !isInWindow(was.handover, today))
  add('com_changed', was.com !== now.com)
  if (found.size === 0) add('other', JSON.stringify(was) !== JSON.stringify(now))
  return PLAN_CHANGES.filter((change) => found.has(change))
}

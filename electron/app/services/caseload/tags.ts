import type { Tag } from '../../../../domain/contract/schemas.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import {
  comTag,
  flagTag,
  releaseFirstTag,
  roshTag,
  TAGS,
  workingDayTag,
} from '../../../../domain/text/status-tags.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { isPastTariff, nationalListsHide } from './lists.ts'
import { handoverMeeting, meetingStateOf } from './tasks.ts'
import type { UnitCase } from './unit-view.ts'

const MOST = 3
const LATE_FIRST: Record<Tag['tone'], number> = {
  late: 0,
  changed: 1,
  close: 2,
  unknown: 3,
  planned: 4,
  fact: 5,
  done: 6,
}

/** The three worst, worst first; in the order given where they are equally bad. */
export function worstThree(tags: readonly (Tag | null)[]): Tag[] {
  return tags
    .filter((tag) => tag !== null)
    .filter(({ text }, place, known) => known.findIndex((other) => other.text === text) === place)
    .sort((a, b) => LATE_FIRST[a.tone] - LATE_FIRST[b.tone])
    .slice(0, MOST)
}

/** What is late or missing: said by the columns of a list, and by tags wherever there are none. */
function stateTags(
  { com, days, tasks, movedBack, releaseFirst }: UnitCase,
  today: CivilDate,
): (Tag | null)[] {
  const meeting = handoverMeeting(tasks)
  const state = meeting === null ? null : meetingStateOf(meeting, today)
  return [
    releaseFirst === null ? null : releaseFirstTag(releaseFirst.date, today),
    movedBack === null ? null : TAGS.movedBack,
    comTag(com.state, days, com.daysOverdue),
    state === 'missed' ? TAGS.meetingMissed : null,
    tasks.some(({ state, entry }) => state === 'overdue' && entry === null) ? TAGS.tasksOverdue : null,
    meeting?.dueOnArrival === true && state === 'to_book' ? TAGS.dueOnArrival : null,
    days === 0 ? TAGS.dueToday : null,
  ]
}

/** What no column says: flags, another rule set than the unit's own, a day that is not a working day. */
function factTags(one: UnitCase, usualRules: RuleSetId, today: CivilDate): (Tag | null)[] {
  const { planned } = one
  const { plan, facts } = planned
  if (plan === null) return [TAGS.cannotPlan]
  const due = plan.handover_date
  const outside = plan.in_scope || plan.flags.includes('under_18') ? null : TAGS.outsideOmic
  return [
    ...plan.flags.map(flagTag),
    planned.rules === usualRules ? null : { text: RULE_SETS[planned.rules].shortName, tone: 'fact' as const },
    due === null || due < today ? null : workingDayTag(due, latestWorkingDay(due).date),
    isPastTariff(facts, today) && plan.in_scope ? TAGS.pastTariff : null,
    nationalListsHide(planned.person.record, today) && one.tabs.size > 0 ? TAGS.notInNationalList : null,
    outside,
  ]
}

/** For a list whose columns already say what is late: the flags alone, with what heads every list. */
export function rowTags(one: UnitCase, usualRules: RuleSetId, today: CivilDate): Tag[] {
  const { releaseFirst, movedBack } = one
  return worstThree([
    releaseFirst === null ? null : releaseFirstTag(releaseFirst.date, today),
    movedBack === null ? null : TAGS.movedBack,
    ...factTags(one, usualRules, today),
  ])
}

/** For a list without those columns. */
export function caseTags(one: UnitCase, usualRules: RuleSetId, today: CivilDate): Tag[] {
  return worstThree([...stateTags(one, today), ...factTags(one, usualRules, today)])
}

/** Complexity of need is held for women alone; high means that the POM does the key work. */
function complexityTag({ facts, person }: UnitCase['planned']): Tag | null {
  const level = person.record.complexity ?? null
  if (facts.womens_prison !== true) return null
  if (level === null) return { text: 'Complexity not known', tone: 'unknown' }
  return level === 'high'
    ? { text: 'High complexity: POM does key work', tone: 'close' }
    : { text: `${level.charAt(0).toUpperCase()}${level.slice(1)} complexity`, tone: 'fact' }
}

/** Beside the name on the case page: risk, MAPPA level and tier. */
export function identityTags({ planned }: UnitCase): Tag[] {
  const { rosh_level: level, mappa_level: mappa } = planned.facts
  const tier = planned.person.record.tier ?? null
  const tags: Tag[] = [
    level === null || level === undefined ? { text: 'RoSH not known', tone: 'unknown' } : roshTag(level),
  ]
  if (mappa !== null && mappa !== undefined && mappa > 0) tags.push({ text: `MAPPA ${mappa}`, tone: 'fact' })
  if (tier !== null) tags.push({ text: `Tier ${tier}`, tone: 'fact' })
  const complexity = complexityTag(planned)
  if (complexity !== null) tags.push(complexity)
  return tags
}

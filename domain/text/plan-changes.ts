import type { Tag } from '../contract/schemas.ts'
import { daysBetween } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField } from '../model/person-record.ts'
import type { ChangeCause, FormerPlan, PlanChange, RememberedPlan } from '../model/remembered-plan.ts'
import { factText } from '../pack/fact-text.ts'
import { systemOf } from '../pack/sources.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { formatDate } from './dates.ts'
import { REASON_TEXT, RESPONSIBILITY_TEXT } from './reasons.ts'
import { countDays } from './status-tags.ts'

/** The tag of each change, as lists show it. */
export const CHANGE_TAGS: Readonly<Record<PlanChange, Tag>> = {
  release_first: { text: 'Release first', tone: 'late' },
  moved_back: { text: 'Moved back to prison', tone: 'late' },
  newly_past: { text: 'Newly past', tone: 'late' },
  meeting_outside: { text: 'Meeting outside window', tone: 'close' },
  newly_short: { text: 'Newly short', tone: 'close' },
  date_moved: { text: 'Date moved', tone: 'changed' },
  date_gone: { text: 'No date any more', tone: 'changed' },
  date_came: { text: 'First date', tone: 'changed' },
  no_longer_short: { text: 'No longer short', tone: 'changed' },
  rules_changed: { text: 'Other rules', tone: 'changed' },
  responsibility: { text: 'Responsibility passed', tone: 'changed' },
  new_in_window: { text: 'New in window', tone: 'planned' },
  com_changed: { text: 'COM changed', tone: 'changed' },
  other: { text: 'Changed', tone: 'fact' },
}

/** What would happen to the cases a change would come to, after their number. */
const WOULD: Readonly<Record<PlanChange, string>> = {
  release_first: 'might be released before handover',
  moved_back: 'would move back to prison',
  newly_past: 'would be past handover at once',
  meeting_outside: 'would have a meeting already held outside its window',
  newly_short: 'would count as short, with the COM from sentence',
  date_moved: 'would have another handover date',
  date_gone: 'would no longer have a handover date',
  date_came: 'would have a handover date for the first time',
  no_longer_short: 'would no longer count as short',
  rules_changed: 'would be planned under other rules',
  responsibility: 'would pass between POM and COM',
  new_in_window: 'would come into the handover window',
  com_changed: 'would have another COM',
  other: 'would change in another way',
}

/** `cases would have another handover date`, to stand after their number. */
export const countedChange = (kind: PlanChange, count: number): string => countedCases(WOULD[kind], count)

export const countedCases = (would: string, count: number): string =>
  `${count === 1 ? 'case' : 'cases'} ${would}`

/** What a person would look at first in a plan: its handover date, or why it has none. */
export function handoverInWords({ handover, responsibility, reason }: RememberedPlan): string {
  if (handover !== null) return formatDate(handover)
  if (reason === null) return 'No plan'
  return responsibility === null
    ? 'Outside offender management in custody'
    : `No handover date: ${REASON_TEXT[reason]}`
}

/** One sentence for a change, as a timeline tells it. */
export function changeSentence({ was, now, kinds }: Pick<FormerPlan, 'was' | 'now' | 'kinds'>): string {
  if (was.handover !== now.handover) {
    const moved =
      was.handover !== null && now.handover !== null ? `, ${apart(was.handover, now.handover)}` : ''
    return `Handover: ${handoverInWords(was)} became ${handoverInWords(now)}${moved}`
  }
  if (was.responsibility !== now.responsibility) return `Now ${whoInWords(now)}; was ${whoInWords(was)}`
  if (kinds.includes('rules_changed'))
    return `Planned under ${RULE_SETS[now.rules].name}, with the same handover date`
  if (kinds.includes('com_changed'))
    return `COM: ${was.com ?? 'nobody named'} became ${now.com ?? 'nobody named'}`
  if (kinds.includes('release_first')) return 'May now be released before the handover date'
  return 'The plan changed, with the same handover date'
}

const whoInWords = ({ responsibility }: RememberedPlan) =>
  responsibility === null ? 'outside offender management in custody' : RESPONSIBILITY_TEXT[responsibility]

function apart(was: CivilDate, now: CivilDate): string {
  const days = daysBetween(was, now)
  return days > 0 ? `${countDays(days)} later` : `${countDays(-days)} earlier`
}

const isField = (field: string): field is PersonField => Object.hasOwn(PERSON_FIELDS, field)

/** `CRD: 29 September 2027 became 15 July 2027 (NOMIS, as at 22 November 2026)` */
export function causeInWords(cause: ChangeCause): string {
  switch (cause.kind) {
    case 'fact': {
      const { field, was, now, source, asAt } = cause
      const label = isField(field) ? PERSON_FIELDS[field].label : field
      const shown = (value: string | number | boolean | null) =>
        value === null ? 'not recorded' : isField(field) ? factText(field, value) : String(value)
      const speaksOf = asAt === null ? '' : `, as at ${formatDate(asAt)}`
      return `${label}: ${shown(was)} became ${shown(now)} (${systemOf(source)}${speaksOf})`
    }
    case 'decision':
      return `${cause.title} (${cause.by})`
    case 'adoption': {
      const whose = cause.region === null ? 'the establishment' : cause.region
      const told =
        cause.toldBy === null
          ? ''
          : `, told by ${cause.toldBy}${cause.document === null ? ', on local instruction' : `: ${cause.document}`}`
      return `${RULE_SETS[cause.rules].name} in force for ${whose} from ${formatDate(cause.from)}${told}`
    }
    case 'local_items':
      return 'How dated work is done here was changed'
    case 'edition':
      return 'Handover Desk itself was changed: its rules are not those it had'
    case 'day':
      return 'The day passing, with no fact changed'
  }
}

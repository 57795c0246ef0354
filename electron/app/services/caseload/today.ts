import type { Store } from '../../../../db/types.ts'
import { happenedSince, newestChanges } from '../memory/changes-list.ts'
import { HANDOVER_TAB_NAMES, HANDOVER_TABS, type HandoverTab } from '../../../../domain/model/handover-tab.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { addDays, daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { spanInWords } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, midSentence, TAGS } from '../../../../domain/text/status-tags.ts'
import { timeInWords } from '../../../../domain/meetings/booking.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import { eventsOf, type DiaryEvent } from '../diary/events.ts'
import { isOwnStep, stepsOf, type AgreedStep } from '../meetings/steps-of.ts'
import { messagesDue } from '../chases/escalations.ts'
import { calledOffOf } from '../today/called-off.ts'
import { noticeOf } from '../today/notice.ts'
import { escalationsShown, owedOnCase, owesShown, waitingOf } from '../today/waiting.ts'
import { leading } from './leading.ts'
import { casesByTab } from './lists.ts'
import { caseTags, worstThree } from './tags.ts'
import { handoverMeeting, meetingStateOf, isRecorded } from './tasks.ts'
import { headsLists } from './release-first.ts'
import { byWorry, type Unit, type UnitCase } from './unit-view.ts'
import { releaseNeed, whySentence, type Need } from './worry.ts'

type Today = OutputOf<'today.show'>
type WorkItem = Today['first'][number]

const FIRST = 3
const WEEK_DAYS = 7
const COMING_DAYS = 28
/** A page to read in a morning: what is beyond it is counted, and stands in Handovers. */
const MOST_LISTED = 50

const ref = ({ personId, name, prisonNumber }: UnitCase) => ({ personId, name, prisonNumber })

/** The heaviest thing about a case, with the others as the reason for its place. */
function worryItem(store: Store, one: UnitCase, unit: Unit): WorkItem | null {
  const [need] = one.worry.needs
  if (need === undefined) return null
  return {
    ...ref(one),
    kind: need.kind,
    what: need.what,
    why: whySentence(one.worry),
    due: need.due,
    days: need.due === null ? null : daysBetween(unit.today, need.due),
    tags: caseTags(one, unit.usualRules, unit.today),
    pom: one.planned.person.record.pom_name ?? null,
    time: '',
    meeting: need.meeting ?? null,
    owes: owedOnCase(store, unit, one),
  }
}

const KIND_OF: Record<DiaryEvent['kind'], WorkItem['kind']> = {
  handover: 'handover',
  handover_start: 'handover',
  meeting: 'meeting',
  release: 'task',
}

/** What falls on one day for one person. */
interface Day {
  date: CivilDate
  events: DiaryEvent[]
  /** What the POM agreed to do by that day. */
  steps: AgreedStep[]
}

/** `Send reports, agreed at the handover meeting` */
const stepWords = ({ what, title }: AgreedStep): string => `${what}, agreed at the ${midSentence(title)}`

/** As one item: a handover with its meeting is one thing to do. */
function dayItem(one: UnitCase, { date, events, steps }: Day, today: CivilDate): WorkItem {
  const open = one.tasks.filter(
    (task) => task.due === date && !isRecorded(task) && !task.task.startsWith('mt-'),
  )
  const titles = [...events.map(({ title }) => title), ...steps.map(stepWords)]
  const [first = ''] = titles
  const rest = titles.slice(1).map(midSentence)
  const toDo =
    open.length === 0 ? '' : ` Still to do: ${open.map(({ title }) => midSentence(title)).join('; ')}.`
  const release = one.releaseFirst === null ? '' : ` ${releaseNeed(one.worry)}`
  const moved = one.rearrange
    .filter(({ task }) => events.some(({ key }) => key === task))
    .map(({ says }) => ` To rearrange: ${says}.`)
  return {
    ...ref(one),
    kind: events[0] === undefined ? 'step' : KIND_OF[events[0].kind],
    what: `${[first, ...rest].join('; ')}.${toDo}${moved.join('')}`,
    why: `${one.worry.risk}.${release}`,
    due: date,
    days: daysBetween(today, date),
    tags: worstThree([
      ...(moved.length === 0 ? [] : [TAGS.toRearrange]),
      ...events.flatMap(({ tags }) => tags),
    ]),
    pom: one.planned.person.record.pom_name ?? null,
    time: timeOf(events),
    meeting: meetingIn(events, today),
    owes: null,
  }
}

/** The time of the first of the day's events that has one. */
function timeOf(events: readonly DiaryEvent[]): string {
  const [first] = events.flatMap(({ from }) => (from === null ? [] : [from])).sort()
  return first === undefined ? '' : timeInWords(first)
}

/** A meeting to book, or one booked for a day that has come, which is to be recorded. */
function meetingIn(events: readonly DiaryEvent[], today: CivilDate): WorkItem['meeting'] {
  const event = events.find(
    ({ kind, state }) => kind === 'meeting' && (state === 'to_book' || state === 'booked'),
  )
  if (event === undefined) return null
  return { task: event.key, act: event.state === 'booked' && event.date <= today ? 'record' : 'book' }
}

const NOTHING_SOON: readonly Day[] = []
const soon = new WeakMap<UnitCase, readonly Day[]>()

/** What falls in the days this page shows, for one case, next steps of the POM among it. Remembered with the case: of most there is nothing. */
function soonOf(one: UnitCase, today: CivilDate): readonly Day[] {
  let known = soon.get(one)
  if (known !== undefined) return known
  const last = addDays(today, WEEK_DAYS + COMING_DAYS)
  const days = new Map<CivilDate, Day>()
  const dayOf = (date: CivilDate): Day => {
    let day = days.get(date)
    if (day === undefined) days.set(date, (day = { date, events: [], steps: [] }))
    return day
  }
  for (const event of eventsOf(one, today)) {
    const { date, provisional, state } = event
    if (date >= today && date <= last && !provisional && state !== 'held') dayOf(date).events.push(event)
  }
  for (const step of stepsOf(one))
    if (step.done === null && step.by >= today && step.by <= last && isOwnStep(step))
      dayOf(step.by).steps.push(step)
  known = days.size === 0 ? NOTHING_SOON : [...days.values()]
  soon.set(one, known)
  return known
}

/** Dated work of the coming days in date order, worst first within a day. Held meetings and planning dates are left out. */
function datedItems(
  cases: readonly UnitCase[],
  from: CivilDate,
  to: CivilDate,
  today: CivilDate,
  most: number,
): { items: WorkItem[]; total: number } {
  const found: { day: Day; one: UnitCase }[] = []
  for (const one of cases)
    for (const day of soonOf(one, today)) if (day.date >= from && day.date <= to) found.push({ day, one })
  found.sort(
    ({ day: { date: a }, one }, { day: { date: b }, one: other }) =>
      (a < b ? -1 : a > b ? 1 : 0) || byWorry(one, other),
  )
  const items = found.slice(0, most).map(({ one, day }) => dayItem(one, day, today))
  return { items, total: found.length }
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The second fact under each count. */
function tabDetail(tab: HandoverTab, inTab: readonly UnitCase[], today: CivilDate): string {
  const withoutCom = inTab.filter(({ com }) => com.state === 'missing' || com.state === 'overdue').length
  switch (tab) {
    case 'upcoming': {
      const close = inTab.filter(({ days }) => days !== null && days <= CLOSE_DAYS).length
      return `${close} within 14 days`
    }
    case 'in_progress': {
      const missed = inTab.filter(({ tasks }) => {
        const meeting = handoverMeeting(tasks)
        return meeting !== null && meetingStateOf(meeting, today) === 'missed'
      }).length
      return count(missed, 'meeting missed', 'meetings missed')
    }
    case 'tasks_overdue': {
      const poms = new Set(inTab.map(({ planned }) => planned.person.record.pom_name ?? ''))
      return inTab.length === 0 ? 'nothing left open' : `across ${count(poms.size, 'POM', 'POMs')}`
    }
    case 'com_overdue': {
      const longest = Math.max(0, ...inTab.map(({ com }) => com.daysOverdue ?? 0))
      return longest === 0 ? 'from 2 days after handover' : `longest ${spanInWords(longest)}`
    }
    default:
      return `${withoutCom} with no COM`
  }
}

/** What a day is planned by; the lists of decisions and of people outside the usual path stand under Handovers. */
const TODAY_TABS = HANDOVER_TABS.slice(0, HANDOVER_TABS.indexOf('release_unknown'))

/** More than this is the page of changes itself. */
const MOST_MOVED = 3

/** Whether a day has passed on what a case needs first; a COM wanted at once, with no day to count from, is late too. */
const isOverdue = (need: Need | undefined, today: CivilDate): boolean =>
  need !== undefined && (need.due === null ? need.kind === 'com_overdue' : need.due < today)

/** `left` are the cases asked for of people who left: in no list, but somebody may be coming to meet them. */
export function todayOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
  left: readonly UnitCase[] = [],
): Today {
  const { today } = unit
  const worried = cases.filter(({ worry }) => worry.needs.length > 0)
  const first = leading(worried, FIRST, byWorry)
  // What is due from today on stands under its day; what is late, could leave first, or has no day stands here.
  const now = worried.filter((one) => {
    const due = one.worry.needs[0]?.due ?? null
    const heads = one.releaseFirst !== null && headsLists(one.releaseFirst)
    return (due === null || due < today || heads) && !first.includes(one)
  })
  const above = first.filter(({ worry: { needs } }) => isOverdue(needs[0], today))
  const itemsOf = (some: readonly UnitCase[]) =>
    some.map((one) => worryItem(store, one, unit)).filter((item) => item !== null)
  const weekEnd = addDays(today, WEEK_DAYS - 1)
  const coming = datedItems(cases, addDays(weekEnd, 1), addDays(weekEnd, COMING_DAYS), today, MOST_LISTED)
  const byTab = casesByTab(cases)
  const { rows: moved, total: movedTotal } = newestChanges(store, unit, cases, Infinity)
  const since = latestWorkingDay(addDays(today, -1)).date
  const overnight = moved.filter((change) => happenedSince(change, since)).length
  const { waiting, total: waitingTotal } = waitingOf(store, unit, cases)
  return {
    today,
    cases: cases.length,
    counts: TODAY_TABS.map((tab) => ({
      tab,
      label: HANDOVER_TAB_NAMES[tab],
      count: byTab[tab].length,
      detail: tabDetail(tab, byTab[tab], today),
    })),
    first: itemsOf(first),
    needing: worried.length,
    overdue: itemsOf(leading(now, MOST_LISTED, byWorry)),
    overdueTotal: now.length,
    overdueAbove: above.length,
    week: datedItems(cases, today, weekEnd, today, Infinity).items,
    coming: coming.items,
    comingTotal: coming.total,
    calledOff: calledOffOf(store, [...cases, ...left], today),
    moved: moved.slice(0, MOST_MOVED),
    movedTotal,
    overnight,
    since,
    waiting: waiting.slice(0, MOST_LISTED),
    waitingTotal,
    ...escalationsShown(store, unit, cases),
    ...owesShown(store, unit, cases),
    notice: noticeOf(cases, today, {
      late: now.length,
      messages: messagesDue(store, unit, cases),
    }),
    cannotPlan: cases
      .filter(({ planned }) => planned.missing !== null)
      .map((one) => Object.assign(ref(one), { message: one.planned.missing?.message ?? '' })),
  }
}

import type { Tag } from '../../../../domain/contract/schemas.ts'
import { timeInWords } from '../../../../domain/meetings/booking.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { EventKind } from '../../../../domain/calendar/calendar-filters.ts'
import type { MandatedMeetingId, Plan, Sense } from '../../../../domain/model/plan.ts'
import { isRecalled } from '../../../../domain/planning/case-work.ts'
import {
  comTag,
  meetingTag,
  TAGS,
  workingDayTag,
  type MeetingState,
} from '../../../../domain/text/status-tags.ts'
import { meetingStateOf } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

export interface DatedEvent {
  /** Which event of the case: with the person it makes an id that stays when the day moves. */
  key: string
  kind: EventKind
  date: CivilDate
  /** `14:00` of a booked meeting. */
  from: string | null
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  title: string
  state: MeetingState | null
  /** Of dated work alone. */
  sense: Sense | null
  provisional: boolean
  tags: Tag[]
  /** The meeting it is, where that can be booked or moved. */
  book: MandatedMeetingId | null
}

/** What a case says by itself; its work and parole dates rest on more than the case. */
export type DiaryEvent = DatedEvent & { kind: Exclude<EventKind, 'work' | 'parole'> }

type Said = Pick<DatedEvent, 'key' | 'date' | 'title'> & Partial<Omit<DatedEvent, 'kind'>>

/** An event that is nothing but what is said of it. */
export function plainEvent<K extends EventKind>(event: Said & { kind: K }): DatedEvent & { kind: K } {
  return {
    from: null,
    windowFrom: null,
    windowTo: null,
    state: null,
    sense: null,
    provisional: false,
    tags: [],
    book: null,
    ...event,
  }
}

interface Release {
  date: CivilDate
  title: string
  /** A day release could first be directed, not one it is expected on. */
  provisional: boolean
}

/**
 * The day release is expected: confirmed; after a recall only the post-recall date, for the others belong to the release
 * before it; else HDC, approved parole, the earlier of ARD and CRD; else the first day it could be directed, marked as such.
 * Nothing before the sentence start.
 */
export function expectedRelease(facts: CaseFacts, plan: Plan): Release | null {
  const found = firstRelease(facts, plan)
  const start = facts.sentence_start_date ?? null
  return found !== null && (start === null || found.date >= start) ? found : null
}

function firstRelease(facts: CaseFacts, plan: Plan): Release | null {
  const known = (date: CivilDate | null | undefined, title: string): Release | null =>
    date ? { date, title, provisional: false } : null
  const confirmed = known(facts.confirmed_release_date, 'Release (confirmed)')
  if (confirmed !== null) return confirmed
  if (isRecalled(facts)) return known(facts.post_recall_release_date, 'Release (PRRD)')
  const { automatic_release_date: ard, conditional_release_date: crd } = facts
  const automatic = ard && (!crd || ard <= crd) ? known(ard, 'Release (ARD)') : known(crd, 'Release (CRD)')
  const fixed =
    known(facts.home_detention_curfew_actual_date, 'Release (HDC)') ??
    known(facts.approved_parole_date, 'Release (parole approved)') ??
    automatic
  if (fixed !== null) return fixed
  const earliest = plan.earliest_release
  return earliest === null
    ? null
    : {
        date: earliest.date,
        title: `Earliest release, if directed (${earliest.type})`,
        provisional: true,
      }
}

const onlyTags = (...tags: (Tag | null)[]): Tag[] => tags.filter((tag) => tag !== null)

/**
 * Everything dated about one case: handover, the day support starts where it is another, the mandated meetings (on the day
 * held, else the day due) and release. A meeting without a due day is in no calendar until somebody sets one.
 */
export function eventsOf(one: UnitCase, today: CivilDate): readonly DiaryEvent[] {
  let events = remembered.get(one)
  if (events === undefined) remembered.set(one, (events = makeEvents(one, today)))
  return events
}

// A unit case belongs to one day and is made anew when anything about it changes, so its events are worked out once.
const remembered = new WeakMap<UnitCase, DiaryEvent[]>()

function makeEvents(one: UnitCase, today: CivilDate): DiaryEvent[] {
  const { planned, com, days, tasks } = one
  const { plan, facts } = planned
  if (plan === null) return []
  const events: DiaryEvent[] = []
  const add = (event: Said & { kind: DiaryEvent['kind'] }) => events.push(plainEvent(event))

  const handover = plan.handover_date
  if (handover !== null) {
    add({
      key: 'handover',
      kind: 'handover',
      date: handover,
      title: 'Handover to the COM',
      tags: onlyTags(
        comTag(com.state, days, com.daysOverdue),
        handover < today ? null : workingDayTag(handover, latestWorkingDay(handover).date),
      ),
    })
    const start = plan.handover_start_date
    if (start !== null && start !== handover) {
      add({ key: 'handover-start', kind: 'handover_start', date: start, title: 'COM starts to support' })
    }
  }
  for (const task of tasks) {
    const { entry, due, doneOn } = task
    if (!task.task.startsWith('mt-') || task.state === 'not_needed') continue
    const booked = task.booking !== null && task.booking.on >= today ? task.booking : null
    const date = doneOn ?? task.notDone?.on ?? booked?.on ?? due
    if (date === null) continue
    const state = meetingStateOf(task, today)
    const open = state !== 'held' && state !== 'not_held'
    const awaiting = open && entry?.provisional === true && plan.flags.includes('parole_outcome_unknown')
    add({
      key: task.task,
      kind: 'meeting',
      date,
      from: open ? (booked?.from ?? null) : null,
      windowFrom: open ? (entry?.window_from ?? null) : null,
      windowTo: open ? (entry?.window_to ?? null) : null,
      book: open ? (task.task as MandatedMeetingId) : null,
      title:
        booked !== null
          ? `${task.title}, ${timeInWords(booked.from)}`
          : open
            ? `${task.title}: last day`
            : `${task.title} ${state === 'held' ? 'held' : 'not held'}`,
      state,
      provisional: open && entry?.provisional === true,
      tags: onlyTags(
        task.dueOnArrival && open ? TAGS.dueOnArrival : meetingTag(state),
        awaiting ? TAGS.awaitingOutcome : open && entry?.provisional === true ? TAGS.planningDate : null,
        open && due !== null && due >= today && entry?.latest_working_day
          ? workingDayTag(due, entry.latest_working_day)
          : null,
      ),
    })
  }
  const release = plan.in_scope ? expectedRelease(facts, plan) : null
  if (release !== null) {
    add({
      key: 'release',
      kind: 'release',
      date: release.date,
      title: release.title,
      provisional: release.provisional,
      tags: release.provisional ? [TAGS.planningDate] : [],
    })
  }
  return events
}

/** Who it concerns on the other side: the COM, or whom to ask where none is named. */
export function whoOf({ planned, com }: UnitCase): string {
  if (com.name !== null) return `${com.name} (COM)`
  const { ldu_name: ldu, team_name: team, probation_region: region } = planned.person.record
  return ldu ?? team ?? region ?? 'COM not known'
}

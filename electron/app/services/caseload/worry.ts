import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Flag } from '../../../../domain/model/plan.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, countDays, midSentence, ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import { NEAR_DAYS } from '../../../../domain/model/ready-to-go.ts'
import type { ToRearrange } from '../meetings/rearrange-of.ts'
import { isOwnStep, stepsOf } from '../meetings/steps-of.ts'
import { inPlace } from '../ready/ready-of.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import type { Com } from './com-state.ts'
import { hearingToRecord, isPastTariff } from './lists.ts'
import { headsLists, type ReleaseFirst } from './release-first.ts'
import { arrivalOf, fellThrough, meetingStateOf, type CaseTask, isRecorded } from './tasks.ts'

// One order of worry for every list. Each thing that needs somebody has a weight; risk is added once; the sum is the
// order. A possible release before handover outweighs everything together, so it heads every list.
export const WEIGHTS = {
  /** And up to 365 more, the nearer the release. */
  release_before_handover: 1000,
  /** The same, more than 18 months ahead. */
  release_far: 6,
  risk: { very_high: 40, high: 25, medium: 8, low: 0, unknown: 12 },
  mappa: { 3: 12, 2: 8 } as Record<number, number>,
  /** Nobody here has met them, and their handover is near or past: it heads the day. */
  transferred_in: 300,
  /** Two services may each think it is the other's case. */
  moved_back: 120,
  /** And one more for each day, to 30. */
  com_overdue: 40,
  /** Within 14 days of handover, or already needed; one less for each day still ahead. */
  com_missing: 34,
  /** And one more for each day, to 14. */
  meeting_missed: 24,
  /** Within 14 days; one less for each day still ahead. */
  meeting_to_book: 20,
  /** The day booked has passed and nothing is recorded; and one more for each day, to 14. */
  meeting_to_record: 22,
  /** The POM or the person will be away that day, or the window has moved off it; one less for each day ahead, to 14. */
  meeting_to_rearrange: 30,
  /** Something agreed at a meeting that the POM has not done by its day. */
  step_overdue: 10,
  /** Within 7 days; two less for each day still ahead. */
  handover_near: 18,
  /** Released within 7 days with something open; four less for each day still ahead. */
  not_ready: 60,
  due_on_arrival: 14,
  no_hearing: 14,
  task_overdue: 12,
  flags: {
    release_date_contradiction: 14,
    parole_outcome_unknown: 13,
    short_sentence_service_unconfirmed: 10,
    sentence_start_unknown: 8,
    handover_from_sentence_start: 6,
  } as Partial<Record<Flag, number>>,
}

/** How long after arrival, or after a tariff passes, it is still news. */
const NEWS_DAYS = 56

export type NeedKind =
  | 'release_before_handover'
  | 'com_overdue'
  | 'meeting'
  | 'handover'
  | 'task'
  | 'step'
  | 'flag'

/** One thing that needs somebody. */
export interface Need {
  kind: NeedKind
  weight: number
  /** What has to happen, one sentence. */
  what: string
  /** The same in a few words, for a reason among others. */
  short: string
  /** What makes it worse or doubtful, where it comes first. */
  why?: string
  due: CivilDate | null
  /** The meeting it is about, and what is to be done: booked, or recorded. */
  meeting?: { task: CaseTask['task']; act: 'book' | 'record' }
}

export interface Worry {
  /** Heaviest first. */
  needs: Need[]
  score: number
  /** Risk in words, empty where it adds nothing. */
  risk: string
}

export interface WorryInput {
  planned: PlannedCase
  com: Com
  tasks: readonly CaseTask[]
  releaseFirst: ReleaseFirst | null
  movedBack: CivilDate | null
  rearrange: readonly ToRearrange[]
}

function riskOf(facts: CaseFacts): { weight: number; words: string } {
  const level = facts.rosh_level ?? null
  const mappa = WEIGHTS.mappa[facts.mappa_level ?? 0] ?? 0
  const rosh = level === null ? 'RoSH not known' : `RoSH ${ROSH_WORDS[level].toLowerCase()}`
  return {
    weight: WEIGHTS.risk[level ?? 'unknown'] + mappa,
    words: mappa > 0 ? `${rosh}, MAPPA ${facts.mappa_level}` : rosh,
  }
}

function comNeed({ planned, com, releaseFirst }: WorryInput, today: CivilDate): Need | null {
  const { plan, person } = planned
  const team = person.record.ldu_name ?? person.record.team_name ?? person.record.probation_region ?? null
  const ask = team === null ? 'ask probation for a name' : `ask ${team} for a name`
  const handover = plan?.handover_date ?? null
  if (com.state === 'overdue') {
    const since = handover === null ? 'The COM is responsible' : `Handover was on ${formatDate(handover)}`
    return {
      kind: 'com_overdue',
      weight: WEIGHTS.com_overdue + Math.min(com.daysOverdue ?? 0, 30),
      what: `${since} and no COM is named: ${ask}.`,
      short: com.daysOverdue === null ? 'no COM named' : `no COM for ${countDays(com.daysOverdue)}`,
      due: handover,
    }
  }
  if (com.state !== 'missing') return null
  const wanted = releaseFirst?.date ?? handover
  const ahead = wanted === null ? 0 : Math.max(daysBetween(today, wanted), 0)
  const supporting = planned.responsibility !== 'pom'
  if (!supporting && ahead > CLOSE_DAYS) return null
  return {
    kind: 'handover',
    weight: WEIGHTS.com_missing - (supporting ? 0 : ahead),
    what: supporting ? `A COM should be supporting and none is named: ${ask}.` : `No COM is named: ${ask}.`,
    short: 'no COM named',
    due: handover,
  }
}

/** For this long after a transfer its handover is looked at before anything else. */
const TRANSFER_DAYS = 28

/** Somebody transferred here of late whose handover is near or past: whoever had the case may not have begun it. */
function transferNeed({ presence, plan }: PlannedCase, today: CivilDate): Need | null {
  const { movement } = presence
  const handover = plan?.handover_date ?? null
  if (movement?.kind !== 'transfer_in' || handover === null) return null
  if (daysBetween(movement.on, today) > TRANSFER_DAYS || daysBetween(today, handover) > NEWS_DAYS) return null
  const when = handover <= today ? `was on ${formatDate(handover)}` : `is on ${formatDate(handover)}`
  const from = movement.where === '' ? '' : ` from ${movement.where}`
  return {
    kind: 'handover',
    weight: WEIGHTS.transferred_in,
    what: `Transferred in${from} on ${formatDate(movement.on)}; handover ${when}: find out what was done before.`,
    short: 'transferred in',
    due: handover,
  }
}

/** A booking ahead that something has come between. */
function rearrangeNeeds({ tasks, rearrange }: WorryInput, today: CivilDate): Need[] {
  return rearrange.flatMap(({ task, says }) => {
    const { title, booking } = tasks.find((known) => known.task === task) ?? {}
    if (title === undefined || !booking) return []
    return [
      {
        kind: 'meeting',
        weight: WEIGHTS.meeting_to_rearrange - Math.min(daysBetween(today, booking.on), 14),
        what: `${title} is booked for ${formatDate(booking.on)}, and ${says}.`,
        short: `${midSentence(title)} to rearrange`,
        due: booking.on,
        meeting: { task, act: 'book' },
      },
    ]
  })
}

function meetingNeeds(input: WorryInput, today: CivilDate): Need[] {
  const { tasks, planned, rearrange } = input
  const needs: Need[] = rearrangeNeeds(input, today)
  const late: CaseTask[] = []
  const arrival = arrivalOf(planned.facts)
  for (const task of tasks) {
    if (fellThrough(task, today) && task.notDone !== null) {
      const { due, notDone, title } = task
      const days = due === null ? CLOSE_DAYS : daysBetween(today, due)
      if (days <= CLOSE_DAYS)
        needs.push({
          kind: 'meeting',
          weight: WEIGHTS.meeting_to_book - Math.max(days, 0),
          what: `${title} was not held on ${formatDate(notDone.on)}, and is not booked again${due === null ? '' : `: hold it by ${formatDate(due)}`}.`,
          short: `${midSentence(title)} to book again`,
          due,
          meeting: { task: task.task, act: 'book' },
        })
      continue
    }
    if (isRecorded(task) || task.state === 'not_needed') continue
    if (rearrange.some((known) => known.task === task.task)) continue
    if (task.entry === null) {
      if (task.state === 'overdue') late.push(task)
      continue
    }
    const { due } = task
    if (due === null || task.entry.provisional) continue
    const days = daysBetween(today, due)
    const words = midSentence(task.title)
    const state = meetingStateOf(task, today)
    if (state === 'booked' && task.booking !== null && task.booking.on <= due) continue
    const passed = task.booking !== null && task.booking.on < today ? task.booking.on : null
    if (passed !== null && state !== 'missed') {
      needs.push({
        kind: 'meeting',
        weight: WEIGHTS.meeting_to_record + Math.min(daysBetween(passed, today), 14),
        what: `${task.title} was booked for ${formatDate(passed)}: record that it was held, or why not.`,
        short: `${words} to record`,
        due: passed,
        meeting: { task: task.task, act: 'record' },
      })
      continue
    }
    if (state === 'missed') {
      needs.push({
        kind: 'meeting',
        weight: WEIGHTS.meeting_missed + Math.min(-days, 14),
        what: `${task.title} was due by ${formatDate(due)} and none is recorded: hold it, or record when it was held.`,
        short: `${words} missed`,
        due,
        meeting: { task: task.task, act: passed === null ? 'book' : 'record' },
      })
    } else if (task.dueOnArrival && days < 0) {
      if (arrival === null || daysBetween(arrival, today) > NEWS_DAYS) continue
      needs.push({
        kind: 'meeting',
        weight: WEIGHTS.due_on_arrival,
        what: `${task.title} was due by ${formatDate(due)}, before arrival here: arrange it now.`,
        short: `${words} due on arrival`,
        due: null,
        meeting: { task: task.task, act: 'book' },
      })
    } else if (days <= CLOSE_DAYS) {
      needs.push({
        kind: 'meeting',
        weight: WEIGHTS.meeting_to_book - Math.max(days, 0),
        what: `${task.title} to be held by ${formatDate(due)}.`,
        short: `${words} to book`,
        due,
        meeting: { task: task.task, act: 'book' },
      })
    }
  }
  const [first] = late
  if (first !== undefined) {
    const titles = late.map(({ title }) => midSentence(title)).join('; ')
    needs.push({
      kind: 'task',
      weight: WEIGHTS.task_overdue,
      what: `Still to do since handover: ${titles}.`,
      short: late.length === 1 ? '1 task overdue' : `${late.length} tasks overdue`,
      due: first.due,
    })
  }
  return needs
}

/** What the POM agreed to do by a day that has passed. What others owe is waited for, and stands elsewhere. */
function stepNeeds(input: WorryInput, today: CivilDate): Need[] {
  const late = stepsOf(input).filter((step) => step.done === null && step.by < today && isOwnStep(step))
  const [first] = late
  if (first === undefined) return []
  return [
    {
      kind: 'step',
      weight: WEIGHTS.step_overdue,
      what: `Agreed and still to do: ${late.map(({ what }) => midSentence(what)).join('; ')}.`,
      short: late.length === 1 ? 'a next step overdue' : `${late.length} next steps overdue`,
      due: first.by,
    },
  ]
}

const FLAG_NEEDS: Partial<Record<Flag, (facts: CaseFacts) => { what: string; short: string }>> = {
  release_date_contradiction: () => ({
    what: 'The release dates contradict each other: have them checked before relying on any date.',
    short: 'release dates contradict',
  }),
  parole_outcome_unknown: ({ parole_eligibility_date: ped }) => ({
    what: `The parole eligibility date${ped ? `, ${formatDate(ped)},` : ''} has passed and no outcome is recorded: record it, or the next review.`,
    short: 'parole outcome not recorded',
  }),
  short_sentence_service_unconfirmed: () => ({
    what: '10 months or less to serve: confirm that a community team exists to take the case.',
    short: 'community team not confirmed',
  }),
  sentence_start_unknown: () => ({
    what: 'The sentence start date is not recorded, so a short sentence cannot be tested for: find it.',
    short: 'no sentence start date',
  }),
  handover_from_sentence_start: () => ({
    what: 'Handover falls before the sentence began: it is due on allocation.',
    short: 'due on allocation',
  }),
}

function flagNeeds({ planned }: WorryInput): Need[] {
  const needs: Need[] = []
  for (const flag of planned.plan?.flags ?? []) {
    const weight = WEIGHTS.flags[flag]
    const words = FLAG_NEEDS[flag]?.(planned.facts)
    if (weight !== undefined && words !== undefined) needs.push({ kind: 'flag', weight, due: null, ...words })
  }
  return needs
}

/** What needs somebody about one case, heaviest first, and where that puts it. Nothing at all outside OMiC. */
export function worryOf(input: WorryInput, today: CivilDate): Worry {
  const { planned, releaseFirst, movedBack } = input
  const { plan, facts } = planned
  const risk = riskOf(facts)
  if (plan === null || !plan.in_scope) return { needs: [], score: 0, risk: risk.words }
  const needs: Need[] = []
  const handover = plan.handover_date

  if (releaseFirst !== null && handover !== null) {
    needs.push({
      kind: 'release_before_handover',
      weight: headsLists(releaseFirst)
        ? WEIGHTS.release_before_handover + Math.max(0, 365 - releaseFirst.daysLeft)
        : WEIGHTS.release_far,
      what: `${releaseFirst.what}, ${formatDate(releaseFirst.date)}, is ${releaseFirst.date === handover ? 'on the day of' : 'before'} handover${releaseFirst.date === handover ? '' : ` on ${formatDate(handover)}`}: agree an earlier handover with the community.`,
      short: 'could leave before handover',
      why: [
        input.com.name === null ? 'could leave with no COM' : 'could leave before the COM is responsible',
        ...(releaseFirst.what.startsWith('HDC eligib') ? ['check that HDC applies'] : []),
      ].join('; '),
      due: releaseFirst.date,
    })
  }
  if (movedBack !== null && daysBetween(movedBack, today) <= NEWS_DAYS) {
    needs.push({
      kind: 'flag',
      weight: WEIGHTS.moved_back,
      what: `The COM was responsible until ${formatDate(movedBack)}; the POM is now, by calculation alone: confirm with the community before acting.`,
      short: 'moved back to prison',
      due: null,
    })
  }
  const transfer = transferNeed(planned, today)
  if (transfer !== null) needs.push(transfer)
  const com = comNeed(input, today)
  if (com !== null) needs.push(com)
  needs.push(...meetingNeeds(input, today))
  needs.push(...stepNeeds(input, today))
  const ahead = handover === null ? null : daysBetween(today, handover)
  if (handover !== null && ahead !== null && ahead >= 0 && ahead <= 7) {
    needs.push({
      kind: 'handover',
      weight: WEIGHTS.handover_near - 2 * ahead,
      what: ahead === 0 ? 'Handover is today.' : `Handover is on ${formatDate(handover)}.`,
      short: ahead === 0 ? 'handover today' : `handover in ${countDays(ahead)}`,
      due: handover,
    })
  }
  const going = inPlace(input, today, NEAR_DAYS)
  if (going !== null && going.open > 0) {
    const missing = going.items.filter(({ state }) => state === 'open' || state === 'no')
    needs.push({
      kind: 'task',
      weight: WEIGHTS.not_ready - 4 * going.days,
      what: `Released on ${formatDate(going.release.date)}, and not ready to go: ${missing.map(({ title }) => midSentence(title)).join(', ')}.`,
      short: `${going.open} not ready for release`,
      due: going.release.date,
    })
  }
  const hearing = facts.target_hearing_date ?? null
  if (isPastTariff(facts, today) && (hearing === null || hearing < today)) {
    needs.push({
      kind: 'flag',
      weight: WEIGHTS.no_hearing,
      what: `The tariff has passed. ${hearingToRecord(facts)}`,
      short: 'no hearing ahead',
      due: null,
    })
  }
  needs.push(...flagNeeds(input))

  needs.sort((a, b) => b.weight - a.weight)
  const score = needs.reduce((sum, need) => sum + need.weight, 0)
  return { needs, score: score + risk.weight, risk: risk.words }
}

/** What stands about somebody who may leave before handover, wherever that comes; empty where nothing does. */
export const releaseNeed = ({ needs }: Worry): string =>
  needs.find(({ kind }) => kind === 'release_before_handover')?.what ?? ''

/** The reasons beside the first one, and the risk, in one sentence. */
export function whySentence({ needs, risk }: Worry): string {
  const others = needs.slice(1).map(({ short }) => short)
  const first = needs[0]?.why
  const words = [...(first === undefined ? [] : [first]), ...new Set(others), risk].join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

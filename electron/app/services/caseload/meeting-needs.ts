import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, midSentence } from '../../../../domain/text/status-tags.ts'
import { isOwnStep, stepsOf } from '../meetings/steps-of.ts'
import { arrivalOf, fellThrough, meetingStateOf, type CaseTask, isRecorded } from './tasks.ts'
import { NEWS_DAYS, WEIGHTS, type Need, type WorryInput } from './worry-needs.ts'

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

export function meetingNeeds(input: WorryInput, today: CivilDate): Need[] {
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
export function stepNeeds(input: WorryInput, today: CivilDate): Need[] {
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

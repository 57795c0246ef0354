import { saveTask, type NewTask } from '../../../../db/repositories/tasks.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { Chance } from '../../../../db/synthetic/random.ts'
import { SAMPLE } from '../../../../db/synthetic/sample-settings.ts'
import type { Store } from '../../../../db/types.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import { HANDOVER_TASKS, taskOfItem } from '../../../../domain/model/handover-task.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { createPlanning } from '../planning/planning.ts'

const { today } = SAMPLE

/** Meetings the story of the sample knows the day of. */
const HELD: Record<string, string> = { A6610CE: '2026-11-19', A7090KV: '2026-11-12' }
/** Handed over with nobody named, so nobody has met; and one who meets this afternoon. */
const NOT_DONE = new Set(['A8813TA', 'A2750EJ', 'A4926UC', 'A4031WB', 'A2093LV'])
/** A few units are always a little behind. */
const SHARE_DONE = 0.93

/** When the administrator entered what the unit had on paper. */
const ENTERED_AT = '2026-11-19T16:10:00.000Z'

/**
 * Records what a unit would have done by now: most handovers that have passed had their meeting and their tasks, and most
 * other work whose day has come is done.
 */
export async function recordSampleWork(store: Store): Promise<void> {
  const chance = new Chance(7)
  const paper = new Chance(11)
  const users = new Map(listUsers(store.read).map(({ id, name }) => [name, id]))
  const head = users.get(SAMPLE.headOfOmu) ?? ''
  const administrator = users.get(SAMPLE.administrator) ?? head
  const cases = createPlanning().caseload(store, today)
  const done: { task: NewTask; by: string }[] = []
  for (const planned of cases) {
    const pom = users.get(planned.person.record.pom_name ?? '') ?? head
    for (const task of workOn(planned, chance)) done.push({ task, by: pom })
    for (const task of otherWorkOn(planned, paper)) done.push({ task, by: administrator })
  }
  done.sort((a, b) => (a.task.at < b.task.at ? -1 : a.task.at > b.task.at ? 1 : 0))
  await store.write((db) => {
    for (const { task, by } of done) saveTask(db, { userId: by }, task)
  })
}

function workOn(planned: PlannedCase, chance: Chance): NewTask[] {
  const { person, plan } = planned
  const number = person.record.prison_number ?? ''
  const held = HELD[number]
  if (held !== undefined) {
    const on = held as CivilDate
    const meeting = record(person.id, 'mt-handover', on, 'By video, with the COM')
    const body = { reference: 'NDelius contact of the same day', notDone: null }
    return [{ ...meeting, body }, ...notDoneOn(person.id, number, on)]
  }
  const handover = plan?.handover_date ?? null
  if (
    plan === null ||
    handover === null ||
    handover > today ||
    NOT_DONE.has(number) ||
    !chance.once(SHARE_DONE)
  )
    return []
  const start = person.record.sentence_start_date ?? handover
  const met = workingDay(addDays(handover, -chance.between(4, 40)), start)
  const tasks =
    plan.handover_type === 'standard' ? ['com_contact', 'handover_report'] : ['review_oasys', 'com_contact']
  const work = tasks.map((task) => record(person.id, task, met, ''))
  for (const { id, due } of planned.meetings()) {
    if (due === null || due > today) continue
    work.push(
      record(
        person.id,
        id,
        id === 'mt-handover' ? met : workingDay(addDays(due, -chance.between(1, 10)), start),
        'Held with the COM',
      ),
    )
  }
  return work
}

/** One thing the story says was not done, and why. */
function notDoneOn(personId: string, number: string, on: CivilDate): NewTask[] {
  if (number !== 'A6610CE') return []
  const why = 'The COM has asked probation for a fuller assessment first.'
  const body = { reference: '', notDone: { reason: 'other' as const, on } }
  return [{ ...record(personId, 'review_oasys', on, why), doneOn: null, body }]
}

/** What nobody but a named COM can end, and what the tasks above already speak of. */
const NOT_ON_PAPER = new Set<string>([...HANDOVER_TASKS, 'ho-com-due'])

function otherWorkOn(planned: PlannedCase, chance: Chance): NewTask[] {
  const { person } = planned
  const work: NewTask[] = []
  for (const { id, due, sense, provisional, anchor } of planned.schedule()) {
    const task = taskOfItem(id)
    if (due === null || due >= today || provisional || NOT_ON_PAPER.has(task)) continue
    if ((sense !== 'due' && sense !== 'closes') || !chance.once(SHARE_DONE)) continue
    const from = anchor !== null && anchor.date < due ? anchor.date : due
    const doneOn = workingDay(due, from)
    const at = `${doneOn}T15:30:00.000Z`
    work.push({ ...record(person.id, task, doneOn, ''), at: at > ENTERED_AT ? at : ENTERED_AT })
  }
  return work
}

function workingDay(day: CivilDate, notBefore: CivilDate): CivilDate {
  const working = latestWorkingDay(day < today ? day : today).date
  return working > notBefore ? working : notBefore
}

const record = (personId: string, task: string, doneOn: CivilDate, note: string): NewTask => ({
  at: `${doneOn}T15:30:00.000Z`,
  personId,
  task,
  doneOn,
  note,
})

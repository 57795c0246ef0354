import { saveTask, type NewTask } from '../../../../db/repositories/tasks.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { Chance } from '../../../../db/synthetic/random.ts'
import { SAMPLE } from '../../../../db/synthetic/sample-settings.ts'
import type { Store } from '../../../../db/types.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { createPlanning } from '../planning/planning.ts'

const { today } = SAMPLE

/** Meetings the story of the sample knows the day of. */
const HELD: Record<string, string> = { A6610CE: '2026-11-19', A7090KV: '2026-11-12' }
/** Handed over with nobody named, so nobody has met. */
const NOT_DONE = new Set(['A8813TA', 'A2750EJ', 'A4926UC', 'A4031WB'])
/** A few units are always a little behind. */
const SHARE_DONE = 0.93

/** Records what a unit would have done by now: most handovers that have passed had their meeting and their tasks. */
export async function recordSampleWork(store: Store): Promise<void> {
  const chance = new Chance(7)
  const users = new Map(listUsers(store.read).map(({ id, name }) => [name, id]))
  const head = users.get(SAMPLE.headOfOmu) ?? ''
  const done = createPlanning()
    .caseload(store, today)
    .flatMap((planned) =>
      workOn(planned, chance).map((task) => ({
        task,
        by: users.get(planned.person.record.pom_name ?? '') ?? head,
      })),
    )
  done.sort((a, b) => (a.task.at < b.task.at ? -1 : a.task.at > b.task.at ? 1 : 0))
  await store.write((db) => {
    for (const { task, by } of done) saveTask(db, { userId: by }, task)
  })
}

function workOn(planned: PlannedCase, chance: Chance): NewTask[] {
  const { person, plan } = planned
  const number = person.record.prison_number ?? ''
  const held = HELD[number]
  if (held !== undefined)
    return [record(person.id, 'mt-handover', held as CivilDate, 'By video, with the COM')]
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

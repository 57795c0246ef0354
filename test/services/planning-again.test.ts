import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

let unit: UnitStore
beforeAll(async () => {
  unit = await unitStore()
  await unit.learn(
    ['A0001AA', 'A0002AA', 'A0003AA'].map((number) => person(number, { crd: day('2027-07-15') })),
  )
})
afterAll(() => unit.close())

const planned = (today = TODAY) => unit.desk.planning.caseload(unit.store, today)
const anew = (today = TODAY) => createPlanning().caseload(unit.store, today)
const told = (cases: ReturnType<typeof planned>) => cases.map(({ person: one, plan }) => ({ one, plan }))

it('plans only those a write touched, and those it brought, as reading everybody anew would', async () => {
  const before = planned()
  await unit.learn([
    person('A0004AA', { crd: day('2028-01-10') }),
    person('A0002AA', { crd: day('2027-09-15') }),
  ])
  const after = planned()
  expect(told(after)).toEqual(told(anew()))
  expect(after.map(({ person: { record } }) => record.prison_number)).toEqual([
    'A0001AA',
    'A0002AA',
    'A0003AA',
    'A0004AA',
  ])
  expect(after.map((one, at) => one === before[at])).toEqual([true, false, true, false])
})

it('plans everybody again on another day, with what was learned meanwhile', async () => {
  planned()
  await unit.learn([person('A0001AA', { crd: day('2027-03-01') })])
  const tomorrow = addDays(TODAY, 1)
  expect(told(planned(tomorrow))).toEqual(told(anew(tomorrow)))
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import { HANDOVER_TABS } from '../../domain/model/handover-tab.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import { unitOf } from '../../electron/app/services/caseload/unit-view.ts'
import { deadlinesOf } from '../../electron/app/services/diary/deadlines.ts'
import { TODAY, unitStore, type UnitStore } from './unit-store.ts'

// What must hold of any unit on any day, asked of four hundred made-up people as the months go by.
const DAYS = [0, 1, 9, 56, 200, 500].map((days) => addDays(TODAY, days))

let unit: UnitStore
beforeAll(async () => {
  unit = await unitStore()
  await unit.learn(syntheticRows(400, TODAY, 7))
})
afterAll(() => unit.close())

it.each(DAYS)('answers every page within the contract on %s', async (today) => {
  unit.setToday(today)
  for (const scope of ['unit', 'mine'] as const) {
    await unit.call('today.show', { scope })
    await unit.call('caseload.list', { scope, find: '', page: 3 })
    await unit.call('calendar.show', { from: today, to: addDays(today, 400), scope })
    for (const tab of HANDOVER_TABS) await unit.call('handovers.list', { tab, scope })
  }
  const { cases } = unitOf(unit.desk.planning, unit.store, today)
  for (const { personId } of cases.slice(0, 60)) await unit.call('case.show', { personId })
})

it.each(DAYS)('loses nobody the community has, and calls nothing late that is not, on %s', (today) => {
  const { cases } = unitOf(unit.desk.planning, unit.store, today)
  expect(cases).toHaveLength(400)
  for (const { planned, tabs, days, tasks, com, releaseFirst } of cases) {
    const { plan } = planned
    if (plan?.responsibility === 'com' || plan?.responsibility === 'pom_with_com')
      expect(tabs.size).toBeGreaterThan(0)
    if (days !== null && days >= 0 && days <= 56) expect(tabs.has('upcoming')).toBe(true)
    if (days !== null && days > 56 && releaseFirst === null) expect(tabs.has('upcoming')).toBe(false)
    if (com.state === 'overdue') expect(tabs.has('com_overdue')).toBe(true)
    for (const { state, entry, due } of tasks) {
      if (state !== 'overdue') continue
      expect(entry?.provisional ?? false).toBe(false)
      expect(due !== null && due < today).toBe(true)
    }
  }
  for (const { state, due } of deadlinesOf(cases, today, null)) {
    expect(['overdue', 'due', 'due_soon', 'due_on_arrival']).toContain(state)
    if (state === 'due') expect(due).toBe(today)
  }
})

it.each(DAYS)('heads every list with whoever may leave before handover on %s', async (today) => {
  unit.setToday(today)
  const { byId } = unitOf(unit.desk.planning, unit.store, today)
  for (const tab of HANDOVER_TABS) {
    const { rows } = await unit.call('handovers.list', { tab, scope: 'unit' })
    const leaving = rows.map(({ personId }) => byId.get(personId)?.releaseFirst !== null)
    expect(leaving).toEqual([...leaving].sort((a, b) => Number(b) - Number(a)))
    // A day already past is as near as today.
    const nearest = rows
      .map(({ personId }) => byId.get(personId)?.releaseFirst?.date ?? null)
      .filter((date) => date !== null)
      .map((date) => (date < today ? today : date))
    expect(nearest).toEqual([...nearest].sort())
  }
})

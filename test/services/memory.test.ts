import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { formerPlansOf, listPlanMemory } from '../../db/repositories/plan-memory.ts'
import { saveDecision } from '../../db/repositories/decisions.ts'
import type { ChangeCause } from '../../domain/model/remembered-plan.ts'
import { bringUpToDate } from '../../electron/app/services/memory/bring-up-to-date.ts'
import { checkMemory } from '../../electron/app/services/memory/check-memory.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is Monday 23 November 2026. 7 months and 15 days before 15 July 2027 is 30 November 2026.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const look = (planning = unit.desk.planning) =>
  bringUpToDate({
    planning,
    store: unit.store,
    actor: { userId: unit.session.user.id },
    today: unit.desk.clock.today(),
    at: unit.desk.clock.now().toISOString(),
  })
const former = (number: string) => formerPlansOf(unit.store.read, unit.id(number))
const kinds = (causes: readonly ChangeCause[] | undefined) => causes?.map(({ kind }) => kind)
const isSound = () => {
  expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  expect(checkMemory(createPlanning(), unit.store)).toMatchObject({ ok: true })
}

describe('noticing', () => {
  test('remembers a first plan without a former one, and writes nothing where nothing changed', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    expect(await look()).toBe(0)
    expect(listPlanMemory(unit.store.read)).toHaveLength(1)
    const { revision } = unit.store
    expect(await look()).toBe(0)
    await unit.learn([person('A0001AA', { main_offence: 'Burglary' })])
    const after = unit.store.revision
    expect(await look()).toBe(0)
    expect(unit.store.revision).toBe(after)
    expect(after).toBeGreaterThan(revision)
    expect(former('A0001AA')).toEqual([])
    isSound()
  })

  test('keeps the former plan with the fact that changed it, its source and its age', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-09-29') })])
    await look()
    await unit.learn([person('A0001AA', { crd: day('2027-07-15'), main_offence: 'Burglary' })], {
      source: 'nomis_report',
      asAt: day('2026-11-22'),
    })
    expect(await look()).toBe(1)
    const [record] = former('A0001AA')
    expect(record).toMatchObject({
      was: { handover: '2027-02-13' },
      now: { handover: '2026-11-30' },
      kinds: ['date_moved', 'new_in_window'],
      happenedOn: '2026-11-23',
      causes: [
        {
          kind: 'fact',
          field: 'crd',
          was: '2027-09-29',
          now: '2027-07-15',
          source: 'nomis_report',
          asAt: '2026-11-22',
        },
      ],
    })
    isSound()
  })

  test('says newly past, newly short, release first and another COM', async () => {
    await unit.learn([
      person('A0001AA', { crd: day('2027-09-29') }),
      person('A0002AA', { crd: day('2027-09-29'), sentence_start_date: day('2026-10-01') }),
      person('A0003AA', { crd: day('2027-09-29'), com_name: 'Priya Holt' }),
      person('A0004AA', { crd: day('2027-09-29') }),
    ])
    await look()
    await unit.learn([
      person('A0001AA', { crd: day('2027-06-01') }),
      person('A0002AA', { crd: day('2027-05-01'), sentence_start_date: day('2026-10-01') }),
      person('A0003AA', { com_name: 'Sam Okoro' }),
      person('A0004AA', { confirmed_release_date: day('2027-01-04') }),
    ])
    expect(await look()).toBe(4)
    expect(former('A0001AA')[0]?.kinds).toContain('newly_past')
    expect(former('A0002AA')[0]?.kinds).toContain('newly_short')
    expect(former('A0003AA')[0]?.kinds).toEqual(['com_changed'])
    expect(former('A0004AA')[0]?.kinds).toContain('release_first')
  })

  test('keeps a meeting already held, and says it falls outside its window now', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await unit.record('A0001AA', 'mt-handover', day('2026-11-20'))
    await look()
    await unit.learn([person('A0001AA', { crd: day('2027-12-15') })])
    await look()
    expect(former('A0001AA')[0]?.kinds).toContain('meeting_outside')
    const { tasks } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(tasks.find(({ task }) => task === 'mt-handover')).toMatchObject({ doneOn: '2026-11-20' })
  })

  test('a day passing is a change too, and the day it happened is kept where nobody looked for a week', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await look()
    unit.setToday(day('2026-11-29'))
    expect(await look()).toBe(0)
    unit.setToday(day('2026-12-07'))
    expect(await look()).toBe(1)
    expect(former('A0001AA')[0]).toMatchObject({
      kinds: ['responsibility'],
      causes: [{ kind: 'day' }],
      happenedOn: '2026-11-30',
      at: '2026-12-07T09:00:00.000Z',
    })
    isSound()
  })

  test('a tariff that passed while nobody looked gave the case back on its own day', async () => {
    await unit.learn([
      person('A0001AA', {
        imprisonment_status: 'LIFE',
        indeterminate: true,
        ted: day('2026-11-26'),
        thd: day('2028-03-01'),
      }),
    ])
    await look()
    unit.setToday(day('2026-12-07'))
    expect(await look()).toBe(1)
    const [record] = former('A0001AA')
    expect(record?.kinds[0]).toBe('moved_back')
    expect(record?.happenedOn).toBe('2026-11-26')
  })

  test('names only the decisions the plan rests on', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await look()
    const decide = (subject: string, from: string, until: string) =>
      unit.store.write((db) =>
        saveDecision(
          db,
          { userId: unit.session.user.id },
          {
            at: unit.desk.clock.now().toISOString(),
            personId: unit.id('A0001AA'),
            kind: 'responsibility',
            subject,
            body: {
              to: 'com',
              reason: 'community_asked',
              note: '',
              agreedByPrison: 'Ruth Adeyemi',
              agreedByProbation: 'Priya Holt',
              agreedOn: '2026-11-20',
              document: null,
              from,
              until,
              ended: null,
            },
          },
        ),
      )
    await decide('later', '2026-12-10', '2026-12-20')
    await decide('now', '2026-11-23', '2026-11-29')
    expect(await look()).toBe(1)
    const causes = former('A0001AA')[0]?.causes ?? []
    expect(causes).toHaveLength(1)
    expect(JSON.stringify(causes)).toContain('29 November 2026')
  })

  test('an adoption moves a date, and the case says so', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await look()
    await unit.store.write((db) =>
      saveAdoption(db, { userId: unit.session.user.id }, unit.desk.clock.now().toISOString(), {
        region: 'Yorkshire and the Humber',
        ruleSet: 'national-2023',
        from: day('2026-11-23'),
      }),
    )
    await look()
    const { moved } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(moved).toMatchObject({ was: '2026-11-30', now: '2026-11-01' })
    expect(moved?.because).toEqual([expect.stringContaining('Yorkshire and the Humber')])
  })

  test('an adoption is told with whose it is, who said so and in which document', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-12-15') })])
    await look()
    const proof = { toldBy: 'Priya Holt', body: 'Regional office', document: 'Notice 12', documentDate: null }
    await unit.store.write((db) =>
      saveAdoption(
        db,
        { userId: unit.session.user.id },
        '2026-11-23T09:00:00.000Z',
        { region: 'Yorkshire and the Humber', ruleSet: 'national-2023', from: day('2026-11-20') },
        proof,
      ),
    )
    expect(await look()).toBe(1)
    expect(former('A0001AA')[0]).toMatchObject({
      kinds: ['date_moved', 'rules_changed'],
      causes: [
        {
          kind: 'adoption',
          rules: 'national-2023',
          region: 'Yorkshire and the Humber',
          toldBy: 'Priya Holt',
          document: 'Notice 12',
        },
      ],
    })
    isSound()
  })

  test('one entered ahead is noticed when its day comes', async () => {
    await unit.learn([person('A0001AA', { crd: day('2028-12-15') })])
    await unit.store.write((db) =>
      saveAdoption(db, { userId: unit.session.user.id }, '2026-11-23T09:00:00.000Z', {
        region: 'Yorkshire and the Humber',
        ruleSet: 'national-2023',
        from: day('2026-12-01'),
      }),
    )
    await look()
    unit.setToday(day('2026-12-03'))
    expect(await look()).toBe(1)
    expect(former('A0001AA')[0]).toMatchObject({ happenedOn: '2026-12-01' })
    expect(kinds(former('A0001AA')[0]?.causes)).toEqual(['adoption'])
  })

  test('a decision is named as the cause', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await look()
    await unit.call('responsibility.override', {
      personId: unit.id('A0001AA'),
      to: 'com',
      reason: 'community_asked',
      note: '',
      agreedByPrison: 'Ruth Adeyemi',
      agreedByProbation: 'Priya Holt',
      agreedOn: '2026-11-20',
      document: null,
      from: '2026-11-23',
      until: '2026-12-31',
    })
    expect(await look()).toBe(1)
    expect(former('A0001AA')[0]).toMatchObject({
      was: { responsibility: 'pom' },
      now: { responsibility: 'com' },
    })
    expect(kinds(former('A0001AA')[0]?.causes)).toEqual(['decision'])
    isSound()
  })

  test('a mark on a difference changes no plan', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    await look()
    await unit.store.write((db) =>
      saveDecision(
        db,
        { userId: unit.session.user.id },
        {
          at: '2026-11-23T09:00:00.000Z',
          personId: unit.id('A0001AA'),
          kind: 'national_difference',
          subject: 'handover_date',
          body: { mark: 'both_right', note: '', national: null, ours: null },
        },
      ),
    )
    expect(await look()).toBe(0)
  })

  test('rules of the program that changed are noticed as that, and only where a plan differs', async () => {
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15') }),
      person('A0002AA', { crd: day('2027-07-15') }),
    ])
    await look()
    // As an earlier program would have left them: other rules, and for one of the two another answer.
    await unit.store.write((db) => {
      db.exec("UPDATE plan_memory SET edition = 'older'")
      db.exec(
        `UPDATE plan_memory SET body = json_set(body, '$.handover', '2026-12-01') WHERE person_id = '${unit.id('A0001AA')}'`,
      )
    })
    expect(checkMemory(createPlanning(), unit.store)).toMatchObject({ ok: true })
    // The program of today begins anew.
    expect(await look(createPlanning())).toBe(1)
    expect(kinds(former('A0001AA')[0]?.causes)).toEqual(['edition'])
    expect(former('A0002AA')).toEqual([])
    isSound()
  })

  test('looks again only at those a change touched, and finds the same as looking at everybody', async () => {
    await unit.learn([1, 2, 3].map((n) => person(`A000${n}AA`, { crd: day('2027-07-15') })))
    await look()
    await unit.learn([person('A0002AA', { crd: day('2027-09-15') })])
    expect(await look()).toBe(1)
    expect(await look(createPlanning())).toBe(0)
    await unit.learn([person('A0002AA', { crd: day('2027-07-15') })])
    expect(await look(createPlanning())).toBe(1)
    expect(await look()).toBe(0)
    expect(former('A0002AA')).toHaveLength(2)
    isSound()
  })

  test('is the same whatever order people were recorded in', async () => {
    const other = await unitStore()
    try {
      const before = ['1', '2', '3'].map((n) => person(`A000${n}AA`, { crd: day(`2027-0${n}-15`) }))
      const after = ['1', '2', '3'].map((n) =>
        person(`A000${n}AA`, { crd: day(`2027-0${Number(n) + 3}-15`) }),
      )
      await unit.learn(before)
      await other.learn(before.toReversed())
      const looked = async (which: UnitStore) =>
        bringUpToDate({
          planning: which.desk.planning,
          store: which.store,
          actor: { userId: which.session.user.id },
          today: which.desk.clock.today(),
          at: which.desk.clock.now().toISOString(),
        })
      await looked(unit)
      await looked(other)
      await unit.learn(after)
      await other.learn(after.toReversed())
      await looked(unit)
      await looked(other)
      const told = (which: UnitStore, number: string) =>
        formerPlansOf(which.store.read, which.id(number)).map(({ was, now, kinds: found, happenedOn }) => ({
          was,
          now,
          found,
          happenedOn,
        }))
      for (const number of ['A0001AA', 'A0002AA', 'A0003AA'])
        expect(told(unit, number)).toEqual(told(other, number))
    } finally {
      await other.close()
    }
  })
})

describe('what changed, as pages show it', () => {
  test('lists the worst first, counts each kind, and stands on the case and on Today', async () => {
    await unit.learn([
      person('A0001AA', { crd: day('2027-12-29') }),
      person('A0002AA', { crd: day('2027-09-29') }),
    ])
    await look()
    await unit.learn([
      person('A0001AA', { crd: day('2027-12-15') }),
      person('A0002AA', { crd: day('2027-06-01') }),
    ])
    await look()
    const list = await unit.call('changes.list', { scope: 'unit', kind: null })
    expect(list.rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0002AA', 'A0001AA'])
    expect(list.kinds).toContainEqual({ kind: 'date_moved', label: 'Date moved', count: 2 })
    expect(list.rows[0]).toMatchObject({ was: '13 February 2027', now: '17 October 2026', dateMoved: true })
    const past = await unit.call('changes.list', { scope: 'unit', kind: 'newly_past' })
    expect(past.rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0002AA'])
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0002AA') })
    expect(timeline[0]?.title).toBe('Handover: 13 February 2027 became 17 October 2026, 119 days earlier')
    const today = await unit.call('today.show', { scope: 'unit' })
    expect(today.movedTotal).toBe(2)
    unit.setToday(day('2026-12-24'))
    await look()
    const later = await unit.call('changes.list', { scope: 'unit', kind: 'newly_past' })
    expect(later.total).toBe(0)
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf } from '../../db/repositories/decisions.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { readyPersonHtml } from '../../electron/app/documents/ready-person-html.ts'
import { readyBoardHtml } from '../../electron/app/documents/ready-board-html.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is Monday 23 November 2026; the board reaches to 21 December.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    person('A0001AA', { last_name: 'Adams', crd: day('2026-12-10'), com_name: 'Priya Holt' }),
    person('A0002AA', {
      last_name: 'Brook',
      crd: day('2027-02-01'),
      confirmed_release_date: day('2026-11-27'),
    }),
    person('A0003AA', { last_name: 'Cole', crd: day('2026-12-22') }),
    person('A0004AA', { last_name: 'Dunn', crd: day('2026-11-22') }),
    person('A0005AA', { last_name: 'East', indeterminate: true, ted: day('2026-12-01'), crd: null }),
    person('A0006AA', { last_name: 'Frost', crd: day('2026-12-21'), pom_name: 'Beth Lindqvist' }),
  ])
})
afterEach(() => unit.close())

const board = (scope: 'unit' | 'mine' = 'unit') => unit.call('ready.board', { scope })
const row = async (name: string) => (await board()).rows.find((one) => one.name.startsWith(name))
const item = async (name: string, which: string) => (await row(name))?.items.find((one) => one.item === which)
const answer = (number: string, ...answers: InputOf<'ready.answer'>['answers']) =>
  unit.call('ready.answer', { personId: unit.id(number), answers })

describe('the board', () => {
  test('holds whose release is expected in four weeks, soonest first, by its own kind of date', async () => {
    const { rows, until } = await board()
    expect(until).toBe('2026-12-21')
    expect(rows.map(({ name, release, releaseType }) => [name.split(',')[0], release, releaseType])).toEqual([
      ['Brook', '2026-11-27', 'Release (confirmed)'],
      ['Adams', '2026-12-10', 'Release (CRD)'],
      ['Frost', '2026-12-21', 'Release (CRD)'],
    ])
    unit.as('Beth Lindqvist', 'pom')
    expect((await board('mine')).rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0006AA'])
  })

  test('is answered by the facts where they can, and by a person over them', async () => {
    expect(await item('Brook', 'date_confirmed')).toMatchObject({ state: 'yes', fromFacts: true, by: null })
    expect(await item('Adams', 'com_named')).toMatchObject({ state: 'yes', note: 'Priya Holt' })
    expect(await item('Adams', 'transport')).toMatchObject({ state: 'open' })
    await answer('A0001AA', { item: 'com_named', state: 'no', note: 'Left the team' })
    expect(await item('Adams', 'com_named')).toMatchObject({
      state: 'no',
      note: 'Left the team',
      by: 'Ruth Adeyemi',
      fromFacts: false,
    })
  })

  test('counts what is open, keeps former answers, and tells them on the timeline', async () => {
    expect((await row('Adams'))?.open).toBe(7)
    await answer(
      'A0001AA',
      { item: 'transport', state: 'not_needed', note: 'Family collects' },
      { item: 'address', state: 'no', note: 'CAS-3 referred' },
    )
    expect((await row('Adams'))?.open).toBe(6)
    await answer('A0001AA', { item: 'address', state: 'yes', note: '' })
    expect((await row('Adams'))?.open).toBe(5)
    await answer('A0001AA', { item: 'address', state: null, note: '' })
    expect((await row('Adams'))?.open).toBe(6)
    expect(decisionsOf(unit.store.read, unit.id('A0001AA'))).toHaveLength(4)
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(timeline.map(({ title }) => title)).toContain('Ready to go, Address: no')
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('refuses a no that says nothing, an item twice, and then records none', async () => {
    await expect(
      answer('A0001AA', { item: 'id', state: 'yes', note: '' }, { item: 'licence', state: 'no', note: ' ' }),
    ).rejects.toMatchObject({ fields: { 'answers.1.note': expect.stringMatching(/what is missing/) } })
    await expect(
      answer('A0001AA', { item: 'id', state: 'yes', note: '' }, { item: 'id', state: 'no', note: 'x' }),
    ).rejects.toThrow(/once/)
    expect(await item('Adams', 'id')).toMatchObject({ state: 'open' })
  })

  test('leaves out the dead and those who left', async () => {
    await unit.call('movements.record', {
      entries: [
        { personId: unit.id('A0001AA'), kind: 'died', on: '2026-11-22', where: '', note: '' },
        { personId: unit.id('A0002AA'), kind: 'transfer_out', on: '2026-11-22', where: '', note: '' },
      ],
    })
    expect((await board()).rows.map(({ name }) => name.split(',')[0])).toEqual(['Frost'])
    await expect(answer('A0001AA', { item: 'id', state: 'yes', note: '' })).rejects.toThrow(/having died/)
  })
})

test('somebody released within a week with something open is on Today, and not once all is in place', async () => {
  const words = async () => JSON.stringify(await unit.call('today.show', { scope: 'unit' }))
  expect(await words()).toMatch(/[67] not ready for release/u)
  const { items } = (await row('Brook')) ?? { items: [] }
  await answer('A0002AA', ...items.map(({ item }) => ({ item, state: 'yes' as const, note: '' })))
  expect(await words()).not.toContain('not ready for release')
})

test('the printed board names everybody, says each answer in words and how old its sources are', async () => {
  const { rows, today, until } = await board()
  const page = readyBoardHtml({
    establishment: 'HMP Leeds',
    rows: rows.map((one) => Object.assign({}, one, { name: `${one.name} <b>` })),
    today,
    until,
    asAt: 'NOMIS 22 November 2026',
  })
  expect(page).toContain('OFFICIAL-SENSITIVE')
  expect(page).toContain('As at NOMIS 22 November 2026')
  expect(page).toContain('Adams, Test &lt;b&gt;')
  expect(page).toContain('Yes: Priya Holt')
  expect(page.match(/Not yet/gu)?.length).toBeGreaterThan(10)
})

test('one person is printed on a page of their own, not the dead and not somebody no release is near of', async () => {
  const { rows, today } = await board()
  const [person] = rows
  if (person === undefined) throw new Error('Nobody is on the board')
  const page = readyPersonHtml({ establishment: 'HMP Leeds', person, today, asAt: 'NOMIS 22 November 2026' })
  expect(page).toContain(person.prisonNumber)
  expect(page).toMatch(/As\s+at\s+NOMIS 22 November 2026/)
  for (const { title } of person.items) expect(page).toContain(title)
  expect(page).toContain('discharge officer')
  const printed: string[] = []
  Object.assign(unit.desk.host, {
    printer: { toPdf: async (html: string) => (printed.push(html), new Uint8Array([1])) },
  })
  expect(await unit.call('ready.printPerson', { personId: person.personId })).toMatchObject({ saved: true })
  expect(printed[0]).toContain(person.name)
  await unit.call('movements.record', {
    entries: [{ personId: person.personId, kind: 'died', on: '2026-11-22', where: '', note: '' }],
  })
  await expect(unit.call('ready.printPerson', { personId: person.personId })).rejects.toThrow(/having died/)
})

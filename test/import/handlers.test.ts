import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { ExtractReader } from '../../electron/app/services/import/extract-reader.ts'
import { newStore, tempFolder } from '../db/support/stores.ts'
import { fileOf, TODAY } from './extract-files.ts'
import { importPage } from './import-page.ts'

let page: Awaited<ReturnType<typeof importPage>>
beforeEach(async () => {
  page = await importPage()
})

const HEADINGS = 'NOMIS,Surname,First name,Sentence start,CRD,COM,Shoe size'
const FIRST = [
  HEADINGS,
  'A4417KD,Marlowe,Dean,2025-03-14,2027-09-29,,9',
  'A2865VY,Gill,Harpreet,2025-04-01,2027-07-29,,9',
]
const LATER = [
  HEADINGS,
  'A4417KD,Marlowe,Dean,2025-03-14,2027-05-15,Leon Grady,9',
  'A6182MX,Dacre,Liam,2026-11-20,2027-07-20,,9',
  'A6182MX,Dacre,Liam,2026-11-20,2027-07-20,,9',
]

test('choose, match, preview, confirm: nothing is written before the last', async () => {
  const token = await page.choose(fileOf(FIRST, 'nomis_20261119.csv'))
  const inspected = await page.ask('import.inspect', { token })
  expect(inspected).toMatchObject({
    name: 'nomis_20261119.csv',
    format: 'CSV, commas',
    encoding: 'UTF-8',
    rows: 2,
    asAt: '2026-11-19',
    dateOrder: 'unambiguous',
  })
  expect(inspected.columns.find(({ heading }) => heading === 'CRD')).toMatchObject({
    field: 'crd',
    label: 'CRD',
    samples: ['2027-09-29', '2027-07-29'],
  })
  expect(inspected.columns.find(({ heading }) => heading === 'Shoe size')).toMatchObject({ field: null })
  expect(inspected.fields.length).toBeGreaterThan(80)

  const preview = await page.preview(token)
  expect(preview).toMatchObject({
    asAt: '2026-11-19',
    rows: 2,
    created: 2,
    updated: 0,
    refusedTotal: 0,
    unmappedColumns: ['Shoe size'],
  })
  expect(preview.groups).toMatchObject([{ key: 'new', count: 2 }])
  expect(page.people()).toEqual([])

  const report = await page.ask('import.confirm', { previewId: preview.previewId })
  expect(report.files).toMatchObject([{ created: 2, rows: 2 }])
  expect(page.people()).toHaveLength(2)
  expect(await page.ask('import.history', {})).toMatchObject([
    {
      importId: report.files[0]?.importId,
      name: 'nomis_20261119.csv',
      source: 'List matched by hand',
      created: 2,
      by: 'Hester Moor',
    },
  ])
  await expect(page.ask('import.confirm', { previewId: preview.previewId })).rejects.toMatchObject({
    code: 'not_found',
  })
})

async function importFirst() {
  const preview = await page.preview(await page.choose(fileOf(FIRST)))
  await page.ask('import.confirm', { previewId: preview.previewId })
}

test('a preview says what moves, worst first, and what is refused', async () => {
  await importFirst()
  const preview = await page.preview(await page.choose(fileOf(LATER)))
  expect(preview).toMatchObject({
    created: 1,
    updated: 1,
    unchanged: 0,
    absent: 1,
    newlyPastHandover: 1,
    refusedTotal: 1,
  })
  expect(preview.refused).toMatchObject([{ row: 4, code: 'duplicate_person' }])
  const groups = Object.fromEntries(preview.groups.map(({ key, rows }) => [key, rows]))
  expect(groups['dates_moved']).toMatchObject([
    {
      row: 2,
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      field: 'CRD',
      was: '29 Sep 2027',
      now: '15 May 2027',
      effect: 'Handover 13 Feb 2027 → 30 Sep 2026',
      tag: { text: 'Newly past, 54 days', tone: 'late' },
    },
  ])
  expect(groups['com_changed']).toMatchObject([{ was: null, now: 'Leon Grady' }])
  expect(groups['new']).toMatchObject([{ name: 'Dacre, Liam', was: null }])
})

describe('what happens in between', () => {
  test('somebody else’s change since the preview refuses the confirmation', async () => {
    await importFirst()
    const preview = await page.preview(await page.choose(fileOf(LATER)))
    const [person] = listPeople(page.store.read)
    const delta = { location: 'C2-014' }
    const write = { personId: person?.id ?? '', record: { ...person?.record, ...delta }, delta }
    await page.store.write((db) =>
      writePeople(
        db,
        page.actor,
        { importId: null, source: 'typed here', asAt: null, at: '2026-11-23T09:01:00.000Z' },
        [write],
      ),
    )
    const before = page.people()
    await expect(page.ask('import.confirm', { previewId: preview.previewId })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(page.people()).toEqual(before)
  })

  test('a file that changed since its columns were matched is not previewed', async () => {
    const path = fileOf(FIRST)
    const token = await page.choose(path)
    await page.ask('import.inspect', { token })
    writeFileSync(path, LATER.join('\n'))
    await expect(page.preview(token)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a discarded file is forgotten, and so is its preview', async () => {
    const token = await page.choose(fileOf(FIRST))
    const preview = await page.preview(token)
    await page.ask('import.discard', { token })
    await expect(page.preview(token)).rejects.toMatchObject({ code: 'not_found' })
    await expect(page.ask('import.confirm', { previewId: preview.previewId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('another store knows nothing of it', async () => {
    const token = await page.choose(fileOf(FIRST))
    const other = await newStore({ folder: join(tempFolder(), 'other') })
    await expect(
      page.ask('import.inspect', { token }, { store: other.store, user: other.user }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  test('turning away from the dialog chooses nothing', async () => {
    expect(await page.choose(null)).toBe('')
  })
})

test('days and months are asked about, and the answer is taken', async () => {
  const token = await page.choose(fileOf(['NOMIS,Surname,CRD', 'A4417KD,Marlowe,05/06/2027']))
  expect(await page.ask('import.inspect', { token })).toMatchObject({ dateOrder: 'ask' })
  await expect(page.preview(token)).rejects.toMatchObject({
    code: 'file_refused',
    fields: { code: 'ambiguous_date' },
  })
  const preview = await page.preview(token, { dateOrder: 'month_first' })
  await page.ask('import.confirm', { previewId: preview.previewId })
  expect(page.people()).toMatchObject([{ crd: '2027-05-06' }])
})

test('columns are matched by hand, to real fields only', async () => {
  const token = await page.choose(fileOf(['NOMIS,Surname,Leaves on', 'A4417KD,Marlowe,2027-07-15']))
  await expect(page.preview(token, { mapping: { 'Leaves on': 'shoe_size' } })).rejects.toMatchObject({
    code: 'bad_input',
  })
  await expect(page.preview(token, { asAt: '2026-11-31' })).rejects.toMatchObject({ code: 'bad_input' })
  const preview = await page.preview(token, { mapping: { 'Leaves on': 'crd' } })
  await page.ask('import.confirm', { previewId: preview.previewId })
  expect(page.people()).toMatchObject([{ crd: '2027-07-15' }])
})

test('two columns for one field are shown for a choice', async () => {
  const token = await page.choose(
    fileOf(['NOMIS,Surname,CRD,Conditional release date', 'A4417KD,Marlowe,2027-07-15,2027-08-15']),
  )
  const { columns } = await page.ask('import.inspect', { token })
  expect(columns.map(({ field }) => field)).toEqual(['prison_number', 'last_name', 'crd', null])
  expect(columns[3]?.warning).toContain('CRD')
  const preview = await page.preview(token, { mapping: { 'Conditional release date': null } })
  expect(preview.created).toBe(1)
})

test('a file that is gone when it is chosen, or turned into a folder, is said to be', async () => {
  const folder = tempFolder()
  await expect(page.choose(join(folder, 'gone.csv'))).rejects.toMatchObject({ code: 'not_found' })
  await expect(page.choose(folder)).rejects.toMatchObject({ code: 'not_found' })
  const path = fileOf(['NOMIS,Surname', 'A4417KD,Marlowe'])
  const token = await page.choose(path)
  rmSync(path)
  mkdirSync(path)
  await expect(page.ask('import.inspect', { token })).rejects.toMatchObject({ code: 'not_found' })
})

test('a file that cannot be used says why', async () => {
  const token = await page.choose(fileOf('hello', 'list.xlsx'))
  await expect(page.ask('import.inspect', { token })).rejects.toMatchObject({
    code: 'file_refused',
    fields: { code: 'not_a_spreadsheet' },
  })
})

describe('reading in a thread of its own', () => {
  const options = (path: string) => ({
    from: { path },
    mapping: {},
    sourceId: null,
    dateOrder: null,
    today: TODAY,
    establishment: 'LEI',
  })

  test('gives what reading here gives', async () => {
    const path = join(import.meta.dirname, '../../samples/nomis-list.csv')
    const extract = await new ExtractReader().check({ ...options(path), establishment: 'HQI' })
    expect(extract.rows).toBe(readFileSync(path, 'utf8').trim().split('\r\n').length - 1)
  })

  test('is stopped by cancel, and starts again', async () => {
    const reader = new ExtractReader()
    const path = fileOf(FIRST)
    const reading = reader.check(options(path))
    reader.cancel()
    await expect(reading).rejects.toMatchObject({ code: 'conflict' })
    expect((await reader.check(options(path))).rows).toBe(2)
  })

  test('cancel stops the file being read, not the one it took the place of', async () => {
    const reader = new ExtractReader()
    const path = fileOf(FIRST)
    const readings = Promise.allSettled([reader.check(options(path)), reader.check(options(path))])
    // Time enough for the first to be cleared away, and not for the second to be read.
    await new Promise((resolve) => setImmediate(resolve))
    reader.cancel()
    for (const reading of await readings)
      expect(reading).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
  })

  test('says when the file is gone', async () => {
    await expect(new ExtractReader().check(options(join(tempFolder(), 'gone.csv')))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('what was typed here', () => {
  const LIST = ['Offender No,Surname,CRD,Location', 'A0001AA,MARLOWE,15/07/2027,B2-010'].join('\n')

  /** Somebody of an earlier list, of whom a CRD was typed here since. */
  async function typedOver() {
    const page = await importPage()
    const first = await page.choose(fileOf(LIST.replace('15/07/2027', '29/09/2027'), 'first.csv'))
    const { previewId } = await page.preview(first, { asAt: '2026-11-20' as CivilDate })
    await page.ask('import.confirm', { previewId })
    const type = (crd: string) => page.typeFact({ crd: crd as CivilDate })
    await type('2027-08-01')
    const preview = async (text: string, name: string) =>
      page.preview(await page.choose(fileOf(text, name)), { asAt: '2026-11-22' as CivilDate })
    return { ...page, type, preview }
  }

  test('is kept and asked about, and the rest of the row is taken', async () => {
    const page = await typedOver()
    const preview = await page.preview(LIST.replace('B2-010', 'C3-001'), 'second.csv')
    expect(preview.asked).toMatchObject([
      { row: 2, prisonNumber: 'A0001AA', field: 'CRD', ours: '1 Aug 2027', listed: '15 Jul 2027' },
    ])
    await page.ask('import.confirm', { previewId: preview.previewId })
    expect(page.people()).toMatchObject([{ crd: '2027-08-01', location: 'C3-001' }])
  })

  test('is asked about once: the same value in the next list is kept out without asking, another is asked anew', async () => {
    const page = await typedOver()
    const preview = await page.preview(LIST, 'second.csv')
    await page.ask('import.confirm', { previewId: preview.previewId })
    expect((await page.preview(LIST, 'third.csv')).asked).toEqual([])
    const another = await page.preview(LIST.replace('15/07/2027', '16/07/2027'), 'fourth.csv')
    expect(another.asked).toMatchObject([{ listed: '16 Jul 2027' }])
  })

  test('gives way where the list is chosen, and is the list’s from then on', async () => {
    const page = await typedOver()
    const preview = await page.preview(LIST, 'second.csv')
    expect(preview).toMatchObject({ updated: 0, unchanged: 1 })
    const report = await page.ask('import.confirm', {
      previewId: preview.previewId,
      take: preview.asked.map(({ key }) => key),
    })
    expect(report.files[0]?.importId).not.toBe('')
    expect(page.people()).toMatchObject([{ crd: '2027-07-15' }])
    const later = await page.preview(LIST.replace('15/07/2027', '20/07/2027'), 'third.csv')
    expect(later.asked).toEqual([])
    expect(later.updated).toBe(1)
  })

  test('typed again after a list was taken is asked about again', async () => {
    const page = await typedOver()
    const first = await page.preview(LIST, 'second.csv')
    await page.ask('import.confirm', { previewId: first.previewId })
    await page.type('2027-08-02')
    // What the list says is known, and was answered.
    expect((await page.preview(LIST, 'third.csv')).asked).toEqual([])
  })
})

describe('a pasted table', () => {
  const paste = async (text: string) => (await page.ask('import.paste', { text })).file

  test('goes the way of a file, with its tabs and its headings, and is never a file', async () => {
    const file = await paste('Prison number\tName\tCRD\nA4417KD\tMARLOWE, Dean\t15/07/2027\n')
    expect(file.name).toBe('Pasted table, 23 November 2026')
    expect(await page.ask('import.inspect', { token: file.token })).toMatchObject({
      name: 'Pasted table, 23 November 2026',
      format: 'Pasted, tabs',
      rows: 1,
    })
    const preview = await page.preview(file.token, { asAt: TODAY })
    expect(preview).toMatchObject({ created: 1, refusedTotal: 0 })
    await page.ask('import.confirm', { previewId: preview.previewId })
    expect(page.people()).toMatchObject([
      { prison_number: 'A4417KD', last_name: 'Marlowe', crd: '2027-07-15' },
    ])
    expect(await page.ask('import.history', {})).toMatchObject([{ name: 'Pasted table, 23 November 2026' }])
  })

  test('without headings has its columns said by hand, and the same shape is known the next time', async () => {
    const text = 'A4417KD\tMarlowe\t15/07/2027\nA2865VY\tGill\t29/07/2027'
    const first = await paste(text)
    const inspected = await page.ask('import.inspect', { token: first.token })
    expect(inspected.columns.map(({ heading, field, samples }) => [heading, field, samples[0]])).toEqual([
      ['Column A', null, 'A4417KD'],
      ['Column B', null, 'Marlowe'],
      ['Column C', null, '15/07/2027'],
    ])
    expect(inspected.remembered).toBeNull()
    const mapping = { 'Column A': 'prison_number', 'Column B': 'last_name', 'Column C': 'crd' }
    const preview = await page.preview(first.token, { mapping, asAt: TODAY })
    expect(preview.created).toBe(2)
    await page.ask('import.confirm', { previewId: preview.previewId })
    const again = await paste(text.replace('29/07/2027', '30/07/2027'))
    const known = await page.ask('import.inspect', { token: again.token })
    expect(known.remembered).toMatchObject({ by: expect.any(String) })
    expect(known.columns.map(({ field }) => field)).toEqual(['prison_number', 'last_name', 'crd'])
  })

  test.each<[string, RegExp]>([
    [' \n ', /Nothing was pasted/],
    ['just a sentence somebody copied', /No column is headed|nobody in this file/],
  ])('%j is refused with what is wrong', async (text, message) => {
    const { token } = await paste(text)
    await expect(page.ask('import.inspect', { token }).then(() => page.preview(token))).rejects.toThrow(
      message,
    )
  })

  test('twice the same says nothing new', async () => {
    const text = 'Prison number\tName\nA4417KD\tMARLOWE, Dean'
    for (const created of [1, 0]) {
      const { token } = await paste(text)
      await page.ask('import.inspect', { token })
      const preview = await page.preview(token, { asAt: TODAY })
      expect(preview.created).toBe(created)
      await page.ask('import.confirm', { previewId: preview.previewId })
    }
  })
})

describe('columns matched by hand', () => {
  test('a column most of whose cells cannot be what it was matched with is said before anything else', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => `A000${at}AA,Surname,B2-01${at},2027-07-1${at}`)
    const token = await page.choose(fileOf(['NOMIS,Surname,Where,CRD', ...rows], 'list.csv'))
    await page.ask('import.inspect', { token })
    const preview = await page.preview(token, { mapping: { Where: 'sentence_start_date' }, asAt: TODAY })
    expect(preview.doubtfulColumns).toEqual([
      { heading: 'Where', label: 'Sentence start date', failed: 8, rows: 8 },
    ])
    expect((await page.preview(token, { asAt: TODAY })).doubtfulColumns).toEqual([])
  })

  test('are remembered for lists with the same headings, in any order, and not for others', async () => {
    const token = await page.choose(fileOf(FIRST, 'one.csv'))
    await page.ask('import.inspect', { token })
    const { previewId } = await page.preview(token, { mapping: { 'Shoe size': 'location' }, asAt: TODAY })
    await page.ask('import.confirm', { previewId })
    const shuffled = [
      'Shoe size,COM,CRD,Sentence start,First name,Surname,NOMIS',
      '9,,2027-09-29,2025-03-14,Dean,Marlowe,A4417KD',
    ]
    const next = await page.ask('import.inspect', { token: await page.choose(fileOf(shuffled, 'two.csv')) })
    expect(next.columns[0]).toMatchObject({ heading: 'Shoe size', field: 'location', label: 'Location' })
    const other = await page.ask('import.inspect', {
      token: await page.choose(fileOf(['NOMIS,Surname,Shoe size', 'A4417KD,Marlowe,9'], 'three.csv')),
    })
    expect(other.remembered).toBeNull()
    expect(other.columns[2]).toMatchObject({ field: null })
  })
})

describe('what a page sends back as it was matched', () => {
  /** As the page does: every heading with what stands in its select. */
  async function asShown(token: string) {
    const { columns } = await page.ask('import.inspect', { token })
    return { columns, mapping: Object.fromEntries(columns.map(({ heading, field }) => [heading, field])) }
  }

  test('leaves a second column of known standing where it stands: asked only where the first is blank', async () => {
    const list = ['NOMIS ID,Offender Prison Number,Surname', 'A0001AA,A0001AA.,Marlowe', ',A0002AA.,Gill']
    const token = await page.choose(fileOf(list, 'ppud.csv'))
    const { columns, mapping } = await asShown(token)
    expect(columns.map(({ heading, yields }) => [heading, yields])).toEqual([
      ['NOMIS ID', false],
      ['Offender Prison Number', true],
      ['Surname', false],
    ])
    expect(await page.preview(token, { mapping, asAt: TODAY })).toMatchObject({ created: 2, refusedTotal: 0 })
  })

  test('leaves second-hand news second-hand: it fills, and never changes', async () => {
    const first = await page.choose(fileOf(['NOMIS,Surname,CRD', 'A0001AA,Marlowe,2027-07-15'], 'one.csv'))
    const { previewId } = await page.preview(first, { asAt: '2026-11-20' as CivilDate })
    await page.ask('import.confirm', { previewId })
    const list = ['CRN,NOMIS,Expected release,COM', 'X123456,A0001AA,2027-09-29,Leon Grady']
    const token = await page.choose(fileOf(list, 'delius.csv'))
    const { columns, mapping } = await asShown(token)
    const release = columns.find(({ heading }) => heading === 'Expected release')?.field
    const before = page.people()[0]
    const preview = await page.preview(token, { mapping, asAt: TODAY })
    await page.ask('import.confirm', { previewId: preview.previewId })
    expect(release).not.toBeUndefined()
    expect(page.people()[0]).toMatchObject({ crd: before?.crd, com_name: 'Leon Grady' })
  })
})

import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openStore, readKeyring } from '../../db/open.ts'
import { listAudit } from '../../db/repositories/audit.ts'
import { listImports } from '../../db/repositories/imports.ts'
import { listPeople, personHistory } from '../../db/repositories/people.ts'
import { eachSighting } from '../../db/repositories/sightings.ts'
import type { Store } from '../../db/types.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { run } from '../../electron/commands/import.ts'
import { tempFolder } from '../db/support/stores.ts'
import { fileOf, workbook } from '../import/extract-files.ts'
import { desk, ENV, initialised } from './store-command.ts'

interface Report {
  import_id: string | null
  file: string
  sha256: string
  rows: number
  created: number
  updated: number
  unchanged: number
  absent: number
  refused: { row: number; column: string | null; code: string; message: string; value: string | null }[]
  unmapped_columns: string[]
  changed_dates: Record<string, unknown>[]
  newly_past_handover: Record<string, unknown>[]
  error?: { code: string; message: string }
}

async function load(
  data: string,
  ...args: string[]
): Promise<{ status: number; report: Report; err: string }> {
  const { status, json, err } = await desk(run, ['--data', data, ...args])
  return { status, report: json as unknown as Report, err }
}

/** Looks into a store between two commands. */
async function look<T>(data: string, see: (store: Store) => T): Promise<T> {
  const { store } = await openStore({
    folder: data,
    userId: readKeyring(data).defaultUser,
    passphrase: ENV.DESK_PASSPHRASE,
    now: () => new Date(),
  })
  try {
    return see(store)
  } finally {
    await store.close()
  }
}

const people = (data: string) => look(data, (store) => listPeople(store.read).map(({ record }) => record))

const HEADINGS = 'Offender No,Surname,Forename(s),Sentence Start,CRD,COM'
const FIRST = [
  HEADINGS,
  'A4417KD,MARLOWE,DEAN,14/03/2025,29/09/2027,',
  'A2865VY,GILL,HARPREET,01/04/2025,29/07/2027,Hannah Priestley',
]

test('desk import prints what it did, and the people are in the store', async () => {
  const { data } = await initialised()
  const { status, report } = await load(data, fileOf(FIRST))
  expect(status).toBe(0)
  expect(report).toMatchObject({
    file: 'list.csv',
    rows: 2,
    created: 2,
    updated: 0,
    unchanged: 0,
    absent: 0,
    refused: [],
    unmapped_columns: [],
    changed_dates: [],
    newly_past_handover: [],
  })
  expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await people(data)).toEqual([
    {
      prison_number: 'A4417KD',
      last_name: 'Marlowe',
      first_name: 'Dean',
      sentence_start_date: '2025-03-14',
      crd: '2027-09-29',
    },
    {
      prison_number: 'A2865VY',
      last_name: 'Gill',
      first_name: 'Harpreet',
      sentence_start_date: '2025-04-01',
      crd: '2027-07-29',
      com_name: 'Hannah Priestley',
    },
  ])
  expect(await look(data, (store) => listImports(store.read))).toMatchObject([
    { id: report.import_id, file: 'list.csv', sha256: report.sha256, rows: 2, created: 2 },
  ])
})

test('everybody whose row was accepted is remembered as seen; a list only tried out sees nobody', async () => {
  const { data } = await initialised()
  const seen = () =>
    look(data, (store) => {
      const numbers = new Map(listPeople(store.read).map(({ id, record }) => [id, record.prison_number]))
      return [...eachSighting(store.read)].map(([id, , asAt]) => [numbers.get(id), asAt])
    })
  const only = (line: string) => fileOf([HEADINGS, line])
  await load(data, '--as-at', '2026-11-09', fileOf(FIRST))
  expect(await seen()).toEqual([
    ['A4417KD', '2026-11-09'],
    ['A2865VY', '2026-11-09'],
  ])
  const same = FIRST[2] ?? ''
  await load(data, '--as-at', '2026-11-20', '--dry-run', only(same))
  expect((await seen())[1]).toEqual(['A2865VY', '2026-11-09'])
  const { report } = await load(data, '--as-at', '2026-11-20', only(same))
  expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 1, absent: 1 })
  expect(await seen()).toEqual([
    ['A4417KD', '2026-11-09'],
    ['A2865VY', '2026-11-20'],
  ])
  await load(data, '--as-at', '2026-11-15', only('A4417KD,Marlowe,Dean,14/03/2025,15/05/2027,'))
  await load(data, '--as-at', '2026-11-15', only(same))
  expect(await seen()).toEqual([
    ['A4417KD', '2026-11-15'],
    ['A2865VY', '2026-11-20'],
  ])
})

test('a date that moved is reported with the handover it moves, past today or not', async () => {
  const { data } = await initialised()
  await load(data, fileOf(FIRST))
  const moved = [
    HEADINGS,
    'A4417KD,Marlowe,Dean,14/03/2025,15/05/2027,',
    'A2865VY,Gill,Harpreet,01/04/2025,29/07/2027,Hannah Priestley',
  ]
  const { report } = await load(data, fileOf(moved))
  expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  expect(report.changed_dates).toMatchObject([
    {
      row: 2,
      prison_number: 'A4417KD',
      field: 'crd',
      was: '2027-09-29',
      now: '2027-05-15',
      handover_was: '2027-02-13',
      handover_now: '2026-09-30',
    },
  ])
  expect(report.newly_past_handover).toMatchObject([{ prison_number: 'A4417KD', handover_now: '2026-09-30' }])
})

test('only what changed is recorded, with its source and day', async () => {
  const { data } = await initialised()
  await load(data, fileOf(FIRST))
  await load(
    data,
    '--as-at',
    '2026-11-22',
    '--source',
    'nomis_report',
    fileOf([HEADINGS, 'A4417KD,Marlowe,Dean,14/03/2025,15/07/2027,']),
  )
  const history = await look(data, (store) => personHistory(store.read, listPeople(store.read)[0]?.id ?? ''))
  expect(history).toHaveLength(2)
  expect(history[1]).toMatchObject({
    delta: { crd: '2027-07-15' },
    source: 'nomis_report',
    asAt: '2026-11-22',
  })
})

test('a missing column and a blank clear nothing, and the absent stay', async () => {
  const { data } = await initialised()
  await load(data, fileOf(FIRST))
  const { report } = await load(data, fileOf(['Offender No,Name,CRD,COM', 'A2865VY,"Gill, Harpreet",,']))
  expect(report).toMatchObject({ updated: 0, unchanged: 1, absent: 1 })
  expect(await people(data)).toHaveLength(2)
  expect((await people(data))[1]).toMatchObject({ crd: '2027-07-29', com_name: 'Hannah Priestley' })
})

test('a list that says nobody is allocated takes the name away', async () => {
  const { data } = await initialised()
  await load(data, fileOf(FIRST))
  await load(data, fileOf(['NOMS,Name,COM', 'A2865VY,"Gill, Harpreet",Unallocated']))
  expect((await people(data))[1]?.com_name).toBeNull()
})

test('the same file again changes nothing and says so', async () => {
  const { data } = await initialised()
  const path = fileOf(FIRST)
  await load(data, path)
  const { status, report, err } = await load(data, path)
  expect(status).toBe(0)
  expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(err).toContain('the same file was imported')
})

test('a dry run reports the same and keeps nothing', async () => {
  const { data } = await initialised()
  const { report } = await load(data, '--dry-run', fileOf(FIRST))
  expect(report).toMatchObject({ import_id: null, created: 2 })
  expect(await people(data)).toEqual([])
  expect(await look(data, (store) => listImports(store.read))).toEqual([])
})

test('refused rows do not stop the others, and end the command with 1', async () => {
  const { data } = await initialised()
  await load(data, fileOf(['NOMIS,Surname,CRN', 'A0001AA,Known,X000001']))
  const rows = [
    'NOMIS,Surname,CRN,CRD,RoSH',
    'A44I7KD,Marlowe,,2027-07-15,High',
    'A0002AA,Kept,X000002,31/02/2027,Huge',
    ',Nobody,X999999,2027-07-15,',
    ',Known,X000001,2027-07-16,',
    'A0001AA,Known again,,2027-07-17,',
    'A0003AA,Twice,,2027-07-18,',
    'a0003aa.,Twice,,2027-07-18,',
    'A0004AA,Ragged,,2027-07-19,,extra',
    ',,,2027-07-20,',
    'A0005AA,,,2027-07-21,',
    'A0006AA,Thief,X000001,2027-07-22,',
  ]
  const { status, report } = await load(data, fileOf(rows))
  expect(status).toBe(1)
  expect(report.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'NOMIS', 'bad_prison_number'],
    [3, 'CRD', 'impossible_date'],
    [3, 'RoSH', 'bad_value'],
    [4, 'CRN', 'missing_key'],
    [6, 'NOMIS', 'duplicate_person'],
    [8, 'NOMIS', 'duplicate_person'],
    [9, null, 'ragged_row'],
    [10, 'NOMIS', 'missing_key'],
    [12, 'CRN', 'bad_value'],
  ])
  expect(report).toMatchObject({ rows: 11, created: 4, updated: 1, unchanged: 0 })
  expect(await people(data)).toMatchObject([
    { prison_number: 'A0001AA', crd: '2027-07-16' },
    { prison_number: 'A0002AA', last_name: 'Kept', crn: 'X000002' },
    { prison_number: 'A0003AA' },
    { prison_number: 'A0005AA', crd: '2027-07-21' },
    { prison_number: 'A0006AA', last_name: 'Thief' },
  ])
  expect((await people(data))[4]?.crn).toBeUndefined()
})

test('a Delius release date fills what is unknown and moves nothing', async () => {
  const { data } = await initialised()
  await load(data, fileOf(['NOMIS,Surname,CRD', 'A0001AA,Known,2027-07-15', 'A0002AA,Unknown,']))
  await load(
    data,
    fileOf([
      'NOMS,Name,Expected release',
      'A0001AA,"Known, A",2027-01-01',
      'A0002AA,"Unknown, B",2027-02-02',
    ]),
  )
  expect((await people(data)).map(({ crd }) => crd)).toEqual(['2027-07-15', '2027-02-02'])
})

test('several files are one run: each is compared with what the one before left', async () => {
  const { data } = await initialised()
  const nomis = fileOf(['NOMIS,Surname,First name', 'A0001AA,Known,Adam'], 'nomis.csv')
  const delius = await workbook(
    [
      ['CRN', 'Name', 'NOMS', 'RoSH'],
      ['X000001', 'Known, Adam', 'A0001AA', 'High'],
    ],
    'delius.xlsx',
  )
  const late = fileOf(['CRN,CRD', 'X000001,2027-07-15'], 'late.csv')
  const { out, status } = await desk(
    async (args, io) => {
      const lines: string[] = []
      const stdout = { write: (text: string) => lines.push(text) > 0 } as unknown as typeof io.stdout
      const code = await run(args, { ...io, stdout })
      io.stdout.write(JSON.stringify(lines.map((line) => JSON.parse(line) as unknown)))
      return code
    },
    ['--data', data, nomis, delius, late],
  )
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    { file: 'nomis.csv', created: 1 },
    { file: 'delius.xlsx', created: 0, updated: 1 },
    { file: 'late.csv', updated: 1 },
  ])
  expect(await people(data)).toEqual([
    {
      prison_number: 'A0001AA',
      last_name: 'Known',
      first_name: 'Adam',
      crn: 'X000001',
      rosh: 'high',
      crd: '2027-07-15',
    },
  ])
})

test('one file refused whole refuses the run, and nothing is kept', async () => {
  const { data } = await initialised()
  const { status, report } = await load(data, fileOf(FIRST, 'good.csv'), fileOf('', 'bad.csv'))
  expect(status).toBe(2)
  expect(report).toMatchObject({ error: { code: 'empty_file' } })
  expect(report.error?.message).toContain('bad.csv')
  expect(await people(data)).toEqual([])
})

describe('whole files refused end the command with 2 and an error', () => {
  const bad: [string, string, () => string | Promise<string>, string[]?][] = [
    ['empty_file', 'nothing in it', () => fileOf('')],
    ['no_headings', 'no headings', () => fileOf(['A1234BC,Marlowe', 'A1234BD,Gill'])],
    ['duplicate_heading', 'doubled headings', () => fileOf(['NOMIS,Surname,Surname', 'A1234BC,a,b'])],
    ['not_text', 'a workbook named as CSV', () => workbook([['NOMIS'], ['A1234BC']], 'list.csv')],
    ['not_a_spreadsheet', 'text named as a workbook', () => fileOf(FIRST, 'list.xlsx')],
    [
      'encoding_unknown',
      'unknown letters',
      () => fileOf(Buffer.concat([Buffer.from('NOMIS,Surname\nA1234BC,'), Buffer.from([0x81])])),
    ],
    [
      'other_establishment',
      'another prison’s',
      () => fileOf(['NOMIS,Surname,Prison', 'A1234BC,Marlowe,MDI']),
    ],
    [
      'ambiguous_date',
      'days or months first',
      () => fileOf(['NOMIS,Surname,CRD', 'A1234BC,Marlowe,05/06/2027']),
    ],
  ]
  test.each(bad)('%s: %s', async (code, _, make) => {
    const { data } = await initialised()
    const { status, report } = await load(data, await make())
    expect({ status, code: report.error?.code }).toEqual({ status: 2, code })
    expect(report.error?.message).toBeTruthy()
    expect(await people(data)).toEqual([])
  })
})

test('a stated order of day and month, by source or by map, lets the file in', async () => {
  const rows = ['NOMIS,Surname,CRD', 'A1234BC,Marlowe,05/06/2027']
  const map = fileOf(JSON.stringify({ dateOrder: 'month_first' }), 'map.json')
  for (const [args, crd] of [
    [['--source', 'nomis_report'], '2027-06-05'],
    [['--map', map], '2027-05-06'],
  ] as const) {
    const { data } = await initialised()
    expect((await load(data, ...args, fileOf(rows))).status).toBe(0)
    expect(await people(data)).toMatchObject([{ crd }])
  }
})

test('a map names columns nobody else knows, and leaves others out', async () => {
  const { data } = await initialised()
  const map = fileOf(JSON.stringify({ 'Leaves on': 'crd', Surname: 'last_name', Notes: null }), 'map.json')
  const { report } = await load(
    data,
    '--map',
    map,
    fileOf(['NOMIS,Surname,Leaves on,Notes', 'A1234BC,Marlowe,2027-07-15,x']),
  )
  expect(report).toMatchObject({ created: 1, unmapped_columns: ['Notes'] })
  expect(await people(data)).toMatchObject([{ crd: '2027-07-15' }])
})

test('an older list of the same kind is asked about', async () => {
  const { data } = await initialised()
  const rows = ['NOMIS,Surname,CRD', 'A1234BC,Marlowe,2027-07-15']
  await load(data, '--source', 'nomis_report', fileOf(rows, 'nomis_20261120.csv'))
  const older = fileOf([...rows.slice(0, 1), 'A1234BC,Marlowe,2027-08-15'], 'nomis_20261118.csv')
  const { status, report } = await load(data, '--source', 'nomis_report', older)
  expect(status).toBe(2)
  expect(report.error?.message).toContain('--as-at')
  expect(await people(data)).toMatchObject([{ crd: '2027-07-15' }])
  const anyway = await load(data, '--source', 'nomis_report', '--as-at', '2026-11-18', older)
  expect(anyway.report).toMatchObject({ updated: 1 })
  expect(anyway.err).toContain('older values take the place of newer ones')
})

test('a list that says no day of its own is taken as today’s, whatever is already in', async () => {
  const { data } = await initialised()
  const rows = ['NOMIS,Surname,CRD', 'A1234BC,Marlowe,2027-07-15']
  await load(data, '--as-at', '2099-12-31', fileOf(rows, 'one.csv'))
  const { status, report } = await load(data, fileOf([...rows, 'A1234BD,Rowe,2027-07-15'], 'two.csv'))
  expect([status, report.created]).toEqual([0, 1])
})

test('a refused file is said in words too, with what to do about its dates', async () => {
  const { data } = await initialised()
  const { status, err } = await load(data, fileOf(['NOMIS,Surname,CRD', 'A1234BC,Marlowe,03/04/2027']))
  expect(status).toBe(2)
  expect(err).toContain('Nothing was imported.')
  expect(err).toContain('dateOrder')
})

test('what was imported stands where the copy that closing makes fails, and both are said', async () => {
  const { data } = await initialised()
  rmSync(join(data, 'backups'), { recursive: true })
  symlinkSync(join(data, 'not there', 'at all'), join(data, 'backups'), 'junction')
  const { status, report, err } = await load(data, fileOf(FIRST))
  expect([status, report.created]).toEqual([1, 2])
  expect(err).toContain('What was done is saved, but no copy of the store could be made')
})

test('bad arguments are a matter of usage', async () => {
  const { data } = await initialised()
  const file = fileOf(FIRST)
  const wrong = [
    [],
    [file],
    ['--data', data],
    ['--data', data, '--colour', 'red', file],
    ['--data', data, '--source', 'nobody', file],
    ['--data', data, '--as-at', '22/11/2026', file],
    ['--data', data, '--map', 'nowhere.json', file],
    ['--data', data, '--map', fileOf('[1]', 'm.json'), file],
    ['--data', data, '--map', fileOf('{"a":"nonsense"}', 'm.json'), file],
    ['--data', data, join(tempFolder(), 'nowhere.csv')],
  ]
  for (const args of wrong) await expect(desk(run, args), args.join(' ')).rejects.toBeInstanceOf(UsageError)
})

test('no store, or another passphrase, ends with 2 and touches nothing', async () => {
  const folder = join(tempFolder(), 'nothing')
  expect((await desk(run, ['--data', folder, fileOf(FIRST)])).status).toBe(2)
  expect(existsSync(folder)).toBe(false)
  const { data } = await initialised()
  expect(
    (await desk(run, ['--data', data, fileOf(FIRST)], { DESK_PASSPHRASE: 'something else' })).status,
  ).toBe(2)
})

test('the audit names the import and the file’s hash, and nobody', async () => {
  const { data } = await initialised()
  const { report } = await load(data, fileOf(FIRST))
  const audit = await look(data, (store) => listAudit(store.read))
  const line = audit.find(({ detail }) => detail.includes(report.sha256))
  expect(line).toMatchObject({ method: 'desk import', outcome: 'ok' })
  expect(JSON.stringify(audit)).not.toMatch(/marlowe|gill/i)
})

test('whatever a file holds, it is read or refused, and never half kept', async () => {
  const { data } = await initialised()
  await load(data, fileOf(['NOMIS,Surname,CRN,CRD', 'A0001AA,Known,X000001,2027-07-15']))
  const path = join(tempFolder(), 'list.csv')
  const cell = fc.oneof(
    fc.constantFrom(
      'A0001AA',
      'A0002AA',
      'A0003AA',
      'X000001',
      'X000002',
      '',
      'NULL',
      '15/07/2027',
      '2027-02-30',
      '31-JUN-27',
      '46583',
      'High',
      '"',
      '=1+1',
      'Y',
      'LEI',
      'MDI',
      'Marlowe, Dean',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const heading = fc.constantFrom(
    'NOMIS',
    'CRN',
    'Surname',
    'Name',
    'CRD',
    'SLED',
    'DOB',
    'RoSH',
    'Prison',
    'Recall',
    'MAPPA',
    'Release date',
    'Shoe size',
    '',
  )
  const list = fc.tuple(
    fc.uniqueArray(heading, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
  )
  await fc.assert(
    fc.asyncProperty(list, async ([headings, rows, separator]) => {
      writeFileSync(path, [headings, ...rows].map((row) => row.join(separator)).join('\n'))
      const before = await people(data)
      const { status, report } = await load(data, path)
      const after = await people(data)
      if (status === 2) {
        expect(report.error?.code).toBeTruthy()
        expect(after).toEqual(before)
      } else {
        const whole = new Set(report.refused.map(({ row }) => row))
        expect(after).toHaveLength(before.length + report.created)
        expect(report.created + report.updated + report.unchanged).toBeLessThanOrEqual(report.rows)
        expect(report.created + report.updated + report.unchanged + whole.size).toBeGreaterThanOrEqual(
          report.rows,
        )
        expect(status).toBe(report.refused.length > 0 ? 1 : 0)
        expect(after.find(({ prison_number: number }) => number === 'A0001AA')?.crd).toBeTruthy()
      }
    }),
    { numRuns: 60 },
  )
})

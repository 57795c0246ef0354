import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../electron/app/services/import/read-csv.ts'
import { tempFolder } from '../db/support/stores.ts'
import { check, fileOf, refusalOf, TODAY, workbook, zipOf } from './extract-files.ts'

const LIST = ['Prison number,Surname,First name,CRD', 'A1234BC,Núñez,Zoë,15/07/2027']
const text = LIST.join('\r\n')
const expected = { prison_number: 'A1234BC', last_name: 'Núñez', first_name: 'Zoë', crd: '2027-07-15' }

describe('letters', () => {
  const bytes: Record<string, Buffer> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16 LE': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    'UTF-16 BE': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    'UTF-16 LE without a mark': Buffer.from(text, 'utf16le'),
    'UTF-16 BE without a mark': Buffer.from(text, 'utf16le').swap16(),
    'Windows-1252': Buffer.from(text, 'latin1'),
  }
  test.each(Object.entries(bytes))('%s is read', async (name, content) => {
    const extract = await check(fileOf(content))
    expect(extract.checked[0]?.record).toEqual(expected)
    expect(extract.encoding).toBe(name.replace(/ with.*/, ''))
  })

  test('Windows quotation marks and dashes are read', async () => {
    const content = Buffer.concat([
      Buffer.from('NOMIS,Surname\r\nA1234BC,O'),
      Buffer.from([0x92]),
      Buffer.from('Neill'),
    ])
    expect((await check(fileOf(content))).checked[0]?.record.last_name).toBe('O’Neill')
  })

  test('bytes no list has are refused', async () => {
    expect(
      await refusalOf(
        fileOf(Buffer.concat([Buffer.from('NOMIS,Surname\nA1234BC,'), Buffer.from([0x81, 0x8d])])),
      ),
    ).toBe('encoding_unknown')
    expect(
      await refusalOf(fileOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xc3, 0x28])]))),
    ).toBe('encoding_unknown')
    expect(await refusalOf(fileOf(Buffer.from([0xff, 0xfe, 0x41])))).toBe('encoding_unknown')
    expect(await refusalOf(fileOf(Buffer.from('NOMIS,Surname\nA1234BC,\u0001\u0002')))).toBe('not_text')
    expect(await refusalOf(fileOf(Buffer.from([1, 0, 2, 3, 0, 0, 0, 7, 8])))).toBe('not_text')
  })
})

describe('separators', () => {
  test.each([',', ';', '\t'])('%j is found', async (separator) => {
    const content = LIST.map((line) => line.replaceAll(',', separator)).join('\n')
    expect((await check(fileOf(content))).checked[0]?.record).toEqual(expected)
  })

  test('a spreadsheet’s hint is followed and counted as a row', async () => {
    const extract = await check(fileOf(['sep=;', 'NOMIS;Name;CRD', 'A1234BC;Marlowe, Dean;31/02/2027']))
    expect(extract.refused).toMatchObject([{ row: 3, code: 'impossible_date' }])
    expect(extract.checked[0]?.fullName).toEqual({ last: 'Marlowe', first: 'Dean' })
  })

  test('commas within semicolons do not win', async () => {
    const extract = await check(fileOf(['NOMIS;Name', 'A1234BC;Marlowe, Dean', 'A1234BD;Gill, Harpreet']))
    expect(extract.checked.map(({ fullName }) => fullName?.first)).toEqual(['Dean', 'Harpreet'])
  })
})

describe('cells and rows', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', 'a,b', '"', 'line\nline', 'x"y', ' a '),
  )
  test('reading what was written gives it back, as csv-parse does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (grid) => {
          const written = grid
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          expect(readCsv(written, ',').map(({ cells }) => cells)).toEqual(grid)
          expect(parse(written, { relax_column_count: true })).toEqual(grid)
        },
      ),
    )
  })

  test('any text is read without an end to it or an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ') }),
        (any) => void readCsv(any, ','),
      ),
    )
  })

  test('rows are numbered as a spreadsheet shows them', async () => {
    const rows = ['', 'NOMIS,Surname,CRD', 'A1234BC,"Mar', 'lowe",2027-07-15', '', 'A1234BD,Gill,nonsense']
    const extract = await check(fileOf(rows))
    expect(extract.checked.map(({ row }) => row)).toEqual([3, 5])
    expect(extract.rows).toBe(2)
    expect(extract.refused).toMatchObject([{ row: 5, column: 'CRD', code: 'bad_date', value: 'nonsense' }])
  })

  test('more cells than headings refuse the row, fewer are blanks', async () => {
    const extract = await check(
      fileOf(['NOMIS,Surname,CRD', 'A1234BC,Marlowe, Dean,2027-07-15', 'A1234BD,Gill']),
    )
    expect(extract.refused).toMatchObject([{ row: 2, column: null, code: 'ragged_row' }])
    expect(extract.checked.map(({ record }) => record)).toEqual([
      { prison_number: 'A1234BD', last_name: 'Gill' },
    ])
  })

  test('a quotation mark that never closes spoils its own row alone', async () => {
    const extract = await check(fileOf(['NOMIS,Surname', 'A1234BC,"Marlowe', 'A1234BD,Gill']))
    expect(extract.refused).toMatchObject([{ row: 2, code: 'ragged_row' }])
    expect(extract.checked.map(({ row }) => row)).toEqual([3])
  })

  test.each([
    ['in the next row a cell is quoted too', '"Dee",Eff,2027-01-02', ['A1236BC']],
    ['in the next row one is closed', 'Dee",Eff,2027-01-02', ['A1236BC']],
    ['the next row opens one as well', '"Dee,Eff,2027-01-02', []],
  ])('a quotation mark left open never gives one person the dates of another: %s', async (_, next, kept) => {
    const extract = await check(
      fileOf([
        'NOMIS,Surname,First name,CRD',
        'A1235BC,"Bee,Cee,2027-01-01',
        `A1236BC,${next}`,
        'A1237BC,Gee,Aitch,2027-01-03',
      ]),
    )
    expect(extract.refused[0]).toMatchObject({ row: 2, column: null, code: 'ragged_row' })
    expect(extract.checked.map(({ record }) => record.prison_number)).toEqual([...kept, 'A1237BC'])
  })

  test('a cell of several lines is one cell', async () => {
    const rows = [
      'NOMIS,Surname,Location',
      'A1235BC,Bee,"A wing,\n2 landing, cell 4, with A1299ZZ" ',
      'A1236BC,Cee,B',
    ]
    const extract = await check(fileOf(rows))
    expect(extract.refused).toEqual([])
    expect(extract.checked[0]?.record.location).toBe('A wing, 2 landing, cell 4, with A1299ZZ')
  })

  test('cells over their length refuse the row', async () => {
    const long = 'x'.repeat(101)
    const extract = await check(
      fileOf([
        'NOMIS,Surname,Main offence,Remarks',
        `A1234BC,${long},,`,
        `A1234BD,Gill,${'y'.repeat(2001)},`,
        `A1234BE,Hill,,${'z'.repeat(2001)}`,
        `A1234BF,Lee,${long},`,
      ]),
    )
    expect(extract.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Surname', 'too_long'],
      [3, 'Main offence', 'too_long'],
      [4, 'Remarks', 'too_long'],
    ])
    expect(extract.checked.map(({ row }) => row)).toEqual([5])
  })
})

describe('workbooks', () => {
  test('the first sheet is read, with dates, numbers and truth', async () => {
    const path = await workbook([
      ['Offender No', 'Surname', 'CRD', 'MAPPA', 'Recall', 'Booking ID'],
      ['A1234BC', 'Marlowe', new Date('2027-07-15T00:00:00Z'), 2, true, 2900924],
      [null, null, null, null, null, null],
      ['A1234BD', '=1+1', '15/07/2027', null, false, null],
    ])
    const extract = await check(path)
    expect(extract).toMatchObject({ format: 'XLSX', rows: 2 })
    expect(extract.checked).toEqual([
      {
        row: 2,
        record: {
          prison_number: 'A1234BC',
          last_name: 'Marlowe',
          crd: '2027-07-15',
          mappa_level: 2,
          recall: true,
          booking_id: 2900924,
        },
      },
      { row: 4, record: { prison_number: 'A1234BD', last_name: '=1+1', crd: '2027-07-15', recall: false } },
    ])
  })

  test('a workbook that unpacks to too much is not opened', async () => {
    const book = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }
    const bomb = zipOf([book, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(30_000_000, 32) }])
    expect(await refusalOf(fileOf(bomb, 'list.xlsx'))).toBe('too_large')
    const liar = zipOf([
      book,
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<a/>'), unpacked: 400_000_000 },
    ])
    expect(await refusalOf(fileOf(liar, 'list.xlsx'))).toBe('too_large')
  })

  test('a workbook that unpacks to more than it says is not opened', async () => {
    const book = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }
    const liar = zipOf([
      book,
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(5_000_000, 32), unpacked: 1000 },
    ])
    expect(await refusalOf(fileOf(liar, 'list.xlsx'))).toBe('not_a_spreadsheet')
  })

  test('a workbook damaged anywhere is read or refused, and never anything else', async () => {
    const whole = readFileSync(join(import.meta.dirname, '../../samples/delius-north-east.xlsx'))
    const path = join(tempFolder(), 'list.xlsx')
    const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(places, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(length % 3 === 0 ? whole.subarray(0, length) : whole)
        for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value
        writeFileSync(path, bytes)
        expect((await refusalOf(path, { establishment: 'HQI' })) ?? '').not.toMatch(/^not refused/)
      }),
      { numRuns: 150 },
    )
  })

  test('what is not a workbook is refused, and what is one under another name', async () => {
    expect(await refusalOf(fileOf(text, 'list.xlsx'))).toBe('not_a_spreadsheet')
    expect(
      await refusalOf(fileOf(zipOf([{ name: 'notes.txt', content: Buffer.from('hello') }]), 'list.xlsx')),
    ).toBe('not_a_spreadsheet')
    expect(
      await refusalOf(
        fileOf(zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('<nonsense') }]), 'list.xlsx'),
      ),
    ).toBe('not_a_spreadsheet')
    expect(await refusalOf(fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'list.xlsx'))).toBe(
      'not_a_spreadsheet',
    )
    expect(await refusalOf(fileOf(Buffer.from('PK\u0003\u0004 rest', 'latin1'), 'list.xlsx'))).toBe(
      'not_a_spreadsheet',
    )
    expect(await refusalOf(await workbook([['NOMIS'], ['A1234BC']], 'list.csv'))).toBe('not_text')
    expect(await refusalOf(fileOf(Buffer.from('%PDF-1.7\n\u0000\u0001binary', 'latin1')))).toBe('not_text')
  })
})

describe('whole files', () => {
  test('nothing in the file', async () => {
    expect(await refusalOf(fileOf(''))).toBe('empty_file')
    expect(await refusalOf(fileOf('\r\n , ,\r\n'))).toBe('empty_file')
    expect(await refusalOf(fileOf('NOMIS,Surname\r\n\r\n'))).toBe('empty_file')
  })

  test('a file over the cap is refused by its size, unread', async () => {
    const path = join(tempFolder(), 'list.csv')
    const handle = openSync(path, 'w')
    // A hole of 200 MB: reading it would take memory, looking at it takes none.
    ftruncateSync(handle, 200 * 1024 * 1024)
    closeSync(handle)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusalOf(path)).toBe('too_large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })

  test('more rows than any establishment has', async () => {
    expect(await refusalOf(fileOf(`NOMIS,Surname\n${'A1234BC,x\n'.repeat(200_001)}`))).toBe('too_large')
  })

  test('no headings, or none that tells people apart', async () => {
    expect(await refusalOf(fileOf(['A1234BC,Marlowe,15/07/2027', 'A1234BD,Gill,15/08/2027']))).toBe(
      'no_headings',
    )
    expect(await refusalOf(fileOf(['one,two', '1,2']))).toBe('no_headings')
    expect(await refusalOf(fileOf(['Surname,CRD', 'Marlowe,2027-07-15']))).toBe('no_headings')
  })

  test('doubled headings', async () => {
    expect(await refusalOf(fileOf(['NOMIS,Surname,surname', 'A1234BC,a,b']))).toBe('duplicate_heading')
    expect(
      await refusalOf(fileOf(['NOMIS,CRD,Conditional release date', 'A1234BC,2027-07-15,2027-08-15'])),
    ).toBe('duplicate_heading')
    const mapped = { mapping: { 'Conditional release date': null } }
    expect(
      await refusalOf(
        fileOf(['NOMIS,CRD,Conditional release date', 'A1234BC,2027-07-15,2027-08-15']),
        mapped,
      ),
    ).toBeNull()
  })

  test('another establishment', async () => {
    expect(await refusalOf(fileOf(['NOMIS,Surname,Prison', 'A1234BC,Marlowe,MDI']))).toBe(
      'other_establishment',
    )
    expect(await refusalOf(fileOf(['NOMIS,Surname,Prison', 'A1234BC,Marlowe,HMP Leeds']))).toBeNull()
    const mixed = await check(
      fileOf(['NOMIS,Surname,Prison', 'A1234BC,Marlowe,LEI', 'A1234BD,Gill,MDI', 'A1234BE,Amory,OUT']),
    )
    expect(mixed.checked.map(({ row }) => row)).toEqual([2, 4])
    expect(mixed.refused).toMatchObject([{ row: 3, column: 'Prison', code: 'bad_value', value: 'MDI' }])
  })

  test('a restricted patient stays with the prison that supports them', async () => {
    const extract = await check(
      fileOf(['NOMIS,Surname,Prison,Restricted patient,Supporting prison', 'A1234BC,Amory,MDI,Y,LEI']),
    )
    expect(extract.checked).toHaveLength(1)
  })

  test('the day a file speaks of is in its name or in a column, and never in the future', async () => {
    const rows = ['NOMIS,Surname', 'A1234BC,Marlowe']
    expect((await check(fileOf(rows, 'nomis_caseload_20261122.csv'))).statedAsAt).toBe('2026-11-22')
    expect((await check(fileOf(rows, 'list 2026-11-20.csv'))).statedAsAt).toBe('2026-11-20')
    expect((await check(fileOf(rows, 'list 2026-11-24.csv'))).statedAsAt).toBeNull()
    expect((await check(fileOf(rows, 'list 2026-13-45.csv'))).statedAsAt).toBeNull()
    expect(
      (await check(fileOf(['NOMIS,Surname,Extract date', 'A1234BC,Marlowe,19 Nov 2026']))).statedAsAt,
    ).toBe('2026-11-19')
    expect(TODAY).toBe('2026-11-23')
  })
})

import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { toCsv, toXlsx } from '../../electron/app/documents/spreadsheet.ts'

const hostile = ['=1+1', '+44 113 000 0000', '-5 days', '@SUM(A1)', '\tindented', '\rreturned']

describe('toCsv', () => {
  it('starts with a byte-order mark and ends every line as RFC 4180 says', () => {
    const bytes = toCsv(['Name', 'Days'], [['Okoro, Ada', 4]])
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe('Name,Days\r\n"Okoro, Ada",4\r\n')
  })

  it.each(hostile)('stops %j from running as a formula', (text) => {
    const read: string[][] = parse(Buffer.from(toCsv(['A'], [[text]])), { bom: true })
    expect(read[1]).toEqual([`'${text}`])
  })

  it('leaves numbers below nought as numbers', () => {
    expect(new TextDecoder().decode(toCsv(['A'], [[-5]]))).toContain('\r\n-5\r\n')
  })

  it('gives back quotes, commas and line breaks as they went in', () => {
    const rows = [['a "b"', 'c,d', 'e\nf', '', ' padded ']]
    const read: string[][] = parse(Buffer.from(toCsv(['1', '2', '3', '4', '5'], rows)), { bom: true })
    expect(read[1]).toEqual(rows[0])
  })
})

describe('toXlsx', () => {
  it('gives back what went in, formula-like text as text', async () => {
    const rows = [
      ['Nguyễn <b> & "Co"', 12, null],
      ['=HYPERLINK("x")', -3, '@here'],
    ]
    const bytes = await toXlsx(
      [{ heading: 'Name', width: 30 }, { heading: 'Days' }, { heading: 'Note' }],
      rows,
      'Deadlines',
    )
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    expect(sheet?.sheet).toBe('Deadlines')
    expect(sheet?.data).toEqual([['Name', 'Days', 'Note'], ...rows])
  })

  it('drops characters a workbook cannot hold, in cells and in the name of the sheet', async () => {
    const bytes = await toXlsx([{ heading: 'A' }], [['be\u0007ll']], 'Due: 1/2 [all]')
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    expect(sheet?.data[1]).toEqual(['bell'])
    expect(sheet?.sheet).toBe('Due  1 2  all ')
  })
})

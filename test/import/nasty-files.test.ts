import { describe, expect, test } from 'vitest'
import type { DeskError } from '../../domain/contract/errors.ts'
import { check, fileOf, refusalOf, workbook, zipOf } from './extract-files.ts'

const HEADINGS = 'Prison number,Surname,Forename,CRD'
const ROW = 'A1234BC,Marlowe,Kit,2027-07-15'

/** What the user is told of a file that is refused. */
async function said(path: string): Promise<string> {
  try {
    await check(path)
    return 'read'
  } catch (error) {
    return (error as DeskError).message
  }
}

describe('a report with titles above its list', () => {
  test.each([
    ['one cell a line', ['OMU caseload', 'Printed on: 20/11/2026', '', HEADINGS, ROW], 4],
    ['padded with separators', ['OMU caseload,,,', HEADINGS, ROW], 2],
    ['a title that is also a heading', ['Name', '', HEADINGS, ROW], 3],
  ])('says in which row the headings stand: %s', async (_, rows, row) => {
    const path = fileOf(rows)
    expect(await refusalOf(path)).toBe('no_headings')
    expect(await said(path)).toContain(`row ${row}`)
  })

  test('whatever the columns are parted by', async () => {
    const rows = ['OMU caseload, Leeds', '', HEADINGS.replaceAll(',', ';'), ROW.replaceAll(',', ';')]
    expect(await said(fileOf(rows))).toContain('row 3')
  })

  test('the same in a workbook', async () => {
    const path = await workbook([['OMU caseload'], [null], HEADINGS.split(','), ROW.split(',')])
    expect(await said(path)).toContain('row 3')
  })
})

describe('a file of another kind', () => {
  test.each([
    ['list.csv', '%PDF-1.4\n1 0 obj\n<< >>\nendobj', 'not_text', 'a PDF'],
    ['list.csv', '<html><table><tr><td>Prison number</td></tr></table></html>', 'not_text', 'a web page'],
    ['list.xls', '\n<table><tr><td>Prison number</td></tr></table>', 'not_a_spreadsheet', 'a web page'],
    ['list.xlsx', '%PDF-1.4\n', 'not_a_spreadsheet', 'a PDF'],
    ['list.csv', '{\\rtf1 Prison number}', 'not_text', 'a Word document'],
  ])('%s that begins %j', async (name, content, code, kind) => {
    const path = fileOf(content, name)
    expect(await refusalOf(path)).toBe(code)
    expect(await said(path)).toContain(kind)
  })

  test('columns parted by a sign we do not read', async () => {
    expect(await said(fileOf([HEADINGS, ROW].map((row) => row.replaceAll(',', '|'))))).toMatch(/commas/)
  })

  test('characters no list has are said to stand in their line', async () => {
    expect(await said(fileOf([HEADINGS, ROW, 'A1235BC,Bell\u0007,Kit,2027-07-15']))).toContain('line 3')
  })

  test('doubled headings are named by their columns', async () => {
    expect(await said(fileOf([`${HEADINGS}, crd `, `${ROW},2027-07-16`]))).toContain('D and E')
  })
})

/** A workbook made by hand: each sheet the inside of its `sheetData`. */
function madeByHand(sheets: string[], properties = ''): string {
  const part = (name: string, content: string) => ({
    name,
    content: Buffer.from(`<?xml version="1.0"?>${content}`),
  })
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const listed = sheets.map((_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${documents}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return fileOf(
    zipOf([
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${documents}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`,
      ),
      ...sheets.map((rows, at) =>
        part(
          `xl/worksheets/sheet${at + 1}.xml`,
          `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
        ),
      ),
    ]),
    'list.xlsx',
  )
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const number = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`
const head = row(1, cell('A1', 'NOMIS'), cell('B1', 'Surname'), cell('C1', 'CRD'))
const somebody = (at: number, crd: number) =>
  row(at, cell(`A${at}`, 'A1234BC'), cell(`B${at}`, 'Marlowe'), number(`C${at}`, crd))

describe('workbooks', () => {
  test('a serial number is the day its workbook means, whichever year that counts from', async () => {
    const crds = async (path: string) => (await check(path)).checked.map(({ record }) => record.crd)
    expect(await crds(madeByHand([head + somebody(2, 46_583)]))).toEqual(['2027-07-15'])
    expect(await crds(madeByHand([head + somebody(2, 45_121)], 'date1904="1"'))).toEqual(['2027-07-15'])
  })

  test('only the first sheet is read, and that is said', async () => {
    const two = madeByHand([head + somebody(2, 46_583), head + somebody(2, 46_600)])
    expect((await check(two)).format).toBe('XLSX, first of 2 sheets')
    const behind = madeByHand(['', head + somebody(2, 46_583)])
    expect(await refusalOf(behind)).toBe('empty_file')
    expect(await said(behind)).toContain('first sheet')
  })

  test('a cell far away on another sheet is in nobody’s way', async () => {
    const far = row(2, cell('XFD2', 'x')) + row(150_000, cell('A150000', 'y'))
    expect((await check(madeByHand([head + somebody(2, 46_583), far]))).rows).toBe(1)
  })

  test.each([
    [
      'right of the list and far below it',
      row(2, cell('XFD2', 'x')) + row(150_000, cell('A150000', 'y')),
      'XFD',
    ],
    ['beyond the last column there is', row(2, cell('ZZZZZZZ2', 'x')), 'Excel'],
  ])('a cell %s is refused before it takes the memory', async (_, rows, word) => {
    const path = madeByHand([head + rows])
    expect(await refusalOf(path)).toBe('too_large')
    expect(await said(path)).toContain(word)
  })
})

describe('prison numbers that look right', () => {
  const refused = async (written: string) => {
    const { checked, refused: problems } = await check(fileOf(['NOMIS,Surname', `${written},Marlowe`]))
    return problems[0] ?? checked[0]?.record.prison_number
  }

  test.each(['A1234BC\u200b', '\ufeffA1234BC', 'Ａ1234ＢＣ', 'a 1234 bc.', '\u00a0A1234BC'])(
    '%j is read',
    async (written) => {
      expect(await refused(written)).toBe('A1234BC')
    },
  )

  test('a letter of another alphabet is said to be one', async () => {
    expect(await refused('\u04101234BC')).toMatchObject({
      message: expect.stringContaining('another alphabet'),
    })
  })

  test('what was refused is shown as it was written', async () => {
    expect(await refused('End of report')).toMatchObject({
      code: 'bad_prison_number',
      value: 'End of report',
    })
  })
})

test('a row that is short among many that are not is read, and pointed at', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `A10${at + 10}BC,Marlowe,Kit,2027-07-15`)
  const oneShort = await check(fileOf([HEADINGS, ...rows, 'A1234BC,Marlowe,2027-07-15']))
  expect(oneShort.refused).toEqual([])
  expect(oneShort.warnings).toMatchObject([{ row: 22, column: 'CRD' }])
  const allShort = await check(fileOf([HEADINGS, ...rows.map((row) => row.replace(/,[^,]*$/, ''))]))
  expect(allShort.warnings).toEqual([])
})

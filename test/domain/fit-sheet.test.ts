import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { fitSheet, type DraftPart, type DraftSheet } from '../../domain/sheets/fit-sheet.ts'
import { EMPTY_ROW, type SheetRow } from '../../domain/sheets/sheet.ts'
import { linesOf, shortened, widthOf } from '../../domain/sheets/text-width.ts'

const rowsOf = (count: number, more: Partial<SheetRow> = {}): SheetRow[] =>
  Array.from({ length: count }, (_, at) =>
    Object.assign({}, EMPTY_ROW, { name: `Marlowe, Dean ${at}`, number: 'A4417KD', text: 'Handover' }, more),
  )
const part = (key: string, count: number, more: Partial<DraftPart> = {}): DraftPart => ({
  key,
  layout: 'week',
  title: key,
  note: '',
  says: '',
  rows: rowsOf(Math.min(count, 40)),
  total: count,
  least: 4,
  empty: 'Nothing.',
  where: 'on Today',
  ...more,
})
const draft = (...blocks: DraftPart[][]): DraftSheet => ({
  kind: 'morning',
  today: '2026-11-23' as CivilDate,
  title: 'Morning sheet: the unit',
  lead: 'Monday 23 November 2026. 5 cases.',
  establishment: 'HMP Leeds',
  blocks,
  leastNotes: 3,
  sign: '',
  foot: 'Printed 23 November 2026, 9am.',
})

describe('words in a column', () => {
  it.each([
    ['', 0],
    ['Handover', 1],
    ['Handover to the COM', 1],
    ['Handover to the COM; handover meeting: last day', 2],
    ['W'.repeat(60), 5],
  ])('%s takes %i lines of 125 points', (text, lines) => {
    expect(linesOf([{ text, size: 10 }], 125)).toBe(lines)
  })

  it('counts a bold word wider, and a letter it does not know as wide as high', () => {
    expect(widthOf({ text: 'abc', size: 10, bold: true })).toBeGreaterThan(widthOf({ text: 'abc', size: 10 }))
    expect(widthOf({ text: '字', size: 10 })).toBe(10)
  })

  it('shortens by whole words, and never past its lines', () => {
    expect(shortened({ text: 'Handover on Monday', size: 10 }, 125, 1)).toBe('Handover on Monday')
    expect(shortened({ text: 'Handover on Monday, then send the pack', size: 10 }, 125, 1)).toBe(
      'Handover on Monday…',
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 3 }), (text, lines) => {
        expect(
          linesOf([{ text: shortened({ text, size: 10 }, 125, lines), size: 10 }], 125),
        ).toBeLessThanOrEqual(lines)
      }),
    )
  })
})

describe('a sheet cut to its page', () => {
  it('keeps everything where there is room, and makes lines for notes of the rest', () => {
    const sheet = fitSheet(draft([part('a', 3)], [part('b', 0)]))
    expect(sheet.blocks.flat().map(({ rows, more }) => [rows.length, more])).toEqual([
      [3, ''],
      [0, ''],
    ])
    expect(sheet.noteLines).toBeGreaterThan(15)
  })

  it('says how many more there are and where', () => {
    const [first, second] = fitSheet(draft([part('a', 100)], [part('b', 100)])).blocks.flat()
    expect(first?.more).toBe(`and ${100 - (first?.rows.length ?? 0)} more, on Today`)
    // One after the other: neither part crowds out the next.
    expect(Math.abs((first?.rows.length ?? 0) - (second?.rows.length ?? 0))).toBeLessThanOrEqual(1)
  })

  it('says of what is left off how many stand in each place, in the order of the rows', () => {
    const where = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? 'in Case notes' : 'on Today'))
    const [first] = fitSheet(draft([part('a', 60, { where })])).blocks.flat()
    const shown = first?.rows.length ?? 0
    const left = where.slice(shown)
    const notes = left.filter((place) => place === 'in Case notes').length
    const counted = [`${notes} in Case notes`, `${left.length - notes} on Today`]
    if (left[0] === 'on Today') counted.reverse()
    expect(first?.more).toBe(`and ${left.length} more: ${counted.join('; ')}`)
    const alike = fitSheet(draft([part('a', 60, { where: where.map(() => 'on Today') })])).blocks.flat()
    expect(alike[0]?.more).toBe(`and ${left.length} more, on Today`)
  })

  it('counts the lines of a day with its year', () => {
    const [short] = fitSheet(draft([part('a', 100, { rows: rowsOf(40, { when: 'Wed 25' }) })])).blocks.flat()
    const [long] = fitSheet(
      draft([part('a', 100, { rows: rowsOf(40, { when: 'Fri 21 Nov 2025' }) })]),
    ).blocks.flat()
    expect(long?.rows.length).toBeLessThan(short?.rows.length ?? 0)
  })

  it('gives each part its least before another more, and keeps the lines for notes', () => {
    const sheet = fitSheet(
      draft(
        [part('first', 3, { least: 3 })],
        [part('a', 80)],
        [part('b', 80)],
        [part('c', 4), part('d', 80)],
      ),
    )
    const shown = Object.fromEntries(sheet.blocks.flat().map(({ key, rows }) => [key, rows.length]))
    expect(shown).toMatchObject({ first: 3, c: 4 })
    for (const key of ['a', 'b', 'd']) expect(shown[key]).toBeGreaterThanOrEqual(4)
    expect(sheet.noteLines).toBeGreaterThanOrEqual(3)
  })

  it('takes rows from the longest parts where even the least is too much, and never all of one while another has many', () => {
    const long = rowsOf(40, { text: 'very '.repeat(40) })
    const sheet = fitSheet(
      draft(
        [part('first', 3, { least: 3, rows: long.slice(0, 3) })],
        [part('meetings', 40, { least: 12, rows: long })],
        ...['c', 'd', 'e'].map((key) => [part(key, 40, { least: 6, rows: long })]),
      ),
    )
    const [first, ...shown] = sheet.blocks.flat().map(({ rows }) => rows.length)
    expect(first).toBe(3)
    expect(Math.min(...shown)).toBeGreaterThan(0)
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1)
    expect(sheet.noteLines).toBeGreaterThanOrEqual(3)
  })

  it('says how many there are where none fits', () => {
    const [, last] = fitSheet(
      draft([part('a', 1, { says: 'very '.repeat(3000) })], [part('b', 7)]),
    ).blocks.flat()
    expect(last?.rows).toEqual([])
    expect(last?.more).toBe('7, on Today')
  })
})

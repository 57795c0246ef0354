import { basename } from 'node:path'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { IMPORT_SOURCES, NULL_WORDS } from '../../../../domain/reference/import-map.ts'
import { findPrison } from '../../../../domain/reference/prisons.ts'
import {
  fileRefused,
  type CheckedExtract,
  type CheckedRow,
  type DateOrder,
  type Line,
  type MatchedColumn,
  type Refusal,
} from './extract.ts'
import { deriveFacts } from './derive-facts.ts'
import { columnLetter, findColumn, guessSource, isKnownHeading, matchHeadings } from './match-headings.ts'
import { explainPrisonNumber, isPrisonNumber, tidyPrisonNumber } from './read-identifier.ts'
import { splitName } from './read-name.ts'
import { readNumericParts } from './read-date.ts'
import { readTable } from './read-table.ts'
import { Doubtful, Problem, readerFor, type Reader } from './read-value.ts'
import { settleDateOrder, type SettledOrder } from './settle-date-order.ts'
import { statedAsAt } from './stated-as-at.ts'

export interface CheckOptions {
  path: string
  /** What the file is called to the user; its own name where absent. */
  name?: string
  /** Heading → field, or null to leave the column out. Other headings are matched by name. */
  mapping: Readonly<Record<string, string | null>>
  /** A source that was stated: it also states its order of day and month. */
  sourceId: string | null
  dateOrder: DateOrder | null
  today: CivilDate
  /** Code of the establishment the store is for. */
  establishment: string
}

const LONGEST_NAME = 100
const LONGEST_CELL = 2000
const PERSON_NAMES = new Set(['last_name', 'first_name', 'middle_names', 'full_name'])
const nullWords = new Set(NULL_WORDS.flatMap((word) => [word, word.toLowerCase()]))
const LONGEST_NULL_WORD = Math.max(...NULL_WORDS.map((word) => word.length))

/** Reads and checks a whole extract against itself. Throws `file_refused` where nothing of it can be used. */
export async function checkExtract(options: CheckOptions): Promise<CheckedExtract> {
  const { opening, lines } = await openExtract(options.path)
  const head = matchHead(lines, options.mapping, 'refuse')
  if (
    !head.columns.some(
      ({ field, heading }) => field === 'prison_number' || field === 'crn' || isNumberUnderName(heading),
    )
  ) {
    throw fileRefused(
      'no_headings',
      'No column is headed as a prison number or a CRN, so nobody in this file can be told apart. Check that the first row holds the headings.',
    )
  }
  const source = sourceOf(options.sourceId, head.headings)
  const order = orderOf(head, options)
  if (order === 'ask') {
    throw fileRefused(
      'ambiguous_date',
      'No date in this file settles whether the day or the month comes first. Say which, or name the source.',
    )
  }
  const body = checkRows(head, order, options)
  return {
    ...opening,
    name: options.name ?? basename(options.path),
    source: source === null ? null : { id: source.id, name: source.name },
    statedAsAt: statedAsAt(options.name ?? basename(options.path), head.headings, head.rows, options.today),
    dateOrder: order,
    columns: head.columns,
    weakFields: head.columns
      .filter(({ weak, field }) => weak && field !== null)
      .map(({ field }) => field as PersonField),
    unmappedColumns: head.columns.filter(({ field }) => field === null).map(({ heading }) => heading),
    ...body,
  }
}

export interface Head {
  headings: string[]
  columns: MatchedColumn[]
  /** The lines under the headings. */
  rows: Line[]
  /** Row number of the first of them. */
  firstRow: number
}

export interface Opening {
  bytes: number
  sha256: string
  format: string
  encoding: string
}

export async function openExtract(path: string): Promise<{ opening: Opening; lines: Line[] }> {
  const { table, bytes, sha256 } = await readTable(path)
  return { opening: { bytes, sha256, format: table.format, encoding: table.encoding }, lines: table.lines }
}

/** Finds the heading row (the first that is not blank) and matches it. Throws where it is missing or doubled. */
export function matchHead(lines: Line[], mapping: CheckOptions['mapping'], rivals: 'ask' | 'refuse'): Head {
  const place = lines.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headings = lines[place]?.cells ?? []
  if (
    headings.some(looksLikeData) ||
    !headings.some((heading) => isKnownHeading(heading) || Object.hasOwn(mapping, heading.trim()))
  ) {
    throw fileRefused(
      'no_headings',
      'The first row holds no heading we know. Put the names of the columns in the first row, such as Prison number, Name, CRD.',
    )
  }
  const rows = lines.slice(place + 1)
  if (rows.length === 0) throw fileRefused('empty_file', 'This file has headings and no rows under them.')
  return { headings, columns: matchHeadings(headings, { mapping, rivals }), rows, firstRow: place + 2 }
}

const looksLikeData = (text: string) => {
  const tidy = text.trim()
  return (
    isPrisonNumber(tidyPrisonNumber(tidy)) ||
    readNumericParts(tidy) !== null ||
    /^\d{4}-\d{2}-\d{2}/.test(tidy)
  )
}

/** The national service's screens put the number on a second line under the name. */
const isNumberUnderName = (heading: string) => heading.toLowerCase() === 'prisoner details'

export const sourceOf = (id: string | null, headings: readonly string[]) =>
  id === null ? guessSource(headings) : (IMPORT_SOURCES.find((source) => source.id === id) ?? null)

/** What was said beats what the stated source says, and both beat what the dates themselves show. */
export function orderOf(
  head: Head,
  { dateOrder, sourceId }: Pick<CheckOptions, 'dateOrder' | 'sourceId'>,
): SettledOrder {
  const stated = dateOrder ?? IMPORT_SOURCES.find((source) => source.id === sourceId)?.dateOrder
  if (stated !== null && stated !== undefined) return stated
  const dates = head.columns.filter(({ field }) => field !== null && findColumn(field)?.type === 'date')
  return settleDateOrder(dates.map(({ index }) => cellsOf(head.rows, index)))
}

function* cellsOf(rows: readonly Line[], index: number): Generator<string> {
  for (const { cells } of rows) {
    const cell = cells[index]
    if (cell !== undefined && cell.length >= 6) yield cell.trim()
  }
}

interface ColumnReader {
  column: MatchedColumn
  field: string
  read: Reader
}

function columnReaders(
  head: Head,
  order: DateOrder | 'unambiguous',
  { dateOrder, sourceId, today }: CheckOptions,
): ColumnReader[] {
  const orderStated = dateOrder !== null || (sourceId !== null && order !== 'unambiguous')
  const dates = { order: order === 'unambiguous' ? null : order, orderStated }
  return (
    head.columns
      .flatMap((column) => {
        const known = column.field === null ? null : findColumn(column.field)
        if (known === null) return []
        return [
          {
            column,
            field: known.field,
            read: remembered(readerFor(known.field, known.type, { today, dates }), known.type),
          },
        ]
      })
      // SLED speaks for SED and LED only where they say nothing, so it comes after them; so do lower ranks.
      .sort(
        (a, b) => Number(a.field === 'sled') - Number(b.field === 'sled') || a.column.rank - b.column.rank,
      )
  )
}

const MOST_REMEMBERED = 50_000
const REPEATS_LITTLE = new Set(['prison_number', 'crn', 'pnc', 'cro', 'text', 'name', 'email', 'integer'])

/** Dates and codes repeat down a column, and looking an answer up costs a tenth of reading it again. */
function remembered(read: Reader, type: string): Reader {
  if (REPEATS_LITTLE.has(type)) return read
  const answers = new Map<string, ReturnType<Reader>>()
  return (text) => {
    const before = answers.get(text)
    if (before !== undefined) return before
    const answer = read(text)
    if (answers.size < MOST_REMEMBERED) answers.set(text, answer)
    return answer
  }
}

function checkRows(head: Head, order: DateOrder | 'unambiguous', options: CheckOptions) {
  const checker = new RowChecker(head, columnReaders(head, order, options))
  const elsewhere: CheckedRow[] = []
  const checked: CheckedRow[] = []
  let rows = 0
  for (const [place, line] of head.rows.entries()) {
    if (line.broken === undefined && line.cells.every((cell) => cell.trim() === '')) continue
    rows += 1
    const result = checker.check(line, head.firstRow + place)
    if (result === null) continue
    if (isElsewhere(result.record, options.establishment)) elsewhere.push(result)
    else checked.push(result)
  }
  refuseElsewhere(head, elsewhere, checked.length, checker.refused, options.establishment)
  return { rows, checked, refused: checker.refused, warnings: checker.warnings }
}

/** A restricted patient is in hospital and stays with the prison that supports them, whatever place is written. */
const isElsewhere = (record: PersonRecord, establishment: string) =>
  typeof record.prison_code === 'string' &&
  record.prison_code !== establishment &&
  record.restricted_patient !== true &&
  record.supporting_prison !== establishment

function refuseElsewhere(
  head: Head,
  elsewhere: CheckedRow[],
  here: number,
  refused: Refusal[],
  establishment: string,
): void {
  if (elsewhere.length === 0) return
  const name = (code: string) => findPrison(code)?.name ?? code
  if (here === 0) {
    throw fileRefused(
      'other_establishment',
      `This extract is of ${name(elsewhere[0]?.record.prison_code ?? '')}. This store is for ${name(establishment)}.`,
    )
  }
  const heading = head.columns.find(({ field }) => field === 'prison_code')?.heading ?? null
  for (const { row, record } of elsewhere) {
    const code = record.prison_code ?? ''
    refused.push({
      row,
      column: heading,
      code: 'bad_value',
      message: `Held at ${name(code)}, not here: the row is left out.`,
      value: code,
    })
  }
}

/** Reads the rows of one file and keeps what it refuses. */
class RowChecker {
  readonly refused: Refusal[] = []
  readonly warnings: CheckedExtract['warnings'] = []
  readonly #head: Head
  readonly #readers: ColumnReader[]
  readonly #nameIndexes: Set<number>

  constructor(head: Head, readers: ColumnReader[]) {
    this.#head = head
    this.#readers = readers
    this.#nameIndexes = new Set(
      readers.filter(({ field }) => PERSON_NAMES.has(field)).map(({ column }) => column.index),
    )
  }

  /** The row's values, or null where it is refused whole. */
  check(line: Line, row: number): CheckedRow | null {
    const shape = this.#shapeProblem(line, row)
    if (shape !== null) {
      this.refused.push(shape)
      return null
    }
    const record: PersonRecord = {}
    const result: CheckedRow = { row, record }
    const before = this.refused.length
    for (const reader of this.#readers) this.#readCell(reader, line, result)
    const number = record.prison_number
    if (typeof number === 'string' && !isPrisonNumber(number)) {
      // The whole row goes, and is listed once.
      this.refused.length = before
      const heading = this.#readers.find(({ field }) => field === 'prison_number')?.column.heading ?? null
      this.refused.push({
        row,
        column: heading,
        code: 'bad_prison_number',
        message: explainPrisonNumber(number),
        value: number.slice(0, LONGEST_NAME),
      })
      return null
    }
    deriveFacts(record)
    return result
  }

  #shapeProblem({ cells, broken }: Line, row: number): Refusal | null {
    const headings = this.#head.headings.length
    const refuse = (
      code: Refusal['code'],
      column: string | null,
      message: string,
      value: string | null,
    ): Refusal => ({ row, column, code, message, value })
    if (broken !== undefined)
      return refuse('ragged_row', null, `In this row ${broken}, so its cells cannot be told apart.`, null)
    if (cells.length > headings) {
      return refuse(
        'ragged_row',
        null,
        `This row has ${cells.length} cells and there are ${headings} headings, so values may stand under the wrong one.`,
        cells.slice(headings).join(' ').slice(0, LONGEST_NAME),
      )
    }
    for (let index = 0; index < cells.length; index += 1) {
      const length = (cells[index] as string).length
      if (length <= LONGEST_NAME) continue
      const most = this.#nameIndexes.has(index) ? LONGEST_NAME : LONGEST_CELL
      if (length <= most) continue
      const heading = this.#head.columns[index]?.heading ?? columnLetter(index)
      return refuse(
        'too_long',
        heading,
        `This cell has ${length} characters; the most here is ${most}.`,
        `${(cells[index] as string).slice(0, LONGEST_NAME)}…`,
      )
    }
    return null
  }

  #readCell({ column, field, read }: ColumnReader, line: Line, result: CheckedRow): void {
    const cell = line.cells[column.index]
    if (cell === undefined || cell === '') return
    const text = cell.trim()
    if (text.length <= LONGEST_NULL_WORD && isNothing(text, field)) return
    if (field === 'full_name') return this.#readFullName(text, read, result)
    const record = result.record as Record<string, unknown>
    if (column.rank > 0 && record[field] !== undefined) return
    let value = read(text)
    if (value === undefined) return
    if (value instanceof Problem) {
      this.refused.push({
        row: result.row,
        column: column.heading,
        code: value.code,
        message: value.message,
        value: text.slice(0, LONGEST_NAME),
      })
      return
    }
    if (value instanceof Doubtful) {
      this.warnings.push({ row: result.row, column: column.heading, message: value.message })
      value = value.value
    }
    if (field === 'sled') {
      record['sed'] ??= value
      record['led'] ??= value
    } else if (typeof value === 'object' && value !== null) {
      record[field] = value.status
      if (value.indeterminate !== null) record['indeterminate'] ??= value.indeterminate
    } else {
      record[field] = value
    }
  }

  #readFullName(text: string, read: Reader, result: CheckedRow): void {
    const number = /[\r\n]+\s*([A-Za-z]\d{4}[A-Za-z]{2})\s*$/.exec(text)
    if (number !== null) result.record.prison_number ??= tidyPrisonNumber(number[1] as string)
    const tidy = read(number === null ? text : text.slice(0, number.index))
    if (typeof tidy === 'string') result.fullName = splitName(tidy)
  }
}

/** What says nothing. Somebody may be called Null or None, so names are compared as the lists write them. */
function isNothing(text: string, field: string): boolean {
  if (text === '') return true
  if (field === 'last_name' || field === 'first_name' || field === 'middle_names')
    return text === '-' || text === 'NULL' || text === 'N/A'
  return nullWords.has(text) || nullWords.has(text.toLowerCase())
}

/** Fields a column may be matched to, with their labels, as the matching page lists them. */
export const MATCHABLE_FIELDS: { field: string; label: string }[] = [
  { field: 'full_name', label: 'Name' },
  { field: 'sled', label: 'SLED' },
  ...Object.entries(PERSON_FIELDS).map(([field, { label }]) => ({ field, label })),
]

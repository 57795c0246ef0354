import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { NULL_WORDS } from '../../../../domain/reference/import-map.ts'
import type { CheckedExtract, CheckedRow, DateOrder, Line, MatchedColumn, Refusal } from './extract.ts'
import { deriveFacts } from './derive-facts.ts'
import { columnLetter, findColumn } from './match-headings.ts'
import { explainPrisonNumber, isPrisonNumber, tidyPrisonNumber } from './read-identifier.ts'
import { splitName } from './read-name.ts'
import { Doubtful, Problem, readerFor, type Reader } from './read-value.ts'

const LONGEST_NAME = 100
const LONGEST_CELL = 2000
const PERSON_NAMES = new Set(['last_name', 'first_name', 'middle_names', 'full_name'])

const nullWords = new Set(NULL_WORDS.flatMap((word) => [word, word.toLowerCase()]))
const LONGEST_NULL_WORD = Math.max(...NULL_WORDS.map((word) => word.length))
// One look at the first letter spares nearly every cell the look-up.
const nullLetters = new Set(Array.from(nullWords, (word) => word.charCodeAt(0) | 32))

interface ColumnReader {
  column: MatchedColumn
  field: string
  read: Reader
}

export interface RowRules {
  columns: readonly MatchedColumn[]
  order: DateOrder | 'unambiguous'
  /** The order was stated, by the user or by the source they named. */
  orderStated: boolean
  from1904: boolean
  today: CivilDate
  /** Blank cells at the end of a row are never there, as in workbooks. */
  blanksAreCut: boolean
}

function columnReaders({ columns, order, orderStated, from1904, today }: RowRules): ColumnReader[] {
  const dates = { order: order === 'unambiguous' ? null : order, orderStated, from1904 }
  return columns
    .flatMap((column) => {
      const known = column.field === null ? null : findColumn(column.field)
      if (known === null) return []
      const read = readerFor(known.field, known.type, { today, dates })
      return [{ column, field: known.field, read: remembered(skippingNothing(read, known.field)) }]
    })
    .sort(
      // SLED speaks for SED and LED only where they say nothing, so it comes after them; so do lower ranks.
      (a, b) => Number(a.field === 'sled') - Number(b.field === 'sled') || a.column.rank - b.column.rank,
    )
}

/** Trims, and asks the reader only where a cell says something. */
const skippingNothing =
  (read: Reader, field: string): Reader =>
  (cell) => {
    const text = cell.trim()
    return isNothing(text, field) ? undefined : read(text)
  }

/** What says nothing. Somebody may be called Null or None, so their names are compared as the lists write the words. */
function isNothing(text: string, field: string): boolean {
  if (text === '') return true
  if (text.length > LONGEST_NULL_WORD || !nullLetters.has(text.charCodeAt(0) | 32)) return false
  if (PERSON_NAMES.has(field)) return text === '-' || text === 'NULL' || text === 'N/A'
  return nullWords.has(text) || nullWords.has(text.toLowerCase())
}

const MOST_REMEMBERED = 50_000
/** With so many different values a column shows whether it repeats. */
const TRIAL = 4096

/** Most values of a list repeat down their column: each is read once, and kept in memory once. */
function remembered(read: Reader): Reader {
  let answers: Map<string, ReturnType<Reader>> | null = new Map()
  let asked = 0
  return (cell) => {
    if (answers === null) return read(cell)
    asked += 1
    const before = answers.get(cell)
    if (before !== undefined) return before
    const answer = read(cell)
    if (answers.size < MOST_REMEMBERED) answers.set(cell, answer)
    if (answers.size === TRIAL && asked < 2 * TRIAL) answers = null
    return answer
  }
}

/** Reads the rows of one file and keeps what it refuses. */
export class RowChecker {
  readonly refused: Refusal[] = []
  readonly warnings: CheckedExtract['warnings'] = []
  readonly #columns: readonly MatchedColumn[]
  readonly #readers: ColumnReader[]
  readonly #nameIndexes: Set<number>
  /** Fields a blank clears, with the columns that say so. */
  readonly #clearing: { field: string; index: number }[]
  readonly #blanksAreCut: boolean

  constructor(rules: RowRules) {
    this.#columns = rules.columns
    this.#blanksAreCut = rules.blanksAreCut
    this.#clearing = rules.columns.flatMap(({ field, index, clears }) =>
      clears && field !== null ? [{ field, index }] : [],
    )
    this.#readers = columnReaders(rules)
    this.#nameIndexes = new Set(
      this.#readers.filter(({ field }) => PERSON_NAMES.has(field)).map(({ column }) => column.index),
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
    if (this.#clearing.length > 0) this.#clearBlanks(line, record)
    const number = record.prison_number
    if (typeof number === 'string' && !isPrisonNumber(number)) {
      // The whole row goes, and is listed once.
      this.refused.length = before
      const column = this.#readers.find(({ field }) => field === 'prison_number')?.column ?? null
      const written = line.cells[column?.index ?? -1]?.trim() ?? ''
      this.refused.push({
        row,
        column: column?.heading ?? null,
        code: 'bad_prison_number',
        message: explainPrisonNumber(number),
        value: (written === '' ? number : written).slice(0, LONGEST_NAME),
      })
      return null
    }
    deriveFacts(record)
    return result
  }

  #shapeProblem({ cells, broken }: Line, row: number): Refusal | null {
    const headings = this.#columns.length
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
      const heading = this.#columns[index]?.heading ?? columnLetter(index)
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
    if (field === 'full_name') return this.#readFullName(cell, read, result)
    const record = result.record as Record<string, unknown>
    // Asked second, and the first has spoken, even if what it said could not be read.
    if (column.rank > 0 && field in record) return
    let value = read(cell)
    if (value === undefined) return
    if (value instanceof Problem) {
      this.refused.push({
        row: result.row,
        column: column.heading,
        code: value.code,
        message: value.message,
        value: cell.trim().slice(0, LONGEST_NAME),
      })
      record[field] = undefined
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

  /** A cell that is not there at all may have been lost; only one that is blank clears anything. */
  #clearBlanks({ cells }: Line, record: PersonRecord): void {
    for (const { field, index } of this.#clearing) {
      if (field in record || (index >= cells.length && !this.#blanksAreCut)) continue
      ;(record as Record<string, unknown>)[field] = null
    }
  }

  #readFullName(cell: string, read: Reader, result: CheckedRow): void {
    const number = /[\r\n]+\s*([A-Za-z]\d{4}[A-Za-z]{2})\s*$/.exec(cell)
    if (number !== null) result.record.prison_number ??= tidyPrisonNumber(number[1] as string)
    const tidy = read(number === null ? cell : cell.slice(0, number.index))
    if (typeof tidy === 'string') result.fullName = splitName(tidy)
  }
}

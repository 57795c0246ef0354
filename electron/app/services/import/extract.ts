import type { z } from 'zod'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { FILE_REFUSAL_CODES, refusal } from '../../../../domain/contract/import.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonField, PersonRecord } from '../../../../domain/model/person-record.ts'

export type Refusal = z.infer<typeof refusal>
export type FileRefusalCode = (typeof FILE_REFUSAL_CODES)[number]
export type DateOrder = 'day_first' | 'month_first'

/** Nothing of the file can be used. The code is in `fields.code`. */
export const fileRefused = (code: FileRefusalCode, message: string) =>
  new DeskError('file_refused', message, { code })

/** A file as a grid of text, before anybody asks what it means. */
export interface Table {
  /** `CSV, semicolons`, `XLSX` or `XLSX, first of 3 sheets`. */
  format: string
  /** `UTF-8`, `UTF-16 LE`…; of a workbook, `workbook`. */
  encoding: string
  /** The workbook counts its days from 1904, so its serial numbers mean other days than those of most. */
  from1904?: boolean
  /** Every line of the sheet, blank ones too, so that a line's place is its row number less one. */
  lines: Line[]
}

/** The cells of one line. `broken` says why they cannot be trusted. */
export interface Line {
  cells: string[]
  broken?: string
}

/** Where a column's values go. Two columns may fill one field: the one with the lower rank first. */
export interface MatchedColumn {
  index: number
  heading: string
  /** A `PersonField`, `full_name` or `sled`; null where the column is left out. */
  field: string | null
  label: string | null
  warning: string | null
  /** 0 is asked first; a column of rank 1 speaks only where that of rank 0 is blank. */
  rank: number
  /** Says less than the prison's own record: fills what is unknown and changes nothing. */
  weak: boolean
  /** Somebody said that a blank in it clears what is held; without that a blank says nothing. */
  clears: boolean
}

/** One row that can be read. It may still be refused once it is compared with the people in the store. */
export interface CheckedRow {
  /** As a spreadsheet shows it: the heading row is 1. */
  row: number
  record: PersonRecord
  /** The person in one cell, as `Surname, First` or `First Surname`, where the file has no separate columns. */
  fullName?: NameParts
}

export interface NameParts {
  last: string
  first: string | null
}

export interface CheckedExtract {
  name: string
  bytes: number
  sha256: string
  format: string
  encoding: string
  source: { id: string; name: string } | null
  /** The day the file itself says it speaks of. */
  statedAsAt: CivilDate | null
  dateOrder: DateOrder | 'unambiguous'
  columns: MatchedColumn[]
  /** Fields that fill what is unknown and change nothing: their column repeats another's record. */
  weakFields: PersonField[]
  unmappedColumns: string[]
  /** Rows that hold anything, the heading row left out. */
  rows: number
  /** Rows to compare, in the order of the file. */
  checked: CheckedRow[]
  refused: Refusal[]
  /** Things kept that look wrong, such as a PNC whose check letter fails. */
  warnings: { row: number; column: string; message: string }[]
}

import { basename } from 'node:path'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { IMPORT_SOURCES } from '../../../../domain/reference/import-map.ts'
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
import { RowChecker } from './check-rows.ts'
import { findColumn, guessSource, isKnownHeading, matchHeadings } from './match-headings.ts'
import { isPrisonNumber, tidyPrisonNumber } from './read-identifier.ts'
import { readNumericParts } from './read-date.ts'
import { readList, type ListSource } from './read-table.ts'
import { settleDateOrder, type SettledOrder } from './settle-date-order.ts'
import { statedAsAt } from './stated-as-at.ts'

export interface CheckOptions {
  from: ListSource
  /** What the list is called to the user; the file's own name where absent. */
  name?: string
  /** Heading → field, or null to leave the column out. Other headings are matched by name. */
  mapping: Readonly<Record<string, string | null>>
  /** Headings of the columns in which a blank clears what is held. Keys and names are never cleared. */
  clears?: readonly string[]
  /** Somebody is there to be asked who a row without a number is: a list of names and birth dates may come in too. */
  asksByName?: boolean
  /** A source that was stated: it also states its order of day and month. */
  sourceId: string | null
  dateOrder: DateOrder | null
  today: CivilDate
  /** Code of the establishment the store is for. */
  establishment: string
}

/** How far the reading of rows has come. */
export type OnProgress = (done: number, of: number) => void

/** Reads and checks a whole extract against itself. Throws `file_refused` where nothing of it can be used. */
export async function checkExtract(
  options: CheckOptions,
  onProgress: OnProgress = () => {},
): Promise<CheckedExtract> {
  const { opening, lines, from1904 } = await openExtract(options.from)
  const head = matchHead(lines, options.mapping, 'refuse', {
    blanksAreCut: opening.encoding === 'workbook',
    anyHeadings: 'text' in options.from,
  })
  if (!tellsPeopleApart(head.columns, options.asksByName ?? false)) {
    throw fileRefused(
      'no_headings',
      'No column is headed as a prison number or a CRN, so nobody in this file can be told apart. Check that the first row holds the headings.',
    )
  }
  const told = new Set(options.clears ?? [])
  for (const column of head.columns) column.clears = told.has(column.heading) && isClearable(column.field)
  const source = sourceOf(options.sourceId, head.headings)
  const order = orderOf(head, options)
  if (order === 'ask') {
    throw fileRefused(
      'ambiguous_date',
      'No date in this file settles whether the day or the month comes first. Say which, or name the source.',
    )
  }
  const body = checkRows(head, order, from1904, options, onProgress)
  return {
    ...opening,
    name: options.name ?? nameOf(options.from),
    source: source === null ? null : { id: source.id, name: source.name },
    statedAsAt: statedAsAt(options.name ?? nameOf(options.from), head.headings, head.rows, options.today),
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
  /** Blank cells at the end of a row are never there, as in workbooks. */
  blanksAreCut: boolean
}

export interface Opening {
  bytes: number
  sha256: string
  format: string
  encoding: string
}

/** What a list is called where nobody named it. */
export const nameOf = (from: ListSource): string => ('path' in from ? basename(from.path) : 'Pasted table')

export async function openExtract(
  from: ListSource,
): Promise<{ opening: Opening; lines: Line[]; from1904: boolean }> {
  const { table, bytes, sha256 } = await readList(from)
  const { format, encoding, lines, from1904 = false } = table
  return { opening: { bytes, sha256, format, encoding }, lines, from1904 }
}

/** Finds the heading row (the first that is not blank) and matches it. Throws where it is missing or doubled. */
export function matchHead(
  lines: Line[],
  mapping: CheckOptions['mapping'],
  rivals: 'ask' | 'refuse',
  { blanksAreCut = false, anyHeadings = false }: { blanksAreCut?: boolean; anyHeadings?: boolean } = {},
): Head {
  const place = lines.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headings = lines[place]?.cells ?? []
  const known = headings.filter(
    (heading) => isKnownHeading(heading) || Object.hasOwn(mapping, heading.trim()),
  )
  if (
    !anyHeadings &&
    (headings.some(looksLikeData) ||
      known.length === 0 ||
      (known.length === 1 && lowerHeadings(lines, place) !== null))
  ) {
    throw fileRefused('no_headings', noHeadings(lines, place))
  }
  const rows = lines.slice(place + 1)
  if (rows.length === 0) throw fileRefused('empty_file', 'This file has headings and no rows under them.')
  return {
    headings,
    columns: matchHeadings(headings, { mapping, rivals }),
    rows,
    firstRow: place + 2,
    blanksAreCut,
  }
}

const ROWS_OF_TITLES = 30

/** The row that holds the headings of a report with titles above its list; null where none of the first rows does. */
function lowerHeadings(lines: readonly Line[], from: number): number | null {
  const place = lines
    .slice(0, from + ROWS_OF_TITLES)
    .findIndex(({ cells }, at) => at > from && cells.filter(isKnownHeading).length > 1)
  return place === -1 ? null : place
}

function noHeadings(lines: readonly Line[], first: number): string {
  const lower = lowerHeadings(lines, first)
  if (lower !== null) {
    return `The headings of this list stand in row ${lower + 1}, below other lines. Delete the rows above them, so that the headings come first, and choose the file again.`
  }
  const say =
    'The first row holds no heading we know. Put the names of the columns in the first row, such as Prison number, Name, CRD.'
  const [only = ''] = lines[first]?.cells ?? []
  return /[|^~]/.test(only) && only.split(/[|^~]/).some(isKnownHeading)
    ? `The columns of this file are parted by a sign we do not read. Save it with commas, semicolons or tabs.`
    : say
}

const looksLikeData = (text: string) => {
  const tidy = text.trim()
  return (
    isPrisonNumber(tidyPrisonNumber(tidy)) ||
    readNumericParts(tidy) !== null ||
    /^\d{4}-\d{2}-\d{2}/.test(tidy)
  )
}

function tellsPeopleApart(columns: readonly MatchedColumn[], asksByName: boolean): boolean {
  const has = (...fields: string[]) => columns.some(({ field }) => field !== null && fields.includes(field))
  return (
    has('prison_number', 'crn') ||
    columns.some(({ heading }) => isNumberUnderName(heading)) ||
    (asksByName && has('last_name', 'full_name') && has('date_of_birth'))
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
  return settleDateOrder(
    head.rows,
    dates.map(({ index }) => index),
  )
}

/** Rows between two words on how far the reading has come. */
const PROGRESS_ROWS = 2000

function checkRows(
  head: Head,
  order: DateOrder | 'unambiguous',
  from1904: boolean,
  options: CheckOptions,
  onProgress: OnProgress,
) {
  const { dateOrder, sourceId, today } = options
  const { blanksAreCut } = head
  const orderStated = dateOrder !== null || (sourceId !== null && order !== 'unambiguous')
  const checker = new RowChecker({ columns: head.columns, order, orderStated, from1904, today, blanksAreCut })
  const elsewhere: CheckedRow[] = []
  const checked: CheckedRow[] = []
  const short: number[] = []
  let rows = 0
  for (const [place, line] of head.rows.entries()) {
    if (place % PROGRESS_ROWS === 0) onProgress(place, head.rows.length)
    if (line.broken === undefined && line.cells.every((cell) => cell.trim() === '')) continue
    rows += 1
    const result = checker.check(line, head.firstRow + place)
    if (result === null) continue
    if (line.cells.length < head.columns.length) short.push(result.row)
    if (isElsewhere(result.record, options.establishment)) elsewhere.push(result)
    else checked.push(result)
  }
  refuseElsewhere(head, elsewhere, checked.length, checker.refused, options.establishment)
  return {
    rows,
    checked,
    refused: checker.refused,
    warnings: [...checker.warnings, ...shortRows(head, short, rows)],
  }
}

/** Programs that leave blanks out at the ends of rows do so in many; one that is short among many that are not lost a cell. */
const FEW_SHORT = 0.1

function shortRows(head: Head, short: readonly number[], rows: number): CheckedExtract['warnings'] {
  const last = head.columns.at(-1)?.heading ?? ''
  if (head.blanksAreCut || short.length > rows * FEW_SHORT) return []
  const message =
    'This row has fewer cells than there are headings, and others do not. If one was lost before the last, values stand under the wrong heading.'
  return short.map((row) => ({ row, column: last, message }))
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

const NEVER_CLEARED = new Set(['prison_number', 'last_name', 'first_name'])

/** Whether a blank may be told to clear a field: not what a person is known by. */
const mayClear = (field: string): boolean => !NEVER_CLEARED.has(field)

/** Fields a column may be matched to, with their labels, as the matching page lists them. */
export const MATCHABLE_FIELDS: { field: string; label: string; mayClear: boolean }[] = [
  { field: 'full_name', label: 'Name', mayClear: false },
  { field: 'sled', label: 'SLED', mayClear: false },
  ...Object.entries(PERSON_FIELDS).map(([field, { label }]) => ({ field, label, mayClear: mayClear(field) })),
]

const CLEARABLE = new Set(MATCHABLE_FIELDS.filter((each) => each.mayClear).map(({ field }) => field))
const isClearable = (field: string | null): boolean => field !== null && CLEARABLE.has(field)

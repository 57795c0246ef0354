import { createHash } from 'node:crypto'
import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import type { Actor, Instant, Store, WriteDb } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { PERSON_FIELDS } from '../../../../domain/model/person-record.ts'
import type { CheckedExtract, DateOrder } from './extract.ts'
import type { InspectedExtract } from './inspect-extract.ts'
import { findColumn } from './match-headings.ts'

/** How somebody matched the columns of a kind of list otherwise than their headings say. */
export interface ColumnsByHand {
  mapping: Readonly<Record<string, string | null>>
  /** The kind of list it was said to be; left out where that is what its headings say. */
  kind?: string | null | undefined
  dateOrder: DateOrder | null
}

interface Remembered extends ColumnsByHand {
  userId: string
  at: Instant
}

/** A list of the same headings, in whatever order, is the same kind of list. */
function keyOf(headings: readonly string[]): string {
  const all = headings.map((heading) => heading.trim().toLowerCase()).sort()
  return `columns ${createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32)}`
}

/**
 * What a page says of the columns, without what only repeats the headings: those keep their own standing. A column left out is
 * always said, for one of two alike is left out before anybody is asked.
 */
export function toldByHand(
  matched: Readonly<Record<string, string | null>>,
  mapping: Readonly<Record<string, string | null>>,
): Record<string, string | null> {
  const changed = changedByHand(matched, mapping)
  for (const [heading, field] of Object.entries(mapping)) if (field === null) changed[heading] = null
  return changed
}

/** The matches that are otherwise than the headings themselves say. */
function changedByHand(
  matched: Readonly<Record<string, string | null>>,
  mapping: Readonly<Record<string, string | null>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(mapping).filter(
      ([heading, field]) => !Object.hasOwn(matched, heading) || matched[heading] !== field,
    ),
  )
}

/** What was said by hand; null where every column and the list are what the headings say and no order was asked for. */
export function columnsByHand(
  matched: Readonly<Record<string, string | null>>,
  { mapping, kind, dateOrder }: ColumnsByHand,
): ColumnsByHand | null {
  const own = changedByHand(matched, mapping)
  if (Object.keys(own).length === 0 && kind === undefined && dateOrder === null) return null
  return { mapping: own, dateOrder, ...(kind === undefined ? {} : { kind }) }
}

/** Remembers how a kind of list was matched, in the transaction that imports it. */
export function rememberColumns(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  { columns }: Pick<CheckedExtract, 'columns'>,
  byHand: ColumnsByHand,
): void {
  const value: Remembered = { ...byHand, userId: actor.userId, at }
  saveSetting(db, actor, at, keyOf(columns.map(({ heading }) => heading)), value)
}

/** What was inspected, with the columns as they were matched the last time a list of the same headings came in. */
export function inspectedShown(
  store: Store,
  name: string,
  { format, encoding, rows, source, asAt, dateOrder, columns }: InspectedExtract,
): Omit<OutputOf<'import.inspect'>, 'fields' | 'kinds'> {
  const known = readSetting(store.read, keyOf(columns.map(({ heading }) => heading))) as
    | Remembered
    | undefined
  const fieldOf = (heading: string, own: string | null): string | null => {
    if (known === undefined || !Object.hasOwn(known.mapping, heading)) return own
    const field = known.mapping[heading] ?? null
    // A field of an older program may be there no more.
    return field === null || findColumn(field) !== null ? field : own
  }
  return {
    name,
    format,
    encoding,
    rows,
    source,
    asAt,
    dateOrder,
    remembered:
      known === undefined
        ? null
        : {
            at: known.at,
            by: listUsers(store.read).find(({ id }) => id === known.userId)?.name ?? 'somebody',
            dateOrder: known.dateOrder,
            ...(known.kind === undefined ? {} : { kind: known.kind }),
          },
    columns: columns.map(({ heading, field, samples, warning, rank }) => {
      const shown = fieldOf(heading, field)
      return {
        heading,
        field: shown,
        label: shown === null ? null : (findColumn(shown)?.label ?? shown),
        samples,
        warning: shown === field ? warning : null,
        yields:
          shown === field &&
          field !== null &&
          columns.some((other) => other.field === field && other.rank < rank),
      }
    }),
  }
}

/** Fewer than this are mistakes of a few cells, not of a column. */
const AT_LEAST = 5

/** Columns most of whose cells are not what their field holds: likelier matched wrongly than wrong in every row. */
export function doubtfulColumns({
  columns,
  refused,
  rows,
}: Pick<
  CheckedExtract,
  'columns' | 'refused' | 'rows'
>): OutputOf<'import.preview'>['files'][number]['doubtfulColumns'] {
  return columns.flatMap(({ heading, field }) => {
    if (field === null) return []
    const failed = refused.filter(({ column, code }) => column === heading && VALUE_CODES.has(code)).length
    if (failed < AT_LEAST || failed * 2 < rows) return []
    const label = findColumn(field)?.label ?? PERSON_FIELDS[field as keyof typeof PERSON_FIELDS].label
    return [{ heading, label, failed, rows }]
  })
}

const VALUE_CODES: ReadonlySet<string> = new Set([
  'bad_value',
  'bad_date',
  'impossible_date',
  'bad_prison_number',
])

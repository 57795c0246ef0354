import {
  IMPORT_COLUMNS,
  IMPORT_SOURCES,
  type ImportColumn,
  type ImportSource,
} from '../../../../domain/reference/import-map.ts'
import { fileRefused, type MatchedColumn } from './extract.ts'

/** Headings are compared without case, spaces and punctuation. */
export const bareHeading = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const byHeading = new Map<string, ImportColumn>()
for (const column of IMPORT_COLUMNS) {
  for (const name of [column.label, column.field, ...column.aliases]) byHeading.set(bareHeading(name), column)
}
const byField = new Map(IMPORT_COLUMNS.map((column) => [column.field, column]))

export const findColumn = (field: string): ImportColumn | null => byField.get(field) ?? null
export const isKnownHeading = (text: string): boolean => byHeading.has(bareHeading(text))

/** Where one source has two columns for one field, the first named here is asked first, the second where it is blank. */
const PRECEDENCE: Record<string, readonly RegExp[]> = {
  prison_number: [/^(?!offenderprisonnumber$)/, /^offenderprisonnumber$/],
  thd: [/^(?!currenttargetdatereview$)/, /^currenttargetdatereview$/],
  sentence_length: [/^(?!effective)/, /^effective/],
}
// NOMIS keeps what it calculated beside what somebody put in its place, and the second is the date that holds.
const OVERRIDE = [/overrid/, /^(?!.*(overrid|calculated))/, /calculated/] as const

/** Whether a heading repeats, at second hand and in fewer words, what the prison's own record says. */
function isSecondHand(heading: string, all: ReadonlySet<string>): boolean {
  // Delius repeats the release date; a parole list says only Life or IPP where NOMIS has a status.
  return heading === 'expectedrelease' || (heading === 'sentencetype' && all.has('reviewdate'))
}

const BARE_RELEASE = new Set(['releasedate', 'currentreleasedate', 'dischargedate'])

export interface HeadingOptions {
  /** Heading → field, or null to leave the column out. */
  mapping: Readonly<Record<string, string | null>>
  /** `ask` leaves the second of two rival columns out with a warning; `refuse` throws. */
  rivals: 'ask' | 'refuse'
}

/** Matches each heading with a field. Throws `duplicate_heading` where a heading stands twice. */
export function matchHeadings(
  headings: readonly string[],
  { mapping, rivals }: HeadingOptions,
): MatchedColumn[] {
  refuseDoubled(headings)
  const chosen = new Map(Object.entries(mapping).map(([heading, field]) => [bareHeading(heading), field]))
  const all = new Set(headings.map(bareHeading))
  const columns = headings.map((heading, index): MatchedColumn => {
    const bare = bareHeading(heading)
    const told = chosen.get(bare)
    const column =
      told === undefined ? (byHeading.get(bare) ?? null) : told === null ? null : findColumn(told)
    const name = heading.trim() === '' ? `Column ${columnLetter(index)}` : heading.trim()
    return {
      index,
      heading: name,
      field: column?.field ?? null,
      label: column?.label ?? null,
      warning: null,
      rank: 0,
      weak: told === undefined && isSecondHand(bare, all),
      clears: false,
    }
  })
  settleRivals(columns, chosen, rivals)
  return columns
}

function refuseDoubled(headings: readonly string[]): void {
  const seen = new Map<string, number>()
  for (const [index, heading] of headings.entries()) {
    const bare = bareHeading(heading)
    if (bare === '') continue
    const before = seen.get(bare)
    if (before !== undefined) {
      throw fileRefused(
        'duplicate_heading',
        `Two columns, ${columnLetter(before)} and ${columnLetter(index)}, are headed “${heading.trim()}”. Rename or delete one of them.`,
      )
    }
    seen.set(bare, index)
  }
}

function settleRivals(
  columns: MatchedColumn[],
  chosen: Map<string, string | null>,
  rivals: 'ask' | 'refuse',
): void {
  for (const field of new Set(columns.map((column) => column.field))) {
    if (field === null) continue
    let group = columns.filter((column) => column.field === field)
    // What was chosen by hand beats what was matched by name.
    const byHand = group.filter((column) => chosen.has(bareHeading(column.heading)))
    if (byHand.length > 0 && byHand.length < group.length) {
      for (const column of group)
        if (!byHand.includes(column)) leaveOut(column, `“${byHand[0]?.heading}” was chosen for it.`)
      group = byHand
    }
    if (field === 'confirmed_release_date') group = settleReleaseDate(group)
    if (group.length > 1) rank(field, group, rivals)
  }
}

/** A column headed only “release date” stands back where another says that the date is confirmed. */
function settleReleaseDate(group: MatchedColumn[]): MatchedColumn[] {
  const bare = group.filter((column) => BARE_RELEASE.has(bareHeading(column.heading)))
  const better = group.filter((column) => !bare.includes(column))
  if (better.length > 0) {
    for (const column of bare) leaveOut(column, `“${better[0]?.heading}” says more.`)
    return better
  }
  for (const column of bare)
    column.warning =
      'The heading does not say which release date this is. It is read as the confirmed one: leave it out if it is not.'
  return bare
}

function rank(field: string, group: MatchedColumn[], rivals: 'ask' | 'refuse'): void {
  const order = PRECEDENCE[field] ?? OVERRIDE
  for (const column of group)
    column.rank = order.findIndex((pattern) => pattern.test(bareHeading(column.heading)))
  group.sort((a, b) => a.rank - b.rank)
  let before: MatchedColumn | undefined
  for (const column of group) {
    if (before === undefined || before.rank !== column.rank) {
      before = column
      continue
    }
    if (rivals === 'refuse') {
      throw fileRefused(
        'duplicate_heading',
        `“${before.heading}” and “${column.heading}” are both ${column.label}. Say which to use with a map, or delete one.`,
      )
    }
    leaveOut(column, `“${before.heading}” is ${before.label} too: choose one of them.`)
  }
}

function leaveOut(column: MatchedColumn, warning: string): void {
  column.field = null
  column.label = null
  column.warning = warning
}

/** `A`, `B`… `AA`, as a spreadsheet names its columns. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

/** The known source whose headings are most like these, if more than half of both are the same. */
export function guessSource(headings: readonly string[]): ImportSource | null {
  const mine = new Set(headings.map(bareHeading).filter((bare) => bare !== ''))
  let best: ImportSource | null = null
  let most = 0.5
  for (const source of IMPORT_SOURCES) {
    const theirs = new Set(source.headings.map(bareHeading))
    const shared = [...mine].filter((bare) => theirs.has(bare)).length
    // Extra columns of the unit's own are common, so what the source would have counts for more than what it would not.
    const likeness = (2 * shared) / (mine.size + theirs.size)
    if (likeness > most) {
      best = source
      most = likeness
    }
  }
  return best
}

import type { Sheet, SheetLayout, SheetPart, SheetRow } from './sheet.ts'
import { linesOf, shortened, type Words } from './text-width.ts'

/** A part before it is known how much of it the page holds. */
export interface DraftPart extends Omit<SheetPart, 'more'> {
  /** How many there are in all; `rows` may be only the first of them. */
  total: number
  /** Rows that come before any further row of another part. */
  least: number
  /** Where the rest stands: `on Today`; or where each of them does, in their order, those past `rows` too. */
  where: string | readonly string[]
}

export interface DraftSheet extends Omit<Sheet, 'blocks' | 'noteLines'> {
  blocks: DraftPart[][]
  /** Fewer lines to write on are no notes. */
  leastNotes: number
}

// In points, as the styles of the page have them: 182 mm by 275 mm between the margins.
const WIDTH = 515.9
const HEIGHT = 779.5
const BETWEEN = 20
const HALF = (WIDTH - BETWEEN) / 2
const BODY = 10.5
const LINE = 13.5
const SMALL = 9
const SMALL_LINE = 11.5
const ROW_EDGES = 5.6
const EDGE = 17
const TITLE = 31
const PART_HEAD = 27
const MORE_EDGE = 3
const NOTE_LINE = 19
const FOOT_EDGES = 8
const FOOT_LINE = 10
const SIGN = 38
/** Letters may differ by a hair between fonts: a few lines more than counted still fit. */
const SPARE = 16

/** Columns of each layout: the main one, and the one beside it. */
const WHEN = 64
const COLUMNS: Record<SheetLayout, { main: number; aside: number }> = {
  first: { main: WIDTH - 18 - 180 - 10, aside: 180 },
  meetings: { main: WIDTH - WHEN - 130 - 105 - 24, aside: 130 },
  week: { main: WIDTH - WHEN - 130 - 16, aside: 130 },
  list: { main: HALF - 54, aside: 0 },
  changes: { main: HALF, aside: 0 },
}

const body = (text: string, bold = false): Words => ({ text, size: BODY, bold })
const small = (text: string): Words => ({ text, size: SMALL })

/** No row takes more than a few lines, whatever somebody typed. */
function tidied(layout: SheetLayout, row: SheetRow): SheetRow {
  const { main, aside } = COLUMNS[layout]
  const most = layout === 'first' ? 3 : 2
  return {
    ...row,
    name: shortened(body(row.name, true), main, 1),
    text: shortened(body(row.text), main, most),
    was: shortened(small(row.was), main, 1),
    now: shortened(body(row.now), main, 1),
    second: shortened(layout === 'changes' ? small(row.second) : body(row.second), main, most),
    aside: aside === 0 ? row.aside : shortened(small(row.aside), aside, most),
  }
}

function rowHeight(layout: SheetLayout, row: SheetRow): number {
  const { main, aside } = COLUMNS[layout]
  const { when, name, number, mark, text, was, now, second } = row
  const first = linesOf([body(name, true), body(number), small(mark), body(text), body(was), body(now)], main)
  const next =
    layout === 'changes' ? linesOf([small(second)], main) * SMALL_LINE : linesOf([body(second)], main) * LINE
  const beside = aside === 0 ? 0 : linesOf([small(row.aside)], aside) * SMALL_LINE
  return Math.max(first * LINE + next, beside, linesOf([body(when, true)], WHEN) * LINE) + ROW_EDGES
}

interface Measured {
  draft: DraftPart
  rows: SheetRow[]
  heights: number[]
  says: number
  width: number
}

function measured(draft: DraftPart, half: boolean): Measured {
  const rows = draft.rows.map((row) => tidied(draft.layout, row))
  const width = half ? HALF : WIDTH
  const says = linesOf([small(draft.says)], width)
  return {
    draft,
    width,
    rows,
    heights: rows.map((row) => rowHeight(draft.layout, row)),
    says: says * SMALL_LINE + (says === 0 ? 0 : 4),
  }
}

function partHeight({ draft, heights, says, width }: Measured, count: number): number {
  const shown = heights.slice(0, count).reduce((sum, height) => sum + height, 0)
  const empty = draft.total === 0 ? LINE + ROW_EDGES : 0
  const more = linesOf([small(moreWords(draft, count))], width)
  return PART_HEAD + says + shown + empty + more * SMALL_LINE + (more === 0 ? 0 : MORE_EDGE)
}

/** `and 27 more: 14 in Handovers, tasks overdue; 9 in Case notes`: whoever looks finds as many there as it says. */
function moreWords({ total, where }: DraftPart, shown: number): string {
  if (total <= shown) return ''
  const counts = new Map<string, number>()
  for (const place of typeof where === 'string' ? [] : where.slice(shown))
    counts.set(place, (counts.get(place) ?? 0) + 1)
  const count = `${shown === 0 ? '' : 'and '}${total - shown}${shown === 0 ? '' : ' more'}`
  const places = typeof where === 'string' ? [where] : [...counts.keys()]
  if (places.length === 1) return `${count}, ${places[0]}`
  return `${count}: ${places.map((place) => `${counts.get(place)} ${place}`).join('; ')}`
}

/**
 * The sheet with as many rows of each part as one A4 page holds: first the least of each, the longest
 * cut where that is too much; then one more of each in turn, in the order of the parts. What no row fills is lines to write on.
 */
export function fitSheet({ blocks, leastNotes, ...draft }: DraftSheet): Sheet {
  const rows = blocks.map((parts) => parts.map((part) => measured(part, parts.length > 1)))
  const parts = rows.flat()
  const count = new Map(
    parts.map((part) => [part, Math.min(part.draft.least, part.rows.length)] as [Measured, number]),
  )
  const shown = (part: Measured) => count.get(part) ?? 0
  const lead = linesOf([body(draft.lead)], WIDTH)
  const foot = linesOf([{ text: draft.foot, size: 8 }], WIDTH - 60)
  const fixed =
    EDGE +
    TITLE +
    lead * LINE +
    FOOT_EDGES +
    foot * FOOT_LINE +
    (draft.sign === '' ? 0 : SIGN) +
    (leastNotes === 0 ? 0 : PART_HEAD) +
    SPARE
  const left = () =>
    HEIGHT -
    fixed -
    rows.reduce((sum, block) => sum + Math.max(...block.map((part) => partHeight(part, shown(part)))), 0)
  const fits = () => left() >= leastNotes * NOTE_LINE

  // Too much even so: the longest part gives a row each time, of two as long the later. The first gives its own last of all.
  const [first, ...others] = parts
  while (!fits()) {
    let longest = first
    for (const part of others)
      if (shown(part) > 0 && (longest === first || longest === undefined || shown(part) >= shown(longest)))
        longest = part
    if (longest === undefined || shown(longest) === 0) break
    count.set(longest, shown(longest) - 1)
  }
  let growing = parts
  while (growing.length > 0) {
    growing = growing.filter((part) => {
      const before = shown(part)
      if (before >= part.rows.length) return false
      count.set(part, before + 1)
      if (fits()) return true
      count.set(part, before)
      return false
    })
  }
  const noteLines = leastNotes === 0 ? 0 : Math.max(0, Math.floor(left() / NOTE_LINE))
  return {
    ...draft,
    noteLines,
    blocks: rows.map((block) =>
      block.map((part) => {
        const { total: _total, least: _least, where: _where, ...rest } = part.draft
        return {
          ...rest,
          rows: part.rows.slice(0, shown(part)),
          more: moreWords(part.draft, shown(part)),
        }
      }),
    ),
  }
}

import type { CivilDate } from '../dates/civil-date.ts'

export const SHEET_KINDS = ['morning', 'friday'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

export const SHEET_NAMES: Readonly<Record<SheetKind, string>> = {
  morning: 'Morning sheet',
  friday: 'Friday close',
}

/**
 * How the rows of a part are laid: `first` a box to tick, who and what, why; `meetings` when, who and what, with whom, boxes;
 * `week` when, who and what, with whom; `list` who and what, days; `changes` who, was and now, why.
 */
export const SHEET_LAYOUTS = ['first', 'meetings', 'week', 'list', 'changes'] as const
export type SheetLayout = (typeof SHEET_LAYOUTS)[number]

export interface SheetRow {
  /** Null where the row is about a colleague. */
  personId: string | null
  /** `2pm`, `Wed 25`; empty where the layout has none. */
  when: string
  name: string
  /** Prison number and location, or empty. */
  number: string
  /** `covering`, or whose case it is on a sheet of the unit. */
  mark: string
  /** On the line of the name. */
  text: string
  /** A former value, printed struck through, and the one in its place. */
  was: string
  now: string
  /** On the line after it. */
  second: string
  /** With whom, or why it is in this place. */
  aside: string
  days: number | null
  /** Boxes to tick by hand, by their words. */
  boxes: string[]
}

export interface SheetPart {
  key: string
  layout: SheetLayout
  title: string
  /** At the right of the title: `days`, `and why`. */
  note: string
  /** Under the title, before the rows; empty where nothing has to be said first. */
  says: string
  rows: SheetRow[]
  /** Said where there are no rows. */
  empty: string
  /** `and 4 more, on Today`; empty where every row is on the page. */
  more: string
}

export interface Sheet {
  kind: SheetKind
  today: CivilDate
  title: string
  /** The day and how much there is, in a sentence or two. */
  lead: string
  establishment: string
  /** Each is one part over the whole width, or two side by side. */
  blocks: SheetPart[][]
  /** Lines to write on. */
  noteLines: number
  /** Who signs; empty where nobody does. */
  sign: string
  foot: string
}

export const EMPTY_ROW: SheetRow = {
  personId: null,
  when: '',
  name: '',
  number: '',
  mark: '',
  text: '',
  was: '',
  now: '',
  second: '',
  aside: '',
  days: null,
  boxes: [],
}

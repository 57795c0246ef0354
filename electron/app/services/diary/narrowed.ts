import {
  CALENDAR_FILTERS,
  hiddenKinds,
  isWorkKind,
  KIND_GROUPS,
  NO_CALENDAR_FILTERS,
  type CalendarFilter,
  type CalendarFilters,
  type CalendarKind,
} from '../../../../domain/calendar/calendar-filters.ts'
import type { Scope } from '../../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { FILTER_VALUES } from '../caseload/caseload-values.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import type { DiaryIndex, Entry } from './diary-index.ts'
import type { OpenWork } from './work-events.ts'

/** An index seen through somebody's filters. */
export interface Narrowed {
  hidden: ReadonlySet<CalendarKind>
  entriesOn: (date: CivilDate) => readonly Entry[]
  workOn: (date: CivilDate) => readonly OpenWork[]
  /** Empty where windows, or meetings to book, are hidden. */
  windows: readonly Entry[]
  isShown: (entry: Entry) => boolean
}

const NOTHING: readonly never[] = []

export function narrow(index: DiaryIndex, filters: CalendarFilters, scope: Scope): Narrowed {
  const hidden = hiddenKinds(filters, scope)
  const isOf = personTest(filters)
  const isShown = (entry: Entry) => !hidden.has(entry.shape) && isOf(entry.one)
  const wantsWork = KIND_GROUPS.some(({ kinds }) =>
    kinds.some((kind) => isWorkKind(kind) && !hidden.has(kind)),
  )
  return {
    hidden,
    isShown,
    entriesOn: (date) => index.byDay.get(date)?.filter(isShown) ?? NOTHING,
    workOn: (date) =>
      wantsWork
        ? (index
            .workByDay()
            .get(date)
            ?.filter((work) => !hidden.has(work.shape) && isOf(work.one)) ?? NOTHING)
        : NOTHING,
    windows: hidden.has('windows') ? NOTHING : index.windows.filter(isShown),
  }
}

function personTest(filters: CalendarFilters): (one: UnitCase) => boolean {
  const wanted = CALENDAR_FILTERS.flatMap((filter) => {
    const value = filters[filter]
    return value === null ? [] : [[FILTER_VALUES[filter], value] as const]
  })
  return wanted.length === 0 ? () => true : (one) => wanted.every(([of, value]) => of(one) === value)
}

type Choices = Record<CalendarFilter, string[]>
const choices = new WeakMap<readonly UnitCase[], Choices>()

/** The values each filter may take among these cases, in order. */
export function choicesAmong(cases: readonly UnitCase[]): Choices {
  let known = choices.get(cases)
  if (known === undefined) {
    const valuesOf = (filter: CalendarFilter) =>
      [...new Set(cases.map(FILTER_VALUES[filter]))].sort((a, b) => a.localeCompare(b, 'en-GB'))
    known = { pom: valuesOf('pom'), wing: valuesOf('wing'), region: valuesOf('region') }
    choices.set(cases, known)
  }
  return known
}

/** Filters that can find somebody: a value nobody in scope has any more, or not in this scope, is let go. */
export function standingFilters(filters: CalendarFilters | undefined, known: Choices): CalendarFilters {
  if (filters === undefined) return NO_CALENDAR_FILTERS
  const standing = { ...filters }
  for (const filter of CALENDAR_FILTERS) {
    const value = standing[filter]
    if (value !== null && !known[filter].includes(value)) standing[filter] = null
  }
  return standing
}

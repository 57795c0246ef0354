import {
  CASELOAD_COLUMNS,
  CASELOAD_FILTERS,
  CASELOAD_SORTS,
  CASELOAD_VIEWS,
  type CaseloadColumn,
  type CaseloadFilter,
  type CaseloadQuery,
  type CaseloadSort,
} from '../../../domain/model/caseload-query.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useUi } from '../../state/ui-store.ts'

export const LIST = 'caseload'
const NONE: Readonly<Record<string, string>> = {}

export type SavedView = OutputOf<'caseload.views'>[number]

/** What is looked at, as the page keeps it while the window is unlocked: going back finds it as it was. */
export interface CaseloadState extends CaseloadQuery {
  find: string
  page: number
  hidden: readonly CaseloadColumn[]
}

/** What does not fit beside the rest on a usual screen, until somebody asks for it. */
const USUALLY_HIDDEN = 'crn region'

const among = <T extends string>(all: readonly T[], text: string | undefined): T | null =>
  all.find((each) => each === text) ?? null

function readState(kept: Readonly<Record<string, string>>): CaseloadState {
  const filters: CaseloadQuery['filters'] = {}
  for (const key of CASELOAD_FILTERS) if (kept[key]) filters[key] = kept[key]
  const by = among(CASELOAD_SORTS, kept['sort'])
  return {
    find: kept['find'] ?? '',
    page: Number(kept['page'] ?? 1),
    view: among(CASELOAD_VIEWS, kept['view']) ?? 'all',
    filters,
    sort: by === null ? null : { by, down: kept['down'] === 'yes' },
    hidden: (kept['hidden'] ?? USUALLY_HIDDEN)
      .split(' ')
      .flatMap((key) => among(CASELOAD_COLUMNS, key) ?? []),
  }
}

function keep({ find, page, view, filters, sort, hidden }: CaseloadState): Record<string, string> {
  return {
    find,
    page: String(page),
    view,
    ...filters,
    ...(sort === null ? {} : { sort: sort.by, down: sort.down ? 'yes' : 'no' }),
    hidden: hidden.join(' '),
  }
}

export interface CaseloadControls {
  state: CaseloadState
  /** Changes what is looked at; anything but the page begins at the first. */
  change: (change: Partial<CaseloadState>) => void
  filter: (key: CaseloadFilter, value: string) => void
  sortBy: (by: CaseloadSort) => void
}

export function useCaseload(): CaseloadControls {
  const state = readState(useUi((ui) => ui.lists[LIST] ?? NONE))
  const setList = useUi((ui) => ui.setList)
  const change = (next: Partial<CaseloadState>) => setList(LIST, keep({ ...state, page: 1, ...next }))
  return {
    state,
    change,
    filter: (key, value) => {
      const { [key]: _, ...others } = state.filters
      change({ filters: value === '' ? others : { ...others, [key]: value } })
    },
    // Up, then down, then as the list comes.
    sortBy: (by) =>
      change({
        sort: state.sort?.by !== by ? { by, down: false } : state.sort.down ? null : { by, down: true },
      }),
  }
}

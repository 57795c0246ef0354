import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Flag } from '../../../../domain/model/plan.ts'
import type { ToRearrange } from '../meetings/rearrange-of.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import type { Com } from './com-state.ts'
import type { ReleaseFirst } from './release-first.ts'
import type { CaseTask } from './tasks.ts'

// One order of worry for every list. Each thing that needs somebody has a weight; risk is added once; the sum is the
// order. A possible release before handover outweighs everything together, so it heads every list.
export const WEIGHTS = {
  /** And up to 365 more, the nearer the release. */
  release_before_handover: 1000,
  /** The same, more than 18 months ahead. */
  release_far: 6,
  risk: { very_high: 40, high: 25, medium: 8, low: 0, unknown: 12 },
  mappa: { 3: 12, 2: 8 } as Record<number, number>,
  /** Nobody here has met them, and their handover is near or past: it heads the day. */
  transferred_in: 300,
  /** Two services may each think it is the other's case. */
  moved_back: 120,
  /** And one more for each day, to 30. */
  com_overdue: 40,
  /** Within 14 days of handover, or already needed; one less for each day still ahead. */
  com_missing: 34,
  /** And one more for each day, to 14. */
  meeting_missed: 24,
  /** Within 14 days; one less for each day still ahead. */
  meeting_to_book: 20,
  /** The day booked has passed and nothing is recorded; and one more for each day, to 14. */
  meeting_to_record: 22,
  /** The POM or the person will be away that day, or the window has moved off it; one less for each day ahead, to 14. */
  meeting_to_rearrange: 30,
  /** Something agreed at a meeting that the POM has not done by its day. */
  step_overdue: 10,
  /** Within 7 days; two less for each day still ahead. */
  handover_near: 18,
  /** Released within 7 days with something open; four less for each day still ahead. */
  not_ready: 60,
  due_on_arrival: 14,
  no_hearing: 14,
  task_overdue: 12,
  flags: {
    release_date_contradiction: 14,
    parole_outcome_unknown: 13,
    short_sentence_service_unconfirmed: 10,
    sentence_start_unknown: 8,
    handover_from_sentence_start: 6,
  } as Partial<Record<Flag, number>>,
}

/** How long after arrival, or after a tariff passes, it is still news. */
export const NEWS_DAYS = 56

export type NeedKind =
  | 'release_before_handover'
  | 'com_overdue'
  | 'meeting'
  | 'handover'
  | 'task'
  | 'step'
  | 'flag'

/** One thing that needs somebody. */
export interface Need {
  kind: NeedKind
  weight: number
  /** What has to happen, one sentence. */
  what: string
  /** The same in a few words, for a reason among others. */
  short: string
  /** What makes it worse or doubtful, where it comes first. */
  why?: string
  due: CivilDate | null
  /** The meeting it is about, and what is to be done: booked, or recorded. */
  meeting?: { task: CaseTask['task']; act: 'book' | 'record' }
}

export interface Worry {
  /** Heaviest first. */
  needs: Need[]
  score: number
  /** Risk in words, empty where it adds nothing. */
  risk: string
}

export interface WorryInput {
  planned: PlannedCase
  com: Com
  tasks: readonly CaseTask[]
  releaseFirst: ReleaseFirst | null
  movedBack: CivilDate | null
  rearrange: readonly ToRearrange[]
}

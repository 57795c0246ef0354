import type { CivilDate } from '../dates/civil-date.ts'

/** Ways of coming here. */
export const ARRIVALS = ['reception', 'transfer_in', 'return', 'recall_in'] as const
/** Away for a while: still this establishment's. */
export const ABSENCES = ['hospital', 'court', 'at_large'] as const
/** Ways of leaving. `not_here` is for a record that should not be: an import taken back, one person entered twice. */
export const DEPARTURES = ['transfer_out', 'release', 'died', 'not_here'] as const
export const MOVEMENT_KINDS = [...ARRIVALS, ...ABSENCES, ...DEPARTURES, 'still_here'] as const
/** `still_here` answers a list that does not hold somebody: they are here all the same. */
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** A movement somebody confirmed. */
export interface Movement {
  kind: MovementKind
  /** The day it happened; for `still_here` the day of the list it answers. */
  on: CivilDate
  /** Where to or from: a prison, a hospital, a court. Empty where it was not said. */
  where: string
  note: string
}

export const MOVEMENT_WORDS: Readonly<Record<MovementKind, string>> = {
  reception: 'Received into custody',
  transfer_in: 'Transferred in',
  return: 'Returned',
  recall_in: 'Recalled',
  hospital: 'In hospital',
  court: 'At court',
  at_large: 'Unlawfully at large',
  transfer_out: 'Transferred out',
  release: 'Released',
  died: 'Died',
  not_here: 'Not ours: recorded by mistake',
  still_here: 'Still here',
}

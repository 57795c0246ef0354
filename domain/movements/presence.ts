import type { CivilDate } from '../dates/civil-date.ts'
import { ABSENCES, ARRIVALS, DEPARTURES, type Movement } from '../model/movement.ts'

/** Where somebody is. `left` is in no list, calendar, export or count; `away` is, and is marked. */
export interface Presence {
  state: 'here' | 'away' | 'left'
  /** The movement that says so; null for somebody of whom none is recorded, who is here. */
  movement: Movement | null
}

const HERE: Presence = { state: 'here', movement: null }
const isOf = (kinds: readonly string[], { kind }: Movement): boolean => kinds.includes(kind)

/**
 * Where the movements recorded of somebody leave them, oldest recorded first: the last by its day, of one day the later
 * recorded. Nobody comes back from having died: until that record is taken back nothing counts after it.
 */
export function presenceOf(movements: readonly Movement[]): Presence {
  if (movements.length === 0) return HERE
  const died = movements.filter(({ kind }) => kind === 'died')
  const counting = died.length > 0 ? died : movements.filter(({ kind }) => kind !== 'still_here')
  let last: Movement | null = null
  for (const movement of counting) if (last === null || movement.on >= last.on) last = movement
  if (last === null) return HERE
  const state = isOf(DEPARTURES, last) ? 'left' : isOf(ABSENCES, last) ? 'away' : 'here'
  return { state, movement: last }
}

export const isArrival = (movement: Movement): boolean => isOf(ARRIVALS, movement)

/** When a custody list last held somebody, and the newest day such a list speaks of. */
export interface CustodySighting {
  lastSeen: CivilDate
  newest: CivilDate
}

/**
 * Whether the newest custody list lacks somebody an older one held, and nobody has said where they are: unaccounted for, and
 * never simply gone. A patient in hospital stays this establishment's whatever a list says.
 */
export function isUnaccounted(
  presence: Presence,
  movements: readonly Movement[],
  { lastSeen, newest }: CustodySighting,
  isRestrictedPatient: boolean,
): boolean {
  if (lastSeen >= newest || presence.state === 'left' || isRestrictedPatient) return false
  // An absence or an answer recorded since the list that held them says where they are.
  return !movements.some(
    (movement) =>
      (isOf(ABSENCES, movement) || movement.kind === 'still_here') &&
      movement.on >= lastSeen &&
      answers(movement, newest),
  )
}

/** An answer that somebody is still here holds until the next list; an absence until they are back. */
const answers = (movement: Movement, newest: CivilDate): boolean =>
  movement.kind !== 'still_here' || movement.on >= newest

/** Whether somebody who had left is in a list of a later day: they may be back. */
export function mayHaveReturned({ state, movement }: Presence, lastSeen: CivilDate): boolean {
  return state === 'left' && movement !== null && movement.kind !== 'died' && lastSeen > movement.on
}

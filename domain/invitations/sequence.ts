import type { Booking } from '../meetings/booking.ts'

/** What a diary is told of a meeting: when, where and with whom it is, or that it is off. */
export type Told = string

export const OFF: Told = 'off'

/** The same for the same booking, whatever it was recorded with. */
export const toldOf = ({ on, from, to, mode, place, attendees }: Booking): Told =>
  JSON.stringify([on, from, to, mode, place, attendees])

/**
 * How often what a diary is told of one meeting changed since it was first booked. `said` is what each of its records says,
 * in the order of the log, whatever the clock said: a booking, off, or null where it says nothing about the diary, as the
 * record of a meeting held does. Moved counts, called off counts, booked again counts.
 */
export function changesSinceBooked(said: readonly (Told | null)[]): number {
  let changes = 0
  let standing: Told | null = null
  for (const told of said) {
    if (told === null || told === standing || (standing === null && told === OFF)) continue
    if (standing !== null) changes += 1
    standing = told
  }
  return changes
}

/**
 * The `SEQUENCE` (RFC 5545, 3.8.7.4) to give out with `told`: what was given out last keeps its number while it says the
 * same, so that a file saved twice is one file. Anything else is above every number given out before.
 */
export function nextSequence(
  told: Told,
  changes: number,
  last: { sequence: number; told: Told } | null,
): number {
  if (last === null) return changes
  return last.told === told ? last.sequence : Math.max(changes, last.sequence + 1)
}

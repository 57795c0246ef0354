import { plainStaffName } from '../model/staff-name.ts'

const ROLE = /\s*\(([^()]*)\)$/

/** Who takes part, by name alone: `Hannah Priestley (COM)` is Hannah Priestley. */
export const attendeeName = (attendee: string): string => attendee.replace(ROLE, '').trim()

/** One spelling of who takes part, to know an address by. */
export const attendeeKey = (attendee: string): string => plainStaffName(attendeeName(attendee))

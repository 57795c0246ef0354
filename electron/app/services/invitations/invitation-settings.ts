import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../../../../db/types.ts'
import type { InvitationKind } from '../../../../domain/invitations/invitation.ts'
import { OFF, type Told } from '../../../../domain/invitations/sequence.ts'
import type { Booking } from '../../../../domain/meetings/booking.ts'
import type { IcsMethod, Party } from '../../documents/invitation-ics.ts'

// What was given out about each meeting, and addresses typed for invitations, kept as settings of the unit.

/** The last invitation, update or cancellation saved for its attendees. */
export interface Sent {
  kind: InvitationKind
  method: IcsMethod
  sequence: number
  told: Told
  booking: Booking
  to: Party[]
  organizer: Party | null
  at: Instant
  by: string
}

/** What is known outside of one meeting. */
export interface GivenOut {
  /** The highest number given out, in an invitation or a file of many, and what went with it. */
  sequence: number
  told: Told
  /** The last booking given out: what is called off in a file of many. */
  booking: Booking
  sent: Sent | null
}

const ofMeeting = (personId: string, task: string): string => `invitation ${personId} ${task}`
const ADDRESSES = 'invitation addresses'

export const givenOut = (db: ReadDb, personId: string, task: string): GivenOut | null =>
  (readSetting(db, ofMeeting(personId, task)) as GivenOut | undefined) ?? null

/** Whether a meeting stands in somebody's diary by an invitation or a file of many, and was not called off there. */
export function isInDiary(db: ReadDb, personId: string, task: string): boolean {
  const given = givenOut(db, personId, task)
  return given !== null && given.told !== OFF
}

/** Addresses by `attendeeKey`. */
export const typedAddresses = (db: ReadDb): Readonly<Record<string, string>> =>
  (readSetting(db, ADDRESSES) as Record<string, string> | undefined) ?? {}

interface Write {
  db: WriteDb
  actor: Actor
  at: Instant
}

export const writeGivenOut = (
  { db, actor, at }: Write,
  personId: string,
  task: string,
  what: GivenOut,
): void => saveSetting(db, actor, at, ofMeeting(personId, task), what)

export const writeAddresses = ({ db, actor, at }: Write, addresses: Readonly<Record<string, string>>): void =>
  saveSetting(db, actor, at, ADDRESSES, addresses)

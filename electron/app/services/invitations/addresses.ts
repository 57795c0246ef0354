import type { Store } from '../../../../db/types.ts'
import { attendeeKey, attendeeName } from '../../../../domain/invitations/attendee.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import { isEmailAddress } from '../../documents/eml.ts'
import type { Party } from '../../documents/invitation-ics.ts'
import type { Session } from '../../context.ts'
import { rosterOf } from '../allocation/roster.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { typedAddresses, type Sent } from './invitation-settings.ts'

/** Where an address is known from. */
export const ADDRESS_SOURCES = ['typed', 'staff', 'case'] as const
export type AddressSource = (typeof ADDRESS_SOURCES)[number]
export interface KnownAddress {
  email: string
  from: AddressSource
}

/** Finds the address of somebody by name: typed for an earlier invitation, else of the staff record, else what the case says. */
export function addressBook(store: Store, one: UnitCase): (who: string) => KnownAddress | null {
  const typed = typedAddresses(store.read)
  const { byName } = rosterOf(store)
  const { pom_name, pom_email, com_name, com_email } = one.planned.person.record
  const ofCase = new Map<string, string>()
  for (const [name, email] of [
    [pom_name, pom_email],
    [com_name ?? com_email, com_email],
  ])
    if (name && email) ofCase.set(plainStaffName(name), email.trim())
  return (who) => {
    const key = attendeeKey(who)
    const found = [
      ['typed', typed[key]],
      ['staff', byName.get(key)?.body.email.trim()],
      ['case', ofCase.get(key)],
      ['case', attendeeName(who)],
    ] as const
    for (const [from, email] of found)
      if (email !== undefined && isEmailAddress(email)) return { email, from }
    return null
  }
}

export interface Organizer extends Party {
  name: string
  from: 'you' | 'pom' | 'first'
}

/**
 * In whose name it goes out: whoever sent the first, so that diaries know the update for theirs; else the signed-in user, else
 * the POM. Null where none of them has an address.
 */
export function organizerOf(
  { user }: Session,
  one: UnitCase,
  find: (who: string) => { email: string } | null,
  sent: Sent | null,
): Organizer | null {
  const first = sent?.organizer ?? null
  if (first !== null) return { name: first.name ?? '', email: first.email, from: 'first' }
  const own = find(user.name)
  if (own !== null) return { name: user.name, email: own.email, from: 'you' }
  const pom = one.planned.person.record.pom_name ?? null
  const theirs = pom === null ? null : find(pom)
  return pom === null || theirs === null
    ? null
    : { name: attendeeName(pom), email: theirs.email, from: 'pom' }
}

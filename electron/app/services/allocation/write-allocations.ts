import { TYPED_HERE } from '../../../../db/repositories/change-log.ts'
import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { findPerson, writePeople } from '../../../../db/repositories/people.ts'
import type { StaffRecord } from '../../../../db/repositories/staff.ts'
import type { PersonWrite, ReadDb, Store, StoredPerson } from '../../../../db/types.ts'
import type { Allocation, AllocationRole } from '../../../../domain/allocation/allocation.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { StaffKind } from '../../../../domain/model/staff-member.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'

/** One case given to somebody in one role, checked, with what it was read from. */
export interface ToWrite {
  personId: string
  /** `Surname, Forename`, for saying which case changed. */
  name: string
  version: number
  role: AllocationRole
  /** Null only for `co_pom`: nobody works beside the POM any more. */
  to: StaffRecord | null
  recommended: StaffKind | null
  reason: string
}

export interface Written {
  store: Store
  userId: string
  at: string
  today: CivilDate
}

/** At most so many names in one sentence. */
const NAMED = 5

/** Everybody whose record is no longer what was shown. */
function refuseChanged(db: ReadDb, cases: readonly ToWrite[]): Map<string, StoredPerson> {
  const people = new Map<string, StoredPerson>()
  const changed = new Set<string>()
  for (const { personId, version, name } of cases) {
    const person = people.get(personId) ?? findPerson(db, personId)
    if (person === null || person.version !== version) changed.add(name)
    else people.set(personId, person)
  }
  if (changed.size === 0) return people
  const names = [...changed]
  const more = names.length > NAMED ? `; and ${names.length - NAMED} more` : ''
  throw new DeskError(
    'conflict',
    `Nothing was written: ${names.slice(0, NAMED).join('; ')}${more} changed meanwhile. Look at the list again, then choose anew.`,
  )
}

/** The facts a choice types. An email or a number of the former POM does not stay beside another name. */
function factsFor({ role, to }: ToWrite, known: PersonRecord, today: CivilDate): PersonRecord {
  const name = to?.body.name ?? null
  if (role === 'co_pom') return { co_pom_name: name }
  const email = to?.body.email === '' ? null : (to?.body.email ?? null)
  return {
    pom_name: name,
    allocation_date: today,
    ...(email !== (known.pom_email ?? null) ? { pom_email: email } : {}),
    ...((known.pom_staff_id ?? null) !== null ? { pom_staff_id: null } : {}),
  }
}

function decisionOf({ role, to, recommended, reason }: ToWrite, before: PersonRecord): Allocation {
  return {
    role,
    pom: to?.body.name ?? null,
    staffId: to?.staffId ?? null,
    recommended,
    chosen: to?.body.kind ?? null,
    former: staffNameOf(role === 'pom' ? before.pom_name : before.co_pom_name),
    reason,
  }
}

/**
 * Writes every case or none: the facts as typed here, with `why` for all of them, and a decision for each. Throws `conflict`,
 * naming them, where any changed since it was shown.
 */
export async function writeAllocations(
  { store, userId, at, today }: Written,
  cases: readonly ToWrite[],
  why: string,
): Promise<void> {
  await store.write((db) => {
    const people = refuseChanged(db, cases)
    const writes = new Map<string, PersonWrite>()
    for (const one of cases) {
      const before = people.get(one.personId)?.record ?? {}
      const known = writes.get(one.personId)
      const delta = { ...known?.delta, ...factsFor(one, before, today) }
      writes.set(one.personId, { personId: one.personId, record: { ...before, ...delta }, delta })
    }
    const context = { at, importId: null, source: TYPED_HERE, asAt: today, reason: why === '' ? null : why }
    writePeople(db, { userId }, context, writes.values())
    for (const one of cases) {
      const body = decisionOf(one, people.get(one.personId)?.record ?? {})
      saveDecision(
        db,
        { userId },
        { at, personId: one.personId, kind: 'allocation', subject: one.role, body },
      )
    }
  })
}

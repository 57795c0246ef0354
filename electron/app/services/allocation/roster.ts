import { listStaff, type StaffRecord } from '../../../../db/repositories/staff.ts'
import type { Store } from '../../../../db/types.ts'
import { absenceOn } from '../../../../domain/allocation/absences.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'

/** Everybody of whom there is a staff record, those who left too. */
export interface Roster {
  list: readonly StaffRecord[]
  byId: ReadonlyMap<string, StaffRecord>
  /** By `plainStaffName`. */
  byName: ReadonlyMap<string, StaffRecord>
}

interface Remembered {
  revision: number
  roster: Roster
}
const remembered = new WeakMap<Store, Remembered>()

/** The staff records as they stand, read again when anything was recorded. */
export function rosterOf(store: Store): Roster {
  const before = remembered.get(store)
  if (before?.revision === store.revision) return before.roster
  const { revision } = store
  const list = listStaff(store.read)
  const roster: Roster = {
    list,
    byId: new Map(list.map((record) => [record.staffId, record])),
    byName: new Map(list.map((record) => [plainStaffName(record.body.name), record])),
  }
  remembered.set(store, { revision, roster })
  return roster
}

/** The record of that id. Throws `not_found`. */
export function staffMember(roster: Roster, staffId: string): StaffRecord {
  const found = roster.byId.get(staffId)
  if (found === undefined)
    throw new DeskError('not_found', 'This member of staff is not on the record: look at the list again.')
  return found
}

/** The last day somebody is away and who covers; null while at work. */
export function awayOn(
  { body }: StaffRecord,
  roster: Roster,
  today: CivilDate,
): { until: CivilDate; cover: string | null; coverId: string | null } | null {
  const absence = absenceOn(body, today)
  if (absence === null) return null
  const { to, coverId } = absence
  return {
    until: to,
    coverId,
    cover: coverId === null ? null : (roster.byId.get(coverId)?.body.name ?? null),
  }
}

/** Who looks after the cases of the POM of that name today; null while the POM is at work, or not on the record. */
export function coverFor(
  pom: string | null | undefined,
  roster: Roster,
  today: CivilDate,
): { name: string | null; until: CivilDate } | null {
  const record = typeof pom === 'string' ? roster.byName.get(plainStaffName(pom)) : undefined
  const away = record === undefined ? null : awayOn(record, roster, today)
  return away === null ? null : { name: away.cover, until: away.until }
}

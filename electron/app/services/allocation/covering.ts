import type { Store } from '../../../../db/types.ts'
import { absenceOn } from '../../../../domain/allocation/absences.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import { rosterOf } from './roster.ts'

/** A POM who is away, covered for by the person asking. */
export interface Covered {
  name: string
  /** The last day of it. */
  until: CivilDate
}

/** For whom the user of that name covers on `today`, by name. Empty for somebody without a staff record. */
export function coveredBy(store: Store, userName: string, today: CivilDate): Covered[] {
  const roster = rosterOf(store)
  const self = roster.byName.get(plainStaffName(userName))
  if (self === undefined) return []
  return roster.list
    .flatMap(({ body }) => {
      const absence = absenceOn(body, today)
      return absence?.coverId === self.staffId ? [{ name: body.name, until: absence.to }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

const named = (who: string | null | undefined, role: string): string | null => {
  const known = staffNameOf(who)
  return known === null ? null : `${known} (${role})`
}

/** The COM as attendees are named, `Hannah Priestley (COM)`; null where none is. */
export const comOf = ({ com }: Pick<UnitCase, 'com'>): string | null => named(com.name, 'COM')

/** The POM as attendees are named; null where none is. */
export const pomOf = ({ planned }: Pick<UnitCase, 'planned'>): string | null =>
  named(planned.person.record.pom_name, 'POM')

/** Who may take part, by what the case says: the POM, who covers today, a second one, the COM, the person, the key worker. */
export function peopleOf(one: UnitCase, cover: string | null): string[] {
  const { record } = one.planned.person
  return [
    pomOf(one),
    named(cover, 'covering POM'),
    named(record.co_pom_name, 'co-working POM'),
    comOf(one),
    one.name,
    named(record.keyworker, 'key worker'),
  ].filter((name) => name !== null)
}

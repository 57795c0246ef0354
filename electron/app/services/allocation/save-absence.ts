import { saveStaff } from '../../../../db/repositories/staff.ts'
import { absenceMistake } from '../../../../domain/allocation/absences.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { Absence } from '../../../../domain/model/staff-member.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { rosterOf, staffMember } from './roster.ts'
import { refuseIfChanged } from './save-staff.ts'

const byFirstDay = (a: Absence, b: Absence) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** Records, changes or takes away one absence. Kept in the order of their first days. */
export async function saveAbsence(
  desk: Desk,
  { store, user }: Session,
  { staffId, seq, place, absence }: ParsedInputOf<'staff.saveAbsence'>,
): Promise<void> {
  const roster = rosterOf(store)
  const record = staffMember(roster, staffId)
  refuseIfChanged(record, seq)
  const { absences, name, status } = record.body
  if (place !== null && absences[place] === undefined)
    throw new DeskError('not_found', 'This absence is no longer on the record: look at the list again.')
  if (status === 'left' && absence !== null)
    throw new DeskError('bad_input', `${name} has left: there is nothing to be away from.`)
  const others = absences.filter((_, at) => at !== place)
  if (absence !== null) {
    const colleagues = roster.list.map((one) => ({ staffId: one.staffId, member: one.body }))
    const mistake = absenceMistake(absence, others, staffId, colleagues, desk.clock.today(), place !== null)
    if (mistake !== null) refuseField(mistake.field, mistake.message)
  }
  const body = {
    ...record.body,
    absences: [...others, ...(absence === null ? [] : [absence])].sort(byFirstDay),
  }
  const at = desk.clock.now().toISOString()
  await store.write((db) => saveStaff(db, { userId: user.id }, at, staffId, body))
}

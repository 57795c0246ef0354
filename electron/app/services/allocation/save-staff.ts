import { saveStaff, type StaffRecord } from '../../../../db/repositories/staff.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { StaffMember } from '../../../../domain/model/staff-member.ts'
import { plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { unitOf, type Unit } from '../caseload/unit-view.ts'
import { rosterOf, staffMember, type Roster } from './roster.ts'
import { refuseWhileHolding } from './staff-shown.ts'
import { workloadOf } from './staff-rows.ts'

type Input = ParsedInputOf<'staff.save'>

/** Refuses what was read from a record that has been changed since. */
export function refuseIfChanged(record: StaffRecord, seq: number | null): void {
  if (record.seq === seq) return
  throw new DeskError(
    'conflict',
    `${record.body.name}’s record was changed by ${record.byName} meanwhile. Look at it again, then change what still needs it.`,
  )
}

function checkName({ name, staffId }: Input, before: StaffRecord | null, unit: Unit, roster: Roster): void {
  if (staffNameOf(name) === null) refuseField('name', 'Enter a name: lists write this where there is nobody')
  const plain = plainStaffName(name)
  const other = roster.byName.get(plain)
  if (other !== undefined && other.staffId !== staffId)
    refuseField('name', `${other.body.name} is on the record already: change that record instead`)
  if (before === null || plainStaffName(before.body.name) === plain) return
  const { total, coWorking } = workloadOf(unit, before.body.name)
  if (total + coWorking > 0)
    refuseField(
      'name',
      `Cases name ${before.body.name}, and would be nobody’s under another name. Add the new name as a member of staff, hand the cases over to it, then record the former as left`,
    )
}

/** Adds or changes a member of staff; absences stay as they are. Returns the staff id. */
export async function saveMember(desk: Desk, session: Session, input: Input): Promise<{ staffId: string }> {
  const { store, user } = session
  const { staffId, seq, name, kind, status, halfDays, email } = input
  const unit = unitOf(desk.planning, store, desk.clock.today())
  const roster = rosterOf(store)
  const before = staffId === null ? null : staffMember(roster, staffId)
  if (before !== null) refuseIfChanged(before, seq)
  checkName(input, before, unit, roster)
  if (email !== '' && !/^\S+@\S+$/.test(email))
    refuseField('email', 'Enter an email address like name@example.org, or leave it empty')
  if (!halfDays.includes(true)) refuseField('halfDays', 'Choose at least one half day')
  if (status === 'left' && before === null) refuseField('status', 'Somebody new cannot have left already')
  if (status === 'left' && before !== null) refuseWhileHolding(before, unit, roster)
  const body: StaffMember = { name, kind, status, halfDays, email, absences: before?.body.absences ?? [] }
  const at = desk.clock.now().toISOString()
  const saved = await store.write((db) => saveStaff(db, { userId: user.id }, at, staffId, body))
  return { staffId: saved }
}

import { DeskError } from '../../../../domain/contract/errors.ts'
import type { StaffRecord } from '../../../../db/repositories/staff.ts'
import type { AllocationRole } from '../../../../domain/allocation/allocation.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { namesAny } from '../../../../domain/model/staff-name.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { byHandover, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { heldCaseOf } from './case-to-allocate.ts'
import { staffMember, type Roster } from './roster.ts'
import { coversOf, staffRowOf, workloadOf } from './staff-rows.ts'
import { workloadsOf } from './workload.ts'

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en-GB')
const STATUS_ORDER = { active: 0, unavailable: 1, left: 2 }

/** Everybody with a staff record, and whom cases name without one. */
export function staffListOf(unit: Unit, roster: Roster): OutputOf<'staff.list'> {
  const rows = roster.list
    .map((record) => staffRowOf(record, unit, roster))
    .sort((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status] || byName(a, b))
  const unknown = [...workloadsOf(unit)]
    .filter(([plain]) => !roster.byName.has(plain))
    .map(([, { name, workload }]) => ({ name, total: workload.total, coWorking: workload.coWorking }))
    .sort((a, b) => b.total - a.total || b.coWorking - a.coWorking || byName(a, b))
  return { today: unit.today, rows, unknown }
}

/** Whether the person of that name has this part in a case. */
export function hasRole(one: UnitCase, role: AllocationRole, name: string): boolean {
  return namesAny([name])(partOf(one, role))
}

const partOf = ({ planned }: UnitCase, role: AllocationRole) =>
  role === 'pom' ? planned.person.record.pom_name : planned.person.record.co_pom_name

/** What has to be done before somebody can be recorded as left; empty where nothing is still theirs. */
export function beforeLeaving(record: StaffRecord, unit: Unit, roster: Roster): string[] {
  const { name } = record.body
  const { total, coWorking } = workloadOf(unit, name)
  const before: string[] = []
  if (total > 0) before.push(`Hand over ${total === 1 ? '1 case' : `${total} cases`} held as POM.`)
  if (coWorking > 0)
    before.push(`Hand over or end ${coWorking === 1 ? '1 role' : `${coWorking} roles`} as co-working POM.`)
  for (const { name: whom, from, to } of coversOf(record, roster, unit.today))
    before.push(`Find other cover for ${whom}, away from ${formatDate(from)} to ${formatDate(to)}.`)
  return before
}

/** One member of staff with every case that names them. Throws `not_found`. */
export function staffShown(unit: Unit, roster: Roster, staffId: string): OutputOf<'staff.show'> {
  const record = staffMember(roster, staffId)
  const { name } = record.body
  const isNamed = namesAny([name])
  const held = (role: AllocationRole) =>
    unit.cases
      .filter((one) => isNamed(partOf(one, role)))
      .sort(byHandover)
      .map((one) => heldCaseOf(one, role))
  return {
    today: unit.today,
    row: staffRowOf(record, unit, roster),
    cases: [...held('pom'), ...held('co_pom')],
    before: beforeLeaving(record, unit, roster),
    others: roster.list
      .filter(({ staffId: other, body }) => other !== staffId && body.status !== 'left')
      .map(({ staffId: other, body }) => ({ staffId: other, name: body.name }))
      .sort(byName),
  }
}

/** Refused, with everything that is still theirs, unless nothing is. */
export function refuseWhileHolding(record: StaffRecord, unit: Unit, roster: Roster): void {
  const before = beforeLeaving(record, unit, roster)
  if (before.length === 0) return
  const message = `${record.body.name} cannot be recorded as left yet. ${before.join(' ')}`
  throw new DeskError('conflict', message, { status: message })
}

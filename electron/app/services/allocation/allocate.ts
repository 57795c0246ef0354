import {
  needsReason,
  overriddenInWords,
  reasonMistake,
  type AllocationRole,
  type Overridden,
} from '../../../../domain/allocation/allocation.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import type { StaffRecord } from '../../../../db/repositories/staff.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { unitOf, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { isPresent } from '../planning/planned-case.ts'
import { recommendationFor } from './case-to-allocate.ts'
import { rosterOf, staffMember } from './roster.ts'
import { writeAllocations, type Written } from './write-allocations.ts'

/** The case of that id. Throws `not_found`, and `not_allowed` for somebody who has left: they ask for no POM here. */
export function unitCase(unit: Unit, personId: string): UnitCase {
  const one = unit.byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  if (!isPresent(one.planned))
    throw new DeskError('not_allowed', `${one.name} has left this establishment: nobody is allocated.`)
  return one
}

/** Somebody who can be given a case now. Refuses those who left or take no new cases, at the field. */
export function refuseUnlessTakingCases({ body }: StaffRecord, field: string): void {
  if (body.status === 'left') refuseField(field, `${body.name} has left: choose somebody else`)
  if (body.status === 'unavailable')
    refuseField(field, `${body.name} takes no new cases: choose somebody else, or change their record first`)
}

const isSame = (text: string | null | undefined, name: string) =>
  typeof text === 'string' && plainStaffName(text) === plainStaffName(name)

/** Why somebody cannot have a role in a case; null where they can. */
export function roleMistake(one: UnitCase, role: AllocationRole, name: string): string | null {
  const { pom_name: pom, co_pom_name: second } = one.planned.person.record
  if (role === 'pom' && isSame(pom, name)) return `${name} is the POM of this case already`
  if (role === 'co_pom' && isSame(second, name)) return `${name} is the co-working POM of this case already`
  if (role === 'pom' && isSame(second, name))
    return `${name} is the co-working POM of this case: end that first, or choose somebody else`
  if (role === 'co_pom' && isSame(pom, name)) return `${name} is the POM of this case: choose somebody else`
  return null
}

/** What everything recorded together shares. */
export const writtenBy = (desk: Desk, { store, user }: Session): Written => ({
  store,
  userId: user.id,
  at: desk.clock.now().toISOString(),
  today: desk.clock.today(),
})

/** The reason in words; empty where none is needed. Refuses where one is needed and does not do. */
export function reasonFor(isNeeded: boolean, overridden: Overridden | null): string {
  if (!isNeeded) return ''
  const mistake = reasonMistake(overridden)
  if (mistake !== null || overridden === null)
    return refuseField(mistake?.field ?? 'why', mistake?.message ?? 'Say why this POM is chosen')
  return overriddenInWords(overridden)
}

/** Gives one case to a POM. */
export async function allocate(
  desk: Desk,
  session: Session,
  { personId, version, staffId, overridden }: ParsedInputOf<'allocation.save'>,
): Promise<void> {
  const written = writtenBy(desk, session)
  const one = unitCase(unitOf(desk.planning, session.store, written.today), personId)
  const to = staffMember(rosterOf(session.store), staffId)
  refuseUnlessTakingCases(to, 'staffId')
  const mistake = roleMistake(one, 'pom', to.body.name)
  if (mistake !== null) refuseField('staffId', mistake)
  const { kind: recommended } = recommendationFor(one.planned)
  const reason = reasonFor(needsReason(recommended, to.body.kind), overridden)
  const entry = { personId, name: one.name, version, role: 'pom' as const, to, recommended, reason }
  await writeAllocations(written, [entry], reason)
}

/** Names a second POM, or ends that. */
export async function saveCoWorking(
  desk: Desk,
  session: Session,
  { personId, version, staffId, reason }: ParsedInputOf<'allocation.saveCoWorking'>,
): Promise<void> {
  const written = writtenBy(desk, session)
  const one = unitCase(unitOf(desk.planning, session.store, written.today), personId)
  const to = staffId === null ? null : staffMember(rosterOf(session.store), staffId)
  if (to === null && (one.planned.person.record.co_pom_name ?? null) === null)
    refuseField('staffId', 'Nobody works beside the POM of this case: there is nothing to end')
  if (to !== null) {
    refuseUnlessTakingCases(to, 'staffId')
    const mistake = roleMistake(one, 'co_pom', to.body.name)
    if (mistake !== null) refuseField('staffId', mistake)
  }
  const entry = { personId, name: one.name, version, role: 'co_pom' as const, to, recommended: null, reason }
  await writeAllocations(written, [entry], reason)
}

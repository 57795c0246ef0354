import { shareCases } from '../../../../domain/allocation/share-cases.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { refuseUnlessTakingCases, unitCase } from './allocate.ts'
import { heldCaseOf } from './case-to-allocate.ts'
import { rosterOf, staffMember, type Roster } from './roster.ts'
import { pomToChooseOf } from './staff-rows.ts'

/** The staff ids of those who have a part in a case already. */
function onCase({ planned }: UnitCase, roster: Roster): string[] {
  const { pom_name: pom, co_pom_name: second } = planned.person.record
  return [pom, second].flatMap((name) => {
    const record = typeof name === 'string' ? roster.byName.get(plainStaffName(name)) : undefined
    return record === undefined ? [] : [record.staffId]
  })
}

/** Shares cases among those chosen. Nothing is written. */
export function propose(
  desk: Desk,
  { store }: Session,
  { from, cases, to }: ParsedInputOf<'allocation.propose'>,
): OutputOf<'allocation.propose'> {
  const unit = unitOf(desk.planning, store, desk.clock.today())
  const roster = rosterOf(store)
  const chosen = [...new Set(to)].map((staffId) => staffMember(roster, staffId))
  for (const record of chosen) {
    if (record.staffId === from)
      refuseField('to', `${record.body.name} has these cases: choose somebody else`)
    refuseUnlessTakingCases(record, 'to')
  }
  const held = cases.map(({ personId, role }) => ({ one: unitCase(unit, personId), role }))
  const rows = held.map(({ one, role }) => heldCaseOf(one, role))
  const poms = chosen.map((record) => pomToChooseOf(record, unit, roster))
  const shared = shareCases(
    held.map(({ one, role }, at) => ({
      key: `${one.personId} ${role}`,
      recommended: rows[at]?.recommended ?? null,
      notTo: onCase(one, roster),
    })),
    chosen.map(({ staffId, body }, at) => ({
      staffId,
      kind: body.kind,
      halfDays: body.halfDays.filter(Boolean).length,
      cases: poms[at]?.workload.total ?? 0,
    })),
  )
  return {
    rows: rows.map((row) => Object.assign(row, { to: shared.get(`${row.personId} ${row.role}`) ?? null })),
    poms,
  }
}

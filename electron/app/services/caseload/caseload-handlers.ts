import type { Desk, Handlers, Session } from '../../context.ts'
import { concernsOfUnit } from '../quality/concerns-of-unit.ts'
import { casePageOf } from './case-page.ts'
import { caseloadListOf } from './caseload-list.ts'
import { handoverListOf } from './handover-list.ts'
import { recordTask } from './record-task.ts'
import { todayOf } from './today.ts'
import { casesOf, unitOf, type Unit, type UnitCase } from './unit-view.ts'

type CaseloadMethods = 'today.show' | 'handovers.list' | 'caseload.list' | 'case.show' | 'case.recordTask'

/** The unit today, and the cases asked for: the signed-in user's, by the name the extracts give the POM, or everybody's. */
export function scopedCases(
  desk: Desk,
  session: Session,
  scope: 'mine' | 'unit',
): { unit: Unit; cases: UnitCase[] } {
  const unit = unitOf(desk.planning, session.store, desk.clock.today())
  return { unit, cases: casesOf(unit, scope === 'mine' ? session.user.name : null) }
}

export function caseloadHandlers(desk: Desk): Pick<Handlers, CaseloadMethods> {
  return {
    'today.show': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return todayOf(session.store, unit, cases)
    },
    'handovers.list': async ({ tab, scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return handoverListOf(unit, cases, tab)
    },
    'caseload.list': async ({ scope, find, page }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return caseloadListOf(session.store, unit, cases, find, page)
    },
    'case.show': async ({ personId }, { session }) => {
      const { unit } = scopedCases(desk, session, 'unit')
      const concerns = concernsOfUnit(unit).get(personId) ?? []
      const one = unit.byId.get(personId)
      return casePageOf(desk.planning, session.store, one, personId, concerns, unit.today)
    },
    'case.recordTask': async (input, { session }) => {
      await recordTask(input, session, desk)
      return {}
    },
  }
}

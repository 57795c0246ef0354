import type { Scope } from '../../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { administrationOf } from '../today/administration.ts'
import { coveredBy } from '../allocation/covering.ts'
import { concernsOfUnit } from '../quality/concerns-of-unit.ts'
import { sourceAges } from '../session/source-ages.ts'
import { casePageOf } from './case-page.ts'
import { caseloadListOf } from './caseload-list.ts'
import { exportCaseload } from './export-caseload.ts'
import { deleteView, savedViews, saveView } from './saved-views.ts'
import { handoverListOf } from './handover-list.ts'
import { recordTask } from './record-task.ts'
import { todayOf } from './today.ts'
import { casesOf, leftCasesOf, unitOf, type Unit, type UnitCase } from './unit-view.ts'

type CaseloadMethods =
  | 'today.show'
  | 'today.administration'
  | 'handovers.list'
  | 'caseload.list'
  | 'caseload.export'
  | 'caseload.views'
  | 'caseload.saveView'
  | 'caseload.deleteView'
  | 'case.show'
  | 'case.recordTask'

/** By whose name the cases asked for are found; null for everybody's. */
export function pomsIn(scope: Scope, { store, user }: Session, today: CivilDate): string[] | null {
  if (scope === 'unit') return null
  return scope === 'mine' ? [user.name] : coveredBy(store, user.name, today).map(({ name }) => name)
}

/**
 * The unit today, and the cases asked for: the signed-in user's, by the name the extracts give the POM, those of POMs they cover
 * for today, or everybody's.
 */
export function scopedCases(desk: Desk, session: Session, scope: Scope): { unit: Unit; cases: UnitCase[] } {
  const unit = unitOf(desk.planning, session.store, desk.clock.today())
  return { unit, cases: casesOf(unit, pomsIn(scope, session, unit.today)) }
}

export function caseloadHandlers(desk: Desk): Pick<Handlers, CaseloadMethods> {
  return {
    'today.show': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      const left = leftCasesOf(unit, pomsIn(scope, session, unit.today))
      return todayOf(session.store, unit, cases, left)
    },
    'today.administration': async (_input, { session: { store } }) => {
      const today = desk.clock.today()
      const ages = sourceAges(desk.planning, store, today)
      return administrationOf(store, unitOf(desk.planning, store, today), ages)
    },
    'handovers.list': async ({ tab, scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return handoverListOf(unit, cases, tab)
    },
    'caseload.list': async ({ scope, page, ...asked }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return caseloadListOf(session.store, unit, cases, asked, page)
    },
    'caseload.export': async (input, { session }) =>
      exportCaseload(desk, session, scopedCases(desk, session, input.scope), input),
    'caseload.views': async (_input, { session }) => savedViews(session),
    'caseload.saveView': async (view, { session }) => {
      await saveView(desk, session, view)
      return {}
    },
    'caseload.deleteView': async ({ name }, { session }) => {
      await deleteView(desk, session, name)
      return {}
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

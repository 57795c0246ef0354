import type { Desk, Handlers, Session } from '../../context.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { allocate, saveCoWorking } from './allocate.ts'
import { allocationShown } from './allocation-shown.ts'
import { handOver } from './hand-over.ts'
import { propose } from './propose.ts'
import { rosterOf } from './roster.ts'
import { saveAbsence } from './save-absence.ts'
import { saveMember } from './save-staff.ts'
import { staffListOf, staffShown } from './staff-shown.ts'
import { waitingListOf } from './waiting-list.ts'

type AllocationMethods =
  | 'staff.list'
  | 'staff.show'
  | 'staff.save'
  | 'staff.saveAbsence'
  | 'allocation.list'
  | 'allocation.show'
  | 'allocation.save'
  | 'allocation.saveCoWorking'
  | 'allocation.propose'
  | 'allocation.handOver'

/** Who holds cases here, who covers, and which case is whose. */
export function allocationHandlers(desk: Desk): Pick<Handlers, AllocationMethods> {
  const known = ({ store }: Session) => ({
    unit: unitOf(desk.planning, store, desk.clock.today()),
    roster: rosterOf(store),
  })
  return {
    'staff.list': async (_, { session }) => {
      const { unit, roster } = known(session)
      return staffListOf(unit, roster)
    },
    'staff.show': async ({ staffId }, { session }) => {
      const { unit, roster } = known(session)
      return staffShown(unit, roster, staffId)
    },
    'staff.save': async (input, { session }) => saveMember(desk, session, input),
    'staff.saveAbsence': async (input, { session }) => {
      await saveAbsence(desk, session, input)
      return {}
    },
    'allocation.list': async ({ page }, { session }) => {
      const { unit, roster } = known(session)
      return waitingListOf(session.store, unit, roster, page)
    },
    'allocation.show': async ({ personId }, { session }) => {
      const { unit, roster } = known(session)
      return allocationShown(session.store, unit, roster, personId)
    },
    'allocation.save': async (input, { session }) => {
      await allocate(desk, session, input)
      return {}
    },
    'allocation.saveCoWorking': async (input, { session }) => {
      await saveCoWorking(desk, session, input)
      return {}
    },
    'allocation.propose': async (input, { session }) => propose(desk, session, input),
    'allocation.handOver': async (input, { session }) => ({ cases: await handOver(desk, session, input) }),
  }
}

import type { Desk, Handlers } from '../../context.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { movementsListOf } from './movements-list.ts'
import { recordMovements, takeBackMovement } from './record-movements.ts'

type MovementsMethods = 'movements.list' | 'movements.record' | 'movements.takeBack'

export function movementsHandlers(desk: Desk): Pick<Handlers, MovementsMethods> {
  return {
    'movements.list': async (_input, { session }) =>
      movementsListOf(session.store, unitOf(desk.planning, session.store, desk.clock.today())),
    'movements.record': async (input, { session }) => ({
      recorded: await recordMovements(desk, session, input),
    }),
    'movements.takeBack': async (input, { session }) => {
      await takeBackMovement(desk, session, input)
      return {}
    },
  }
}

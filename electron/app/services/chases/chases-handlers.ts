import type { Desk, Handlers } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { chasesShown } from './chases-shown.ts'
import { recordAnswer, recordSent, takeBackSent } from './record-chases.ts'
import { ladderShown, recordMonthly, saveAddresses, saveLadder } from './record-settings.ts'
import { saveMessages } from './save-messages.ts'

type ChaseMethods =
  | 'chases.show'
  | 'chases.draft'
  | 'chases.sent'
  | 'chases.answered'
  | 'chases.takeBack'
  | 'chases.monthlySent'
  | 'chases.ladder'
  | 'chases.saveLadder'
  | 'chases.saveAddresses'

export function chasesHandlers(desk: Desk): Pick<Handlers, ChaseMethods> {
  return {
    'chases.show': async ({ scope, names }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return chasesShown(session, unit, cases, names)
    },
    'chases.draft': (input, { session }) => saveMessages(desk, session, input),
    'chases.sent': async (input, { session }) => {
      await recordSent(desk, session, input)
      return {}
    },
    'chases.answered': async (input, { session }) => {
      await recordAnswer(desk, session, input)
      return {}
    },
    'chases.takeBack': async (input, { session }) => {
      await takeBackSent(desk, session, input)
      return {}
    },
    'chases.monthlySent': async (input, { session }) => {
      await recordMonthly(desk, session, input)
      return {}
    },
    'chases.ladder': async (_input, { session }) =>
      ladderShown(session.store, scopedCases(desk, session, 'unit').unit),
    'chases.saveLadder': async (input, { session }) => {
      await saveLadder(desk, session, input)
      return {}
    },
    'chases.saveAddresses': async (input, { session }) => {
      await saveAddresses(desk, session, input)
      return {}
    },
  }
}

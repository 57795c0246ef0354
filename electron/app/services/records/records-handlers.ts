import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Desk, Handlers } from '../../context.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { recordsShown } from './records-shown.ts'
import { saveRecall, saveSentence, takeBackRecord } from './save-records.ts'

type RecordMethods = 'records.show' | 'records.saveSentence' | 'records.saveRecall' | 'records.takeBack'

export function recordsHandlers(desk: Desk): Pick<Handlers, RecordMethods> {
  return {
    'records.show': async ({ personId }, { session }) => {
      const one = unitOf(desk.planning, session.store, desk.clock.today()).byId.get(personId)
      if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
      return recordsShown(session.store, one.planned)
    },
    'records.saveSentence': async (input, { session }) => {
      await saveSentence(desk, session, input)
      return {}
    },
    'records.saveRecall': async (input, { session }) => {
      await saveRecall(desk, session, input)
      return {}
    },
    'records.takeBack': async (input, { session }) => {
      await takeBackRecord(desk, session, input)
      return {}
    },
  }
}

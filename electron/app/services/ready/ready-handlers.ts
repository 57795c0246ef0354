import { addDays } from '../../../../domain/dates/arithmetic.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { BOARD_DAYS } from '../../../../domain/model/ready-to-go.ts'
import type { Desk, Handlers } from '../../context.ts'
import { readyBoardHtml } from '../../documents/ready-board-html.ts'
import { readyPersonHtml } from '../../documents/ready-person-html.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { asAtWords } from '../session/source-ages.ts'
import { answerReady } from './answer-ready.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import { boardOf, readyOf } from './ready-of.ts'

type ReadyMethods = 'ready.board' | 'ready.show' | 'ready.answer' | 'ready.print' | 'ready.printPerson'

export function readyHandlers(desk: Desk): Pick<Handlers, ReadyMethods> {
  return {
    'ready.board': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return { today: unit.today, until: addDays(unit.today, BOARD_DAYS), rows: boardOf(cases, unit.today) }
    },
    'ready.show': async ({ personId }, { session }) => {
      const unit = unitOf(desk.planning, session.store, desk.clock.today())
      const one = unit.byId.get(personId)
      if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
      return { today: unit.today, person: readyOf(one, unit.today), name: one.name }
    },
    'ready.answer': async (input, { session }) => {
      await answerReady(desk, session, input)
      return {}
    },
    'ready.print': async ({ scope }, { session }) => {
      refuseWhereExportsAreOff(desk.host.policy)
      const { unit, cases } = scopedCases(desk, session, scope)
      const page = readyBoardHtml({
        establishment: session.store.establishment.name,
        rows: boardOf(cases, unit.today),
        today: unit.today,
        until: addDays(unit.today, BOARD_DAYS),
        asAt: asAtWords(desk.planning, session.store, unit.today),
      })
      const bytes = await desk.host.printer.toPdf(page, { landscape: true, header: '', footer: '' })
      const file = await desk.host.dialogs.saveFile(bytes, {
        name: `READY-TO-GO_${unit.today}.pdf`,
        kind: { name: 'PDF', extensions: ['pdf'] },
      })
      return { saved: file !== null, file }
    },

    'ready.printPerson': async ({ personId }, { session }) => {
      refuseWhereExportsAreOff(desk.host.policy)
      const unit = unitOf(desk.planning, session.store, desk.clock.today())
      const one = unit.byId.get(personId)
      if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
      refuseForTheDead(one.planned)
      const person = readyOf(one, unit.today)
      if (person === null)
        throw new DeskError('bad_input', 'No release of this person is expected in the next four weeks.')
      const page = readyPersonHtml({
        establishment: session.store.establishment.name,
        person,
        today: unit.today,
        asAt: asAtWords(desk.planning, session.store, unit.today),
      })
      const bytes = await desk.host.printer.toPdf(page, { landscape: false, header: '', footer: '' })
      const file = await desk.host.dialogs.saveFile(bytes, {
        name: `READY-TO-GO_${person.prisonNumber}_${unit.today}.pdf`,
        kind: { name: 'PDF', extensions: ['pdf'] },
      })
      return { saved: file !== null, file }
    },
  }
}

import type { Desk, Handlers } from '../../context.ts'
import { adopt, overrideItem, previewAdoption, previewItem } from './record-rules.ts'
import { rulesShown } from './rules-shown.ts'

type RuleMethods =
  | 'rules.show'
  | 'rules.previewAdoption'
  | 'rules.adopt'
  | 'rules.previewItem'
  | 'rules.overrideItem'

/** The rules to read, and what a region or the establishment does about them. */
export function rulesHandlers(desk: Desk): Pick<Handlers, RuleMethods> {
  return {
    'rules.show': async (_input, { session }) => rulesShown(session.store, desk.clock.today()),
    'rules.previewAdoption': async (input, { session }) => previewAdoption(desk, session, input),
    'rules.adopt': async (input, { session }) => {
      await adopt(desk, session, input)
      return {}
    },
    'rules.previewItem': async (input, { session }) => previewItem(desk, session, input),
    'rules.overrideItem': async (input, { session }) => {
      await overrideItem(desk, session, input)
      return {}
    },
  }
}

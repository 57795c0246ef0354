import type { Desk, Handlers } from '../../context.ts'
import { caseAsKnown, unitAsKnown } from './as-known.ts'
import { changeFact } from './change-fact.ts'
import { takeListed } from './take-listed.ts'

type FactsMethods = 'facts.change' | 'facts.takeListed' | 'facts.asKnown' | 'facts.unitAsKnown'

export function factsHandlers(desk: Desk): Pick<Handlers, FactsMethods> {
  return {
    'facts.change': async (input, { session }) => {
      await changeFact(desk, session, input)
      return {}
    },
    'facts.takeListed': async (input, { session }) => {
      await takeListed(desk, session, input)
      return {}
    },
    'facts.asKnown': async (input, { session }) => caseAsKnown(desk, session, input),
    'facts.unitAsKnown': async (input, { session }) => unitAsKnown(desk, session, input),
  }
}

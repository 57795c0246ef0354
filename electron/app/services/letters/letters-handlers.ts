import type { Desk, Handlers } from '../../context.ts'
import { letterOf, letterShown } from './letter-shown.ts'
import { saveLetter } from './save-letter.ts'
import { confirmDate, recordGiven } from './told-records.ts'

type LetterMethods = 'letter.show' | 'letter.confirmDate' | 'letter.save' | 'letter.given'

export function lettersHandlers(desk: Desk): Pick<Handlers, LetterMethods> {
  return {
    'letter.show': async ({ personId, withDay, release }, { session }) => {
      const { one, subject } = letterOf(desk, session, personId)
      return letterShown(one, subject, { withDay, release })
    },
    'letter.confirmDate': async (input, { session }) => {
      await confirmDate(desk, session, input)
      return {}
    },
    'letter.save': async (input, { session }) => saveLetter(desk, session, input),
    'letter.given': async (input, { session }) => {
      await recordGiven(desk, session, input)
      return {}
    },
  }
}

import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

/**
 * The case a decision is about, planned today. Throws `not_found` for an id nobody has, and `not_allowed` for somebody who
 * has died: what is recorded of them is only corrected.
 */
export function caseOf(desk: Desk, { store }: Session, personId: string): PlannedCase {
  const found = desk.planning.caseload(store, desk.clock.today()).find(({ person }) => person.id === personId)
  if (found === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  refuseForTheDead(found)
  return found
}

/** Refuses what was entered, saying which field is at fault. */
export function refuseField(field: string, message: string): never {
  throw new DeskError('bad_input', message, { [field]: message })
}

import { DeskError } from '../../../../domain/contract/errors.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

/** Throws `not_allowed` for somebody recorded as having died: nothing is planned, sent or exported for them any more. */
export function refuseForTheDead(planned: PlannedCase | undefined): void {
  const movement = planned?.presence.movement ?? null
  if (movement === null || movement.kind !== 'died') return
  throw new DeskError(
    'not_allowed',
    `This person is recorded as having died on ${formatDate(movement.on)}. Nothing is recorded, sent or exported for them. If that is wrong, take it back under Arrivals and departures.`,
  )
}

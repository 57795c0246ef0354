import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { DifferenceMarked } from '../../../../domain/planning/national-difference.ts'
import type { Desk, Session } from '../../context.ts'
import { valuesOf } from './differences.ts'

/**
 * Records what somebody found a difference to be, of the two values they saw. Refused where either has moved since, or
 * where there is no difference to explain.
 */
export async function markDifference(
  desk: Desk,
  { store, user }: Session,
  input: ParsedInputOf<'differences.mark'>,
): Promise<void> {
  const { personId, subject, mark, note, nationalValue, oursValue } = input
  const planned = desk.planning
    .caseload(store, desk.clock.today())
    .find(({ person }) => person.id === personId)
  if (planned === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  const values = valuesOf(planned, subject)
  if (values === null || values.national === values.ours)
    throw new DeskError('conflict', 'The two records no longer differ here, so there is nothing to mark.')
  if (values.national !== nationalValue || values.ours !== oursValue) {
    throw new DeskError(
      'conflict',
      'One of the two has changed since this page was shown. Look at both again, then mark them.',
    )
  }
  const body: DifferenceMarked | null =
    mark === null ? null : { mark, note: note.trim(), national: nationalValue, ours: oursValue }
  await store.write((db) =>
    saveDecision(
      db,
      { userId: user.id },
      { at: desk.clock.now().toISOString(), personId, kind: 'national_difference', subject, body },
    ),
  )
}

import { decisionsOf } from '../../../../db/repositories/decisions.ts'
import { findPerson, writePeople } from '../../../../db/repositories/people.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { KeptOurs } from '../../../../domain/model/kept-ours.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { Desk, Session } from '../../context.ts'

/** Puts what a list said in the place of what was typed here, under the list's own source and day. */
export async function takeListed(
  desk: Pick<Desk, 'clock'>,
  { store, user }: Session,
  { personId, field }: ParsedInputOf<'facts.takeListed'>,
): Promise<void> {
  await store.write((db) => {
    const person = findPerson(db, personId)
    const kept = decisionsOf(db, personId).findLast(
      ({ kind, subject }) => kind === 'kept_ours' && subject === field,
    )
    if (person === null || kept === undefined || kept.body === null)
      throw new DeskError('not_found', 'No list says anything else of this any more.')
    const { listed, source, asAt } = kept.body as KeptOurs
    const delta = { [field]: listed } as PersonRecord
    writePeople(
      db,
      { userId: user.id },
      { at: desk.clock.now().toISOString(), importId: null, source, asAt },
      [{ personId, record: { ...person.record, ...delta }, delta }],
    )
  })
}

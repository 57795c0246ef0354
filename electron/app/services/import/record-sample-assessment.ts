import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { findPersonByNumber } from '../../../../db/repositories/people.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { newId } from '../../../../db/uuid.ts'
import type { Store } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { EarlyAllocationAssessment } from '../../../../domain/early-allocation/assessment.ts'

const WHOSE = 'A4417KD'
const AT = '2026-11-20T14:20:00.000Z'
const ASSESSMENT: EarlyAllocationAssessment = {
  automatic: {
    terrorism_act: false,
    high_profile: false,
    serious_crime_prevention_order: false,
    mappa_level_3: false,
    cppc: false,
  },
  discretionary: {
    extremism_separation: false,
    very_high_risk: false,
    mappa_level_2: true,
    terrorist_risk: false,
    other_reason: false,
  },
  releaseWithin24Months: null,
  otherReason: '',
  assessedOn: '2026-11-20' as CivilDate,
  oasysDate: '2026-10-14' as CivilDate,
  outcome: 'discretionary',
  insideWindow: true,
  community: null,
}

/** One early allocation assessment that waits for the community, so that the sample shows one. It moves no date. */
export async function recordSampleAssessment(store: Store): Promise<void> {
  const person = findPersonByNumber(store.read, WHOSE)
  if (person === null) return
  const users = listUsers(store.read)
  const by = users.find(({ name }) => name === person.record.pom_name) ?? users[0]
  if (by === undefined) return
  await store.write((db) =>
    saveDecision(
      db,
      { userId: by.id },
      {
        at: AT,
        personId: person.id,
        kind: 'early_allocation',
        subject: newId(Date.parse(AT)),
        body: ASSESSMENT,
      },
    ),
  )
}

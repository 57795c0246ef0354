import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { findPersonByNumber } from '../../../../db/repositories/people.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { SAMPLE } from '../../../../db/synthetic/sample-settings.ts'
import type { Store } from '../../../../db/types.ts'
import type { ChaseAbout } from '../../../../domain/chases/chase.ts'
import { chaseSubject } from '../../../../domain/chases/subject.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'

const day = (text: string) => text as CivilDate
const TEAM = 'COM’s team'
const HEAD = 'Head of the LDU'
const AGAIN = 'Head of the LDU, again, copy to Regional lead'

interface SampleChase {
  number: string
  about: readonly ChaseAbout[]
  due: CivilDate
  rung: number
  to: string
  sentOn: CivilDate
  answered?: { on: CivilDate; answer: string }
}

/** What the unit has asked about so far: some answered with no name, one asked at every step. */
const CHASES: readonly SampleChase[] = [
  {
    number: 'A4926UC',
    about: ['com', 'meeting'],
    due: day('2026-11-09'),
    rung: 2,
    to: `${TEAM}, Bradford and Calderdale`,
    sentOn: day('2026-11-11'),
  },
  {
    number: 'A4926UC',
    about: ['com', 'meeting'],
    due: day('2026-11-09'),
    rung: 7,
    to: `${HEAD}, Bradford and Calderdale`,
    sentOn: day('2026-11-16'),
    answered: { on: day('2026-11-18'), answer: 'With a team to allocate; no name yet' },
  },
  {
    number: 'A2750EJ',
    about: ['com', 'meeting'],
    due: day('2026-11-16'),
    rung: 2,
    to: `${TEAM}, Leeds`,
    sentOn: day('2026-11-18'),
  },
  {
    number: 'A4031WB',
    about: ['com', 'meeting'],
    due: day('2026-11-09'),
    rung: 7,
    to: `${HEAD}, Hull and East Riding`,
    sentOn: day('2026-11-17'),
  },
  {
    number: 'A2931QR',
    about: ['com', 'meeting'],
    due: day('2026-06-22'),
    rung: 14,
    to: `${AGAIN}, York`,
    sentOn: day('2026-11-12'),
  },
]

/** Records the messages of the sample about what probation owes. They are the administrator's, who sends them. */
export async function recordSampleChases(store: Store): Promise<void> {
  const userId = listUsers(store.read).find(({ name }) => name === SAMPLE.administrator)?.id
  if (userId === undefined) return
  await store.write((db) => {
    for (const { number, about, due, rung, to, sentOn, answered } of CHASES) {
      const person = findPersonByNumber(db, number)
      if (person === null) continue
      for (const each of about) {
        const entry = {
          personId: person.id,
          kind: 'chase',
          subject: chaseSubject({ about: each, due, rung }),
        } as const
        const sent = { about: each, rung, to, sentOn, answeredOn: null, answer: '' }
        saveDecision(db, { userId }, { at: `${sentOn}T15:10:00.000Z`, ...entry, body: sent })
        if (answered === undefined) continue
        const body = { ...sent, answeredOn: answered.on, answer: answered.answer }
        saveDecision(db, { userId }, { at: `${answered.on}T10:25:00.000Z`, ...entry, body })
      }
    }
  })
}

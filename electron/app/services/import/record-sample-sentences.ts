import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { listPeople } from '../../../../db/repositories/people.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { SAMPLE } from '../../../../db/synthetic/sample-settings.ts'
import { newId } from '../../../../db/uuid.ts'
import type { Store } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Recall } from '../../../../domain/sentences/recall.ts'
import type { Sentence } from '../../../../domain/sentences/sentence.ts'

const AT = '2026-11-19T16:20:00.000Z'
const day = (text: string) => text as CivilDate

const SENTENCES: readonly { number: string; body: Sentence }[] = [
  {
    number: 'A4417KD',
    body: {
      offence: 'Affray',
      startedOn: day('2025-03-14'),
      indeterminate: false,
      terms: [{ kind: 'custodial', years: 4, months: 8, weeks: 0, days: 0 }],
      consecutiveTo: null,
      court: 'Leeds Crown Court',
      status: 'active',
      note: '',
    },
  },
]
const RECALLS: readonly { number: string; body: Recall }[] = [
  {
    number: 'A1154NP',
    body: {
      type: 'standard',
      recalledOn: day('2026-09-28'),
      returnedOn: day('2026-09-30'),
      releasedAgainOn: null,
      reason: 'Out of touch with the COM for two weeks.',
    },
  },
]

/** Gives one of the sample a sentence and another a recall on the record. */
export async function recordSampleSentences(store: Store): Promise<void> {
  const userId = listUsers(store.read).find(({ name }) => name === SAMPLE.administrator)?.id ?? ''
  const ids = new Map(listPeople(store.read).map(({ id, record }) => [record.prison_number ?? '', id]))
  await store.write((db) => {
    for (const [kind, list] of [
      ['sentence', SENTENCES],
      ['recall', RECALLS],
    ] as const)
      for (const { number, body } of list) {
        const personId = ids.get(number)
        if (personId === undefined) continue
        const subject = newId(Date.parse(AT))
        saveDecision(db, { userId }, { at: AT, personId, kind, subject, body })
      }
  })
}

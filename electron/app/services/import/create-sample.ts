import { join } from 'node:path'
import { CHEAP_COST } from '../../../../db/keyring.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import { createStore } from '../../../../db/open.ts'
import { saveAdoption } from '../../../../db/repositories/adoptions.ts'
import { writePeople } from '../../../../db/repositories/people.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { addUser } from '../../../../db/user-keys.ts'
import { SAMPLE, type SampleFile } from '../../../../db/synthetic/sample-settings.ts'
import { syntheticRows } from '../../../../db/synthetic/synthetic-rows.ts'
import type { Store } from '../../../../db/types.ts'
import type { Session } from '../../context.ts'
import { bringUpToDate } from '../memory/bring-up-to-date.ts'
import { createPlanning } from '../planning/planning.ts'
import { checkExtract } from './check-extract.ts'
import { importExtracts } from './import-extracts.ts'
import { recordSampleAssessment } from './record-sample-assessment.ts'
import { recordSampleMeetings } from './record-sample-meetings.ts'
import { recordSampleChases } from './record-sample-chases.ts'
import { recordSampleSentences } from './record-sample-sentences.ts'
import { recordSampleStaff } from './record-sample-staff.ts'
import { recordSampleWork } from './record-sample-work.ts'

export interface SampleOptions {
  /** What the store's own housekeeping takes for the time; the sample's morning where absent. */
  now?: () => Date
  /** Made-up people with ordinary sentences are added until there are this many. */
  people?: number
  /** Where the sample extracts lie; `samples/` of this repository where absent. */
  samples?: string
}

const MADE_AT = '2026-11-06T09:00:00.000Z'
const samplesFolder = () => join(import.meta.dirname, '../../../../samples')

/**
 * Makes the sample establishment in `folder`, which must not hold a store: its users, who all have `SAMPLE.passphrase`, the
 * rule sets of its regions, its extracts imported on the days they came, and what has been done since. Closes it again.
 */
export async function createSampleStore(
  folder: string,
  options: SampleOptions = {},
): Promise<{ recoveryKey: string }> {
  const now = options.now ?? (() => new Date(SAMPLE.now))
  const { establishment, headOfOmu, passphrase, today } = SAMPLE
  const made = await createStore({
    folder,
    establishment,
    headOfOmu,
    passphrase,
    now,
    synthetic: { passphrase, today },
    scrypt: CHEAP_COST,
  })
  const { store } = made
  try {
    await addUsersAndRules(store, made.user.id)
    const user = listUsers(store.read).find(({ name }) => name === SAMPLE.administrator) ?? made.user
    const session: Session = { store, user }
    for (const [at, file] of SAMPLE.files.entries()) {
      await importSample(session, file, options.samples ?? samplesFolder())
      // What moved is told from when the first lists are all in: before that nothing is known to move.
      if (at >= SAMPLE.files.length - 2) await lookAt(session, file)
    }
    await recordSampleWork(store)
    await recordSampleAssessment(store)
    await recordSampleStaff(store)
    await recordSampleSentences(store)
    await recordSampleChases(store)
    await recordSampleMeetings(store)
    if (options.people !== undefined) await addPeople(session, options.people)
  } finally {
    await store.close()
  }
  return { recoveryKey: made.recoveryKey }
}

async function addUsersAndRules(store: Store, userId: string): Promise<void> {
  const actor = { userId }
  for (const user of SAMPLE.users)
    await addUser(store, actor, MADE_AT, { ...user, passphrase: SAMPLE.passphrase })
  await store.write((db) => {
    for (const [at, adoption] of SAMPLE.adoptions.entries())
      saveAdoption(db, actor, MADE_AT, adoption, SAMPLE.proofs[at] ?? null)
  })
}

/** The unit looked at its cases when the list had come in. */
async function lookAt({ store, user }: Session, { importedAt: at }: SampleFile): Promise<void> {
  const today = dayInLondon(new Date(at))
  await bringUpToDate({ planning: createPlanning(), store, actor: { userId: user.id }, today, at })
}

async function importSample(session: Session, file: SampleFile, folder: string): Promise<void> {
  const { establishment, today } = SAMPLE
  const path = join(folder, file.name)
  const extract = await checkExtract({
    from: { path },
    mapping: {},
    sourceId: file.source === 'other_extract' ? null : file.source,
    dateOrder: null,
    today,
    establishment: establishment.code,
  })
  const parts = { planning: createPlanning(), session, today, at: file.importedAt }
  await importExtracts(parts, [{ extract, source: file.source, asAt: file.asAt }], false)
}

/** Fills the store up to `count` people, for measuring. */
async function addPeople({ store, user }: Session, count: number): Promise<void> {
  const there = (store.read.prepare('SELECT count(*) AS n FROM people').get() as { n: number }).n
  const last = SAMPLE.files.at(-1)
  if (count <= there || last === undefined) return
  const rows = syntheticRows(count - there, SAMPLE.today)
  const context = { importId: null, source: last.source, asAt: last.asAt, at: last.importedAt }
  await store.write((db) =>
    writePeople(
      db,
      { userId: user.id },
      context,
      rows.map((record) => ({ personId: null, record, delta: record })),
    ),
  )
}

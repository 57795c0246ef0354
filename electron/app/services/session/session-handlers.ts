import { listBackups } from '../../../../db/backup.ts'
import { timeInLondon } from '../../../../db/london-day.ts'
import type { Keyring } from '../../../../db/keyring.ts'
import {
  createStore,
  hasStore,
  openStore,
  openWithRecoveryKey,
  readKeyring,
  type Opened,
} from '../../../../db/open.ts'
import type { Store } from '../../../../db/types.ts'
import { saveAdoption } from '../../../../db/repositories/adoptions.ts'
import { storePaths } from '../../../../db/store-paths.ts'
import { DeskError, type OutputOf } from '../../../../domain/contract/index.ts'
import { findPrison, PRISONS } from '../../../../domain/reference/prisons.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { coveredBy } from '../allocation/covering.ts'
import { messagesDue } from '../chases/escalations.ts'
import { waitingIn } from '../allocation/waiting-list.ts'
import { countToEnter } from '../case-notes/notes-of.ts'
import { meetingsToDo } from '../meetings/meeting-lists.ts'
import { concernsOfUnit } from '../quality/concerns-of-unit.ts'
import { openDifferences } from '../quality/differences.ts'
import { casesOf, everybodyOf, unitOf, type Unit } from '../caseload/unit-view.ts'
import { firstAdoption } from './first-adoption.ts'
import { sameCaseUnder } from '../rules/shown-rule-sets.ts'
import { sourceAges } from './source-ages.ts'

type Status = OutputOf<'session.status'>
type SessionMethods =
  | 'session.status'
  | 'session.unlock'
  | 'session.recover'
  | 'session.lock'
  | 'setup.create'

const RULES = Object.values(RULE_SETS).map(({ id, name, summary }) => ({
  id,
  name,
  summary,
  example: sameCaseUnder(id),
}))
/** The sample establishment is not offered to somebody setting up a real one. */
const PLACES = PRISONS.filter(({ madeUp }) => !madeUp).map(({ code, name }) => ({ code, name }))

const nobody = (
  desk: Desk,
): Pick<
  Status,
  'today' | 'version' | 'host' | 'user' | 'counts' | 'covering' | 'asAt' | 'ruleSets' | 'prisons'
> => ({
  today: desk.clock.today(),
  version: desk.version,
  host: desk.host.kind,
  user: null,
  counts: null,
  covering: [],
  asAt: [],
  ruleSets: RULES,
  prisons: PLACES,
})

const peopleOf = (keyring: Keyring): Status['people'] =>
  keyring.users
    .filter((user) => !user.disabled)
    .map(({ id, name }) => ({ userId: id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

function lockedStatus(desk: Desk): Status {
  const folder = desk.host.paths.data
  const base = nobody(desk)
  if (!hasStore(folder)) {
    return { ...base, state: 'none', establishment: null, people: [], sample: null, backedUpAt: null }
  }
  const keyring = readKeyring(folder)
  return {
    ...base,
    state: 'locked',
    establishment: keyring.establishment,
    people: peopleOf(keyring),
    sample: keyring.synthetic,
    backedUpAt: listBackups(storePaths(folder).backups).at(-1)?.at ?? null,
  }
}

/** `poms` null counts everybody's. */
function areaCounts(store: Store, unit: Unit, poms: readonly string[] | null, now: string) {
  const cases = casesOf(unit, poms)
  const concerns = concernsOfUnit(unit)
  return {
    handovers: cases.filter(({ tabs }) => tabs.has('upcoming')).length,
    caseload: cases.length,
    differences: cases.reduce((sum, { planned }) => sum + openDifferences(planned), 0),
    quality: cases.filter(({ personId }) => concerns.has(personId)).length,
    waiting: waitingIn(unit).waiting.length,
    meetings: meetingsToDo(cases, unit.today, now),
    notes: everybodyOf(unit, poms).reduce((sum, one) => sum + countToEnter(one), 0),
    chases: messagesDue(store, unit, cases),
  }
}

function unlockedStatus(desk: Desk, { store, user }: Session): Status {
  const today = desk.clock.today()
  const unit = unitOf(desk.planning, store, today)
  const now = timeInLondon(desk.clock.now())
  const covering = coveredBy(store, user.name, today)
  return {
    ...nobody(desk),
    state: 'unlocked',
    establishment: store.establishment,
    people: peopleOf(readKeyring(store.folder)),
    sample: store.synthetic,
    user: { userId: user.id, name: user.name, role: user.role },
    counts: {
      unit: areaCounts(store, unit, null, now),
      mine: areaCounts(store, unit, [user.name], now),
      covering:
        covering.length === 0
          ? null
          : areaCounts(
              store,
              unit,
              covering.map(({ name }) => name),
              now,
            ),
    },
    covering,
    asAt: sourceAges(desk.planning, store, today),
    backedUpAt: store.backedUpAt,
  }
}

/** Unlocking, locking and first set-up, and what the window should show. */
export function sessionHandlers(desk: Desk): Pick<Handlers, SessionMethods> {
  const now = () => desk.clock.now()
  const folder = () => desk.host.paths.data
  const secondBackups = () => desk.host.policy.read().backupFolder

  /** A store is open once: whatever is open, or still closing, goes first. */
  async function replaceSession<T extends Opened>(open: () => Promise<T>): Promise<T> {
    await desk.sessions.close()
    const opened = await open()
    desk.sessions.open({ store: opened.store, user: opened.user })
    return opened
  }

  return {
    'session.status': async () => {
      const session = desk.sessions.current()
      return session === null ? lockedStatus(desk) : unlockedStatus(desk, session)
    },

    'session.unlock': async ({ userId, passphrase }) => {
      const { user } = await replaceSession(() =>
        openStore({ folder: folder(), userId, passphrase, now, secondBackups: secondBackups() }),
      )
      return { userId: user.id, name: user.name, role: user.role }
    },

    'session.recover': async ({ userId, recoveryKey, newPassphrase }) => {
      const { user } = await replaceSession(() =>
        openWithRecoveryKey({
          folder: folder(),
          userId,
          recoveryKey,
          newPassphrase,
          now,
          secondBackups: secondBackups(),
        }),
      )
      return { userId: user.id, name: user.name, role: user.role }
    },

    'session.lock': async () => {
      await desk.sessions.close()
      return {}
    },

    'setup.create': async ({ establishment, ruleSet, headOfOmu, passphrase }) => {
      const prison = findPrison(establishment)
      if (prison === null || prison.madeUp) {
        throw new DeskError('bad_input', 'Choose an establishment from the list.', {
          establishment: 'Choose an establishment from the list.',
        })
      }
      const adoption = firstAdoption(ruleSet, desk.clock.today(), [])
      const { recoveryKey } = await replaceSession(() =>
        createStore({
          folder: folder(),
          establishment: { code: prison.code, name: prison.name },
          headOfOmu,
          passphrase,
          now,
          secondBackups: secondBackups(),
          firstWrite: (db, head) => saveAdoption(db, { userId: head.id }, now().toISOString(), adoption),
        }),
      )
      return { recoveryKey }
    },
  }
}

import { contract, type MethodName } from '../../domain/contract/index.ts'
import type { App, Host } from '../host/host.ts'
import { createAssets } from './assets.ts'
import { clockWithFixedDay } from './clock.ts'
import type { Clock, Desk, Handlers } from './context.ts'
import { startAutoLock } from './jobs/auto-lock.ts'
import { createBackupJob } from './jobs/backup.ts'
import { createNoticing } from './jobs/noticing.ts'
import { createLog } from './log/log.ts'
import { createRouter } from './router.ts'
import { pageOrigin } from './security/page-origin.ts'
import { createSessions } from './security/sessions.ts'
import { writeAudit } from './security/write-audit.ts'
import { allocationHandlers } from './services/allocation/allocation-handlers.ts'
import { caseloadHandlers } from './services/caseload/caseload-handlers.ts'
import { chasesHandlers } from './services/chases/chases-handlers.ts'
import { compareHandlers } from './services/compare/compare-handlers.ts'
import { notesHandlers } from './services/case-notes/notes-handlers.ts'
import { decisionsHandlers } from './services/decisions/decisions-handlers.ts'
import { diaryHandlers } from './services/diary/diary-handlers.ts'
import { draftsHandlers } from './services/drafts/drafts-handlers.ts'
import { Desktops } from './services/import/desktop.ts'
import { importHandlers } from './services/import/import-handlers.ts'
import { factsHandlers } from './services/facts/facts-handlers.ts'
import { undoHandlers } from './services/import/undo-handlers.ts'
import { watchHandlers } from './services/import/watch-handlers.ts'
import { lettersHandlers } from './services/letters/letters-handlers.ts'
import { invitationsHandlers } from './services/invitations/invitations-handlers.ts'
import { meetingsHandlers } from './services/meetings/meetings-handlers.ts'
import { memoryHandlers } from './services/memory/memory-handlers.ts'
import { movementsHandlers } from './services/movements/movements-handlers.ts'
import { packHandlers } from './services/pack/pack-handlers.ts'
import { paroleHandlers } from './services/parole/parole-handlers.ts'
import { createPlanning } from './services/planning/planning.ts'
import { qualityHandlers } from './services/quality/quality-handlers.ts'
import { readyHandlers } from './services/ready/ready-handlers.ts'
import { recordsHandlers } from './services/records/records-handlers.ts'
import { rulesHandlers } from './services/rules/rules-handlers.ts'
import { sessionHandlers } from './services/session/session-handlers.ts'
import { sheetsHandlers } from './services/sheets/sheets-handlers.ts'
import { sourcesHandlers } from './services/sources/sources-handlers.ts'
import { usersHandlers } from './services/users/users-handlers.ts'

/** A quarter of an hour between looks at whether a backup is due. */
const LOOK_EVERY = 15 * 60_000

/** All handler maps as one. A method claimed twice or by nobody is a fault in the build, found at start. */
export function mergeHandlers(parts: readonly Partial<Handlers>[]): Handlers {
  const merged: Partial<Record<MethodName, unknown>> = {}
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part) as [MethodName, unknown][]) {
      if (!Object.hasOwn(contract, name)) throw new Error(`No call in the contract is named ${name}`)
      if (Object.hasOwn(merged, name)) throw new Error(`${name} is answered in two places`)
      merged[name] = handler
    }
  }
  const missing = Object.keys(contract).filter((name) => !Object.hasOwn(merged, name))
  if (missing.length > 0) throw new Error(`Nothing answers ${missing.join(', ')}`)
  return merged as Handlers
}

/**
 * The composition root: the one place that builds things. The store stays closed until somebody unlocks it. While a sample
 * establishment with a fixed day is open, that day is today.
 */
export function createApp(parts: { host: Host; clock: Clock; version: string }): App & { desk: Desk } {
  const { host, version } = parts
  const log = createLog(host.paths.logs, parts.clock)
  log.hide(host.paths.data)
  const sessions = createSessions((error) => log.fault('closing the store failed', error))
  const clock = clockWithFixedDay(parts.clock, () => sessions.current()?.store.synthetic?.today ?? null)
  const desk: Desk = { host, clock, version, sessions, planning: createPlanning() }
  const origin = pageOrigin(host.kind)
  const noticed = createNoticing(desk, log)
  const desktops = new Desktops()

  const invoke = createRouter(
    mergeHandlers([
      sessionHandlers(desk),
      usersHandlers(desk),
      caseloadHandlers(desk),
      diaryHandlers(desk),
      importHandlers(desk, desktops),
      watchHandlers(desk, desktops),
      undoHandlers(desk),
      movementsHandlers(desk),
      meetingsHandlers(desk),
      invitationsHandlers(desk),
      notesHandlers(desk),
      draftsHandlers(desk),
      sourcesHandlers(desk),
      readyHandlers(desk),
      sheetsHandlers(desk),
      lettersHandlers(desk),
      factsHandlers(desk),
      recordsHandlers(desk),
      packHandlers(desk),
      qualityHandlers(desk),
      decisionsHandlers(desk),
      memoryHandlers(desk),
      rulesHandlers(desk),
      paroleHandlers(desk),
      compareHandlers(desk),
      allocationHandlers(desk),
      chasesHandlers(desk),
    ]),
    desk,
    { origin, log, audit: (session, entry) => writeAudit(session, clock, entry), afterChange: noticed.look },
  )

  startAutoLock(desk, async (reason) => {
    const session = sessions.current()
    if (session === null) return
    log.write('info', 'locked', { reason })
    await writeAudit(session, clock, {
      method: 'session.lock',
      action: 'locked',
      personId: null,
      outcome: 'done',
    })
  })
  const backUpWhenDue = createBackupJob(desk, log)
  const timer = setInterval(() => {
    void backUpWhenDue()
    void noticed.lookOnNewDay()
  }, LOOK_EVERY)
  timer.unref()

  const close = async () => {
    clearInterval(timer)
    await sessions.close()
    await sessions.settled()
  }
  host.power.onQuit(close)
  return { desk, invoke, asset: createAssets(host.paths.assets, origin), close }
}

import { contract, type AppEvent, type MethodName } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Role } from '../../domain/model/role.ts'
import type { Store } from '../../db/types.ts'
import type { Desk, Handlers, Session } from '../../electron/app/context.ts'
import { createSessions } from '../../electron/app/security/sessions.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'
import type { Host, MachinePolicy } from '../../electron/host/host.ts'

/** A host that writes down what it was asked, and whose power events a test sets off. */
export function fakeHost(policy: Partial<MachinePolicy> = {}) {
  const emitted: AppEvent[] = []
  const idle: { minutes: number; run: () => void }[] = []
  const set = { lock: () => {}, suspend: () => {}, quit: async () => {} }
  const host: Host = {
    kind: 'headless',
    paths: { data: '/nowhere/data', logs: '/nowhere/logs', assets: '/nowhere/assets' },
    start: async () => {},
    emit: (event) => void emitted.push(event),
    dialogs: {
      saveFile: async () => null,
      saveFiles: async () => null,
      openFiles: async () => [],
      openFolder: async () => null,
      confirm: async () => false,
      fatal: async () => {},
    },
    printer: { toPdf: async () => new Uint8Array() },
    power: {
      onIdle: (minutes, run) => void idle.push({ minutes, run }),
      onLock: (run) => void (set.lock = run),
      onSuspend: (run) => void (set.suspend = run),
      onQuit: (run) => void (set.quit = run),
    },
    policy: { read: () => ({ ...DEFAULT_POLICY, ...policy }) },
  }
  return { host, emitted, idle, set }
}

/** A store that can only be closed and backed up. */
export function fakeStore(overrides: Partial<Store> = {}): Store & { closed: number; copies: number } {
  const store = {
    folder: '/nowhere/data',
    revision: 1,
    synthetic: null,
    backedUpAt: null,
    closed: 0,
    copies: 0,
    async backUp() {
      store.copies += 1
      return { path: '/nowhere/copy', sha256: '' }
    },
    async close() {
      store.closed += 1
    },
    ...overrides,
  }
  return store as unknown as Store & { closed: number; copies: number }
}

export const sessionFor = (role: Role, store: Store = fakeStore()): Session => ({
  store,
  user: { id: `user-${role}`, name: 'Ada Example', role, disabled: false, lastUnlockedAt: null },
})

export const fakeClock = (start = '2026-11-23T07:00:00.000Z') => {
  let now = new Date(start)
  return {
    now: () => now,
    today: () => now.toISOString().slice(0, 10) as CivilDate,
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}

export function fakeDesk(session: Session | null = null) {
  const { host, emitted, idle, set } = fakeHost()
  const sessions = createSessions(() => {})
  if (session !== null) sessions.open(session)
  const desk = { host, clock: fakeClock(), version: '1.2.3', planning: null, sessions } as unknown as Desk
  return { desk, emitted, idle, set }
}

/** Handlers that fail when called, but for those given. */
export function fakeHandlers(given: Partial<Handlers>): Handlers {
  const all = Object.keys(contract).map((name) => [
    name,
    async () => {
      throw new Error(`nothing stands behind ${name} in this test`)
    },
  ])
  return { ...(Object.fromEntries(all) as Record<MethodName, never>), ...given }
}

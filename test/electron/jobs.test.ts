import { describe, expect, it, vi } from 'vitest'
import { dayInLondon } from '../../db/london-day.ts'
import { clockWithFixedDay } from '../../electron/app/clock.ts'
import { startAutoLock } from '../../electron/app/jobs/auto-lock.ts'
import { createBackupJob } from '../../electron/app/jobs/backup.ts'
import { createSessions } from '../../electron/app/security/sessions.ts'
import { createActivity, createIdleWatch } from '../../electron/host/shared/idle-watch.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { fakeClock, fakeDesk, fakeStore, sessionFor } from './fakes.ts'

const silent = { write: () => {}, fault: () => {} }

describe('locking by itself', () => {
  it.each(['idle', 'lock', 'suspend'] as const)(
    'closes the store and tells the pages on %s',
    async (event) => {
      const store = fakeStore()
      const { desk, emitted, idle, set } = fakeDesk(sessionFor('pom', store))
      const reasons: string[] = []
      startAutoLock(desk, async (reason) => {
        expect(desk.sessions.current()).not.toBeNull()
        reasons.push(reason)
      })
      expect(idle[0]?.minutes).toBe(10)
      if (event === 'idle') idle[0]?.run()
      else set[event]()
      await vi.waitFor(() => expect(emitted).toEqual([{ type: 'changed', areas: ['session'] }]))
      expect(desk.sessions.current()).toBeNull()
      expect([store.closed, reasons.length]).toEqual([1, 1])
    },
  )

  it('does nothing while already locked', async () => {
    const { desk, emitted, set } = fakeDesk()
    const beforeLock = vi.fn(async () => {})
    startAutoLock(desk, beforeLock)
    set.lock()
    await desk.sessions.close()
    expect(beforeLock).not.toHaveBeenCalled()
    expect(emitted).toEqual([])
  })
})

describe('the idle watch', () => {
  it('runs once for each time of idleness, after the minutes asked for', () => {
    const clock = fakeClock()
    const { touch, idleFor } = createActivity(clock)
    const watch = createIdleWatch(idleFor)
    const run = vi.fn()
    watch.add(10, run)
    clock.pass(9)
    watch.look()
    expect(run).toHaveBeenCalledTimes(0)
    clock.pass(1)
    watch.look()
    clock.pass(5)
    watch.look()
    expect(run).toHaveBeenCalledTimes(1)
    touch()
    watch.look()
    clock.pass(11)
    watch.look()
    expect(run).toHaveBeenCalledTimes(2)
    watch.stop()
  })
})

describe('sessions', () => {
  it('closes the former store when another is opened, and waits for it', async () => {
    const [first, second] = [fakeStore(), fakeStore()]
    const sessions = createSessions(() => {})
    sessions.open(sessionFor('pom', first))
    sessions.open(sessionFor('head_of_omu', second))
    await sessions.settled()
    expect([first.closed, second.closed]).toEqual([1, 0])
    expect(sessions.current()?.user.role).toBe('head_of_omu')
    await sessions.close()
    expect(second.closed).toBe(1)
    expect(sessions.current()).toBeNull()
  })

  it('keeps the store open when only its user changes', async () => {
    const store = fakeStore()
    const sessions = createSessions(() => {})
    sessions.open(sessionFor('pom', store))
    sessions.open(sessionFor('head_of_omu', store))
    await sessions.settled()
    expect(store.closed).toBe(0)
  })

  it('is locked at once and tells of a store that would not close', async () => {
    const faults: unknown[] = []
    const sessions = createSessions((fault) => void faults.push(fault))
    const broken = fakeStore({ close: () => Promise.reject(new Error('disk full')) })
    sessions.open(sessionFor('pom', broken))
    await sessions.close()
    expect(sessions.current()).toBeNull()
    expect(faults).toHaveLength(1)
  })
})

describe('backing up while open', () => {
  it('copies when the last copy is four hours old and something was written since', async () => {
    const clock = fakeClock()
    const store = fakeStore({ backedUpAt: clock.now().toISOString() })
    const { sessions } = fakeDesk(sessionFor('pom', store)).desk
    const backUpWhenDue = createBackupJob({ sessions, clock }, silent)
    expect(await backUpWhenDue()).toBe(false)
    clock.pass(241)
    expect(await backUpWhenDue()).toBe(true)
    expect(await backUpWhenDue()).toBe(false)
    expect(store.copies).toBe(1)
  })

  it('survives a copy that fails, and tries again', async () => {
    const backUp = vi
      .fn()
      .mockRejectedValueOnce(new Error('disk full'))
      .mockResolvedValue({ path: '', sha256: '' })
    const { sessions } = fakeDesk(sessionFor('pom', fakeStore({ backUp }))).desk
    const backUpWhenDue = createBackupJob({ sessions, clock: fakeClock() }, silent)
    expect(await backUpWhenDue()).toBe(false)
    expect(await backUpWhenDue()).toBe(true)
  })
})

describe('the day', () => {
  it.each([
    ['2026-03-28T23:59:59.999Z', '2026-03-28'],
    ['2026-06-30T22:59:59.000Z', '2026-06-30'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01'],
    ['2026-12-31T23:59:59.000Z', '2026-12-31'],
    ['2027-01-01T00:00:00.000Z', '2027-01-01'],
  ])('at %s is %s in London', (moment, day) => {
    expect(dayInLondon(new Date(moment))).toBe(day)
  })

  it('is the sample’s own while a sample is open', () => {
    let fixed: CivilDate | null = '2026-01-05' as CivilDate
    const clock = clockWithFixedDay(fakeClock(), () => fixed)
    expect(clock.today()).toBe('2026-01-05')
    expect(clock.now().toISOString()).toMatch(/^2026-01-05T(?:0[89]|1\d|2\d):/u)
    fixed = null
    expect(clock.today()).toBe('2026-11-23')
  })
})

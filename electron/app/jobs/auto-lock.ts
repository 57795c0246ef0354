import type { Desk } from '../context.ts'

/**
 * Locks when nobody has touched the computer for the minutes policy gives, when the screen is locked and when the computer
 * sleeps: the store is closed and its key forgotten, and every page shows the unlock page.
 */
export function startAutoLock(desk: Desk, beforeLock: (reason: string) => Promise<void>): void {
  const lock = async (reason: string) => {
    if (desk.sessions.current() === null) return
    await beforeLock(reason)
    await desk.sessions.close()
    desk.host.emit({ type: 'changed', areas: ['session'] })
  }
  const { power, policy } = desk.host
  power.onIdle(policy.read().autoLockMinutes, () => void lock('idle'))
  power.onLock(() => void lock('screen locked'))
  power.onSuspend(() => void lock('computer slept'))
}

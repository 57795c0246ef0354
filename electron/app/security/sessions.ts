import type { Desk, Session } from '../context.ts'

export type Sessions = Desk['sessions'] & {
  /** Resolves when every store handed in so far is closed. */
  settled(): Promise<void>
}

/** Holds the one open session. Stores are closed in the order they were opened, also when nobody waits for it. */
export function createSessions(onCloseFault: (error: unknown) => void): Sessions {
  let current: Session | null = null
  let closing: Promise<void> = Promise.resolve()

  const closeCurrent = () => {
    const ending = current
    current = null
    if (ending !== null) closing = closing.then(() => ending.store.close()).catch(onCloseFault)
  }

  return {
    current: () => current,
    open(session) {
      if (current !== null && current.store !== session.store) closeCurrent()
      current = session
    },
    async close() {
      closeCurrent()
      await closing
    },
    settled: () => closing,
  }
}

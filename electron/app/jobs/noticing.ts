import type { Desk, Session } from '../context.ts'
import type { Log } from '../log/log.ts'
import { bringUpToDate } from '../services/memory/bring-up-to-date.ts'

export interface Noticing {
  /** Notices what changed in the plans of the open unit. Never throws: what was written stands whether or not this does. */
  look(session: Session): Promise<void>
  /** The same where the day has changed since: the pages are then asked to look again. */
  lookOnNewDay(): Promise<void>
}

/**
 * What a change did to the plans of the unit is noticed when it is made, when the store is opened, and when a day begins
 * while it is open. The unit is looked through again only where the log has grown or the day has changed since.
 */
export function createNoticing(desk: Desk, log: Pick<Log, 'fault'>): Noticing {
  let last: { store: Session['store']; revision: number; today: string } | null = null

  // One look at a time: two that began together would each keep the same former plans.
  let looking: Promise<void> = Promise.resolve()
  const look = (session: Session): Promise<void> => (looking = looking.then(() => lookOnce(session)))

  async function lookOnce({ store, user }: Session): Promise<void> {
    const today = desk.clock.today()
    if (last !== null && last.store === store && last.revision === store.revision && last.today === today)
      return
    try {
      await bringUpToDate({
        planning: desk.planning,
        store,
        actor: { userId: user.id },
        today,
        at: desk.clock.now().toISOString(),
      })
      last = { store, revision: store.revision, today }
    } catch (error) {
      // Looked for again at the next change, and whenever the store is next opened.
      log.fault('noticing what changed failed', error)
    }
  }

  return {
    look,
    async lookOnNewDay() {
      const session = desk.sessions.current()
      if (session === null || last === null || last.today === desk.clock.today()) return
      await look(session)
      desk.host.emit({ type: 'changed', areas: ['caseload'] })
    },
  }
}

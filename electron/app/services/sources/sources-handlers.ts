import type { Desk, Handlers } from '../../context.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { saveStaleLimit } from './stale-limit.ts'
import { sourcesShown } from './sources-shown.ts'

export function sourcesHandlers(desk: Desk): Pick<Handlers, 'sources.show' | 'sources.setLimit'> {
  return {
    'sources.show': async (_input, { session: { store } }) =>
      sourcesShown(store, unitOf(desk.planning, store, desk.clock.today())),
    'sources.setLimit': async ({ days }, { session: { store, user } }) => {
      await store.write((db) =>
        saveStaleLimit(db, { userId: user.id }, desk.clock.now().toISOString(), { days, by: user.name }),
      )
      return {}
    },
  }
}

import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { CalendarFilters } from '../../../../domain/calendar/calendar-filters.ts'
import type { Desk, Session } from '../../context.ts'

const keyOf = (session: Session) => `calendar ${session.user.id}`

/** What the signed-in user shows and hides; undefined where nothing was ever kept. */
export const keptFilters = (session: Session): CalendarFilters | undefined =>
  readSetting(session.store.read, keyOf(session)) as CalendarFilters | undefined

export async function keepFilters(desk: Desk, session: Session, filters: CalendarFilters): Promise<void> {
  await session.store.write((db) =>
    saveSetting(db, { userId: session.user.id }, desk.clock.now().toISOString(), keyOf(session), filters),
  )
}

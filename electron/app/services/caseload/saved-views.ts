import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Desk, Session } from '../../context.ts'

type SavedView = OutputOf<'caseload.views'>[number]

const MOST = 30
const keyOf = (session: Session) => `views ${session.user.id}`

/** The views the signed-in user saved, by name. */
export const savedViews = (session: Session): SavedView[] =>
  (readSetting(session.store.read, keyOf(session)) as SavedView[] | undefined) ?? []

const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Saves a view, in the place of one of the same name. Throws `bad_input` where there are too many. */
export async function saveView(desk: Desk, session: Session, view: SavedView): Promise<void> {
  const others = savedViews(session).filter(({ name }) => !isSameName(name, view.name))
  if (others.length >= MOST)
    throw new DeskError('bad_input', `There are ${MOST} saved views already: delete one first.`, {
      name: `Delete one of the ${MOST} views first`,
    })
  await write(desk, session, [...others, view])
}

/** Forgets a view. Throws `not_found` where it is gone already. */
export async function deleteView(desk: Desk, session: Session, name: string): Promise<void> {
  const known = savedViews(session)
  const others = known.filter((view) => !isSameName(view.name, name))
  if (others.length === known.length) throw new DeskError('not_found', 'This view is not saved any more.')
  await write(desk, session, others)
}

async function write(desk: Desk, session: Session, views: SavedView[]): Promise<void> {
  views.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  await session.store.write((db) =>
    saveSetting(db, { userId: session.user.id }, desk.clock.now().toISOString(), keyOf(session), views),
  )
}

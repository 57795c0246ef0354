import { basename, join } from 'node:path'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import type { Desktops } from './desktop.ts'
import { newFilesIn, passingOver, readWatch, saveWatch, type WatchedFile } from './watch-folder.ts'

type WatchMethods =
  | 'import.newFiles'
  | 'import.watchFolder'
  | 'import.stopWatching'
  | 'import.passOver'
  | 'import.takeNewFiles'

/** The folder extracts are saved in: a newer one there is suggested, never read in by itself. No path crosses to the page. */
export function watchHandlers(desk: Desk, desktops: Desktops): Pick<Handlers, WatchMethods> {
  const at = () => desk.clock.now().toISOString()
  const folderOf = ({ store }: Session) => {
    const watch = readWatch(store.read)
    if (watch === null) throw new DeskError('not_found', 'No folder is being watched. Choose one first.')
    return watch
  }

  async function newFiles({
    store,
  }: Session): Promise<{ folder: string | null; problem: string | null; files: WatchedFile[] }> {
    const watch = readWatch(store.read)
    if (watch === null) return { folder: null, problem: null, files: [] }
    const folder = basename(watch.folder)
    try {
      return { folder, problem: null, files: await newFilesIn(store.read, watch, desk.clock.now()) }
    } catch {
      // Moved, renamed, or on a share that is away today: said, and nothing else stops working.
      return { folder, problem: `The folder ${folder} cannot be read now.`, files: [] }
    }
  }

  return {
    async 'import.newFiles'(_input, { session }) {
      return newFiles(session)
    },

    async 'import.watchFolder'(_input, { session }) {
      const folder = await desk.host.dialogs.openFolder()
      if (folder === null) return { folder: null }
      await session.store.write((db) =>
        saveWatch(db, { userId: session.user.id }, at(), { folder, passedOver: [] }),
      )
      return { folder: basename(folder) }
    },

    async 'import.stopWatching'(_input, { session }) {
      await session.store.write((db) => saveWatch(db, { userId: session.user.id }, at(), null))
      return {}
    },

    async 'import.passOver'({ key }, { session }) {
      const watch = folderOf(session)
      await session.store.write((db) =>
        saveWatch(db, { userId: session.user.id }, at(), passingOver(watch, key)),
      )
      return {}
    },

    async 'import.takeNewFiles'({ keys }, { session }) {
      const { folder } = folderOf(session)
      const { files } = await newFiles(session)
      const taken = files.filter(({ key }) => keys.includes(key))
      if (taken.length !== new Set(keys).size) {
        throw new DeskError('conflict', 'The folder has changed since. Look at its files again.')
      }
      const paths = taken.map(({ name }) => join(folder, name))
      return { files: await desktops.putFiles(session, paths, false) }
    },
  }
}

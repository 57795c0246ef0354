import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, readKeyring } from '../../db/open.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'

interface Means {
  make(folder: string): Promise<unknown>
  say(line: string): void
}

/**
 * The sample establishment in `folder/store`, made on the first start and kept: about 400 invented people. One that cannot
 * be opened, because it is damaged or of another version, is made again. Throws `in_use` where another window has it open.
 */
export async function ensureSample(
  folder: string,
  say: Means['say'],
  make: Means['make'] = createSampleStore,
): Promise<string> {
  const store = join(folder, 'store')
  if (existsSync(store)) {
    const fault = await whyNotUsable(store)
    if (fault === null) return store
    say(`The sample establishment of an earlier start cannot be used (${fault}), so it is made again.`)
    rmSync(store, { recursive: true, force: true })
  }
  say('Making the sample establishment: invented people only.')
  // Beside, then renamed: a start that was broken off leaves no half of one behind.
  const making = join(folder, 'making')
  rmSync(making, { recursive: true, force: true })
  await make(making)
  renameSync(making, store)
  return store
}

/** Opens it once, as its own unlock page would. Null where that goes well. */
async function whyNotUsable(folder: string): Promise<string | null> {
  try {
    const { synthetic, defaultUser } = readKeyring(folder)
    if (synthetic === null) return 'it is no sample'
    const { store } = await openStore({
      folder,
      userId: defaultUser,
      passphrase: synthetic.passphrase,
      now: () => new Date(),
    })
    await store.close()
    return null
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    if (error.code === 'in_use' || error.code === 'not_available') throw error
    // Somebody has only been guessing at the passphrase its page shows.
    if (error.code === 'wait') return null
    return error.code === 'newer_version' ? 'a newer version made it' : 'it is damaged'
  }
}

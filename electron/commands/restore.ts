import { resolve } from 'node:path'
import { readKeyringOfCopy, restoreStore } from '../../db/restore.ts'
import { EXIT, type RunCommand } from './command.ts'
import {
  chooseUser,
  openForCommand,
  passphraseOf,
  printJson,
  readArguments,
  reportErrors,
} from './open-store.ts'

/** `desk restore`: a copy in the place of a store. What it replaces is kept beside it. */
export const run: RunCommand = async (args, io) => {
  const { values } = readArguments(
    args,
    { from: { type: 'string' }, data: { type: 'string' } },
    { required: ['from', 'data'] },
  )
  return reportErrors(io, async () => {
    const from = resolve(values.from)
    const folder = resolve(values.data)
    const passphrase = passphraseOf(io)
    const userId = chooseUser(readKeyringOfCopy(from), io)
    const { path, sha256, replaced } = await restoreStore({
      from,
      folder,
      userId,
      passphrase,
      now: () => io.now(),
    })
    const session = await openForCommand(folder, io, 'restore')
    await session.store.close()
    if (replaced !== null) io.stderr.write(`What was there before is kept in ${replaced}\n`)
    printJson(io, { path, sha256, verified: true })
    return EXIT.done
  })
}

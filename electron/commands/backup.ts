import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { keyringBeside } from '../../db/store-paths.ts'
import { copyOpenStore } from '../../db/store.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import { EXIT, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'

/** `desk backup`: a verified copy of the store in one file, its keyring beside it. */
export const run: RunCommand = async (args, io) => {
  const { values } = readArguments(
    args,
    { data: { type: 'string' }, out: { type: 'string' } },
    { required: ['data', 'out'] },
  )
  const out = resolve(values.out)
  return withStore(resolve(values.data), io, 'backup', async ({ store }) => {
    if (existsSync(out) && !existsSync(keyringBeside(out))) {
      throw new DeskError('conflict', `${out} is there already and is not a copy of a store.`)
    }
    printJson(io, { ...(await copyOpenStore(store, out)), verified: true })
    return EXIT.done
  })
}

import { join } from 'node:path'
import { tempFolder } from '../db/support/stores.ts'
import type { RunCommand } from '../../electron/commands/command.ts'
import { run as init } from '../../electron/commands/init.ts'
import { testIo } from './command-io.ts'

export const ENV = { DESK_PASSPHRASE: 'four words for testing', DESK_USER: '' }

/** Runs a command as a shell would; `json` is what it printed, null where it printed nothing. */
export async function desk(run: RunCommand, args: string[], env: Record<string, string> = {}, now?: string) {
  const io = testIo({ ...ENV, ...env }, now)
  const status = await run(args, io)
  const out = io.out()
  return {
    status,
    json: out === '' ? null : (JSON.parse(out) as Record<string, unknown>),
    err: io.err(),
    out,
  }
}

/** A folder with a sample store made by `desk init`. Samples spare scrypt, so tests are quick. */
export async function initialised(env: Record<string, string> = {}) {
  const data = join(tempFolder(), 'store')
  const args = ['--data', data, '--establishment', 'LEI', '--rules', 'enhanced-7-5', '--sample']
  return { data, made: await desk(init, args, env) }
}

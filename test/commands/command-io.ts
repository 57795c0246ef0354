import { Readable, Writable } from 'node:stream'
import process from 'node:process'
import type { CommandIo } from '../../electron/commands/command.ts'

export interface TestIo extends CommandIo {
  out(): string
  err(): string
}

/** The process as a command sees it, with what it says kept. The surroundings are this process's own and `env`. */
export function testIo(env: Record<string, string> = {}, now = '2026-11-23T09:00:00.000Z'): TestIo {
  const said = { out: '', err: '' }
  const keep = (where: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[where] += String(chunk)
        done()
      },
    })
  return {
    stdin: Readable.from([]),
    stdout: keep('out'),
    stderr: keep('err'),
    env: { ...process.env, ...env },
    now: () => new Date(now),
    out: () => said.out,
    err: () => said.err,
  }
}

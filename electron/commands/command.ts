import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the process. Tests hand in their own. */
export interface CommandIo {
  stdin: Readable
  stdout: Writable
  stderr: Writable
  env: Record<string, string | undefined>
  now(): Date
}

/** Exit statuses of `desk`. */
export const EXIT = { done: 0, refusals: 1, couldNotStart: 2, damaged: 3 } as const

/** Each file in this folder named in `electron/cli.ts` exports one `run`. `args` come after the command's name. */
export type RunCommand = (args: string[], io: CommandIo) => Promise<number>

/** Bad arguments: the message and the usage go to standard error, and the command ends with status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

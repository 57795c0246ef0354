import { parseArgs, type ParseArgsConfig } from 'node:util'
import { DeskError, type ErrorCode } from '../../domain/contract/errors.ts'
import type { Keyring } from '../../db/keyring.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { appendAudit } from '../../db/repositories/audit.ts'
import type { Session } from '../app/context.ts'
import { EXIT, UsageError, type CommandIo } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']

/**
 * Reads a command's arguments strictly. `required` names options that must be there and not blank; `positionals` says how
 * many bare arguments are taken. Throws `UsageError` for anything else.
 */
export function readArguments<O extends Options, R extends keyof O & string = never>(
  args: string[],
  options: O,
  {
    required = [],
    positionals = { min: 0, max: 0 },
  }: { required?: readonly R[]; positionals?: { min: number; max: number } } = {},
): { values: Omit<Values<O>, R> & Record<R, string>; positionals: string[] } {
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args, options, strict: true, allowPositionals: positionals.max > 0 })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  for (const name of required) {
    const value = parsed.values[name]
    if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} is needed.`)
  }
  const { length } = parsed.positionals
  if (length < positionals.min || length > positionals.max) {
    throw new UsageError(
      length < positionals.min
        ? 'Something is missing.'
        : `${parsed.positionals[positionals.max]} is one too many.`,
    )
  }
  return parsed as { values: Omit<Values<O>, R> & Record<R, string>; positionals: string[] }
}

/** `DESK_PASSPHRASE`. Throws a `DeskError` that ends a command with status 2 where it is not set. */
export function passphraseOf(io: Pick<CommandIo, 'env'>): string {
  const passphrase = io.env['DESK_PASSPHRASE']
  if (passphrase !== undefined && passphrase !== '') return passphrase
  throw new DeskError('bad_input', 'Set DESK_PASSPHRASE to the passphrase of the store.')
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Whom a command acts as: `DESK_USER` by name or id, else the first head of OMU. Nobody there may still be asked for. */
export function chooseUser(keyring: Keyring, io: Pick<CommandIo, 'env'>): string {
  const asked = io.env['DESK_USER']
  if (asked === undefined || asked.trim() === '') return keyring.defaultUser
  const known = keyring.users.filter((user) => user.id === asked || plain(user.name) === plain(asked))
  return (known.find((user) => !user.disabled) ?? known[0])?.id ?? asked
}

/**
 * Opens the store in `folder` for `command` (its name, without `desk`) and writes that to the audit log. Throws
 * `DeskError`s; wrap the command in `reportErrors`. The caller closes the store.
 */
export async function openForCommand(folder: string, io: CommandIo, command = 'command'): Promise<Session> {
  const passphrase = passphraseOf(io)
  const session = await openStore({
    folder,
    userId: chooseUser(readKeyring(folder), io),
    passphrase,
    now: () => io.now(),
  })
  try {
    await session.store.write((db) =>
      appendAudit(db, {
        at: io.now().toISOString(),
        userId: session.user.id,
        method: `desk ${command}`,
        subject: null,
        outcome: 'ok',
        detail: 'ran from the command line',
      }),
    )
    return session
  } catch (error) {
    await session.store.close()
    throw error
  }
}

const isDamage = (code: ErrorCode): boolean => code === 'damaged' || code === 'newer_version'
export const exitFor = (error: DeskError): number =>
  isDamage(error.code) ? EXIT.damaged : EXIT.couldNotStart

/** Runs a command, turning a `DeskError` into its message on standard error and exit status 2, or 3 for a store past use. */
export async function reportErrors(io: CommandIo, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    io.stderr.write(`${error.message}\n`)
    return exitFor(error)
  }
}

/** Opens the store, runs, closes it whatever happens, and reports what could not be done. */
export function withStore(
  folder: string,
  io: CommandIo,
  command: string,
  run: (session: Session) => Promise<number>,
): Promise<number> {
  return reportErrors(io, async () => {
    const session = await openForCommand(folder, io, command)
    let status: number
    try {
      status = await run(session)
    } catch (error) {
      // What went wrong first is what to say; the copy that closing makes may fail for the same reason.
      await session.store.close().catch(() => {})
      throw error
    }
    try {
      await session.store.close()
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      io.stderr.write(`${error.message}\n`)
      return Math.max(status, EXIT.refusals)
    }
    return status
  })
}

/** One JSON object on one line of standard output. */
export function printJson(io: CommandIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`)
}

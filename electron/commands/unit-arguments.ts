import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isCivilDate, type CivilDate } from '../../domain/dates/civil-date.ts'
import { londonDate } from '../app/clock.ts'
import type { Session } from '../app/context.ts'
import { UsageError, type CommandIo } from './command.ts'

// What the commands that read the unit's cases share: their flags, and what day it is.

/** The flags given, each at most once; anything else is a usage error. */
export function readFlags<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

export function needed(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${flag} needs a value.`)
  return value
}

export function dateFlag(flag: string, value: string | undefined): CivilDate | null {
  if (value === undefined) return null
  if (!isCivilDate(value)) throw new UsageError(`${flag} must be a date written YYYY-MM-DD.`)
  return value
}

/** The day asked for; else the sample establishment's fixed day; else today in London. */
export function dayFor(session: Session, io: CommandIo, asOf: CivilDate | null = null): CivilDate {
  return asOf ?? session.store.synthetic?.today ?? londonDate(io.now())
}

import { isCivilDate, type CivilDate } from '../../domain/dates/civil-date.ts'
import { dayInLondon } from '../../db/london-day.ts'
import type { Session } from '../app/context.ts'
import { UsageError, type CommandIo } from './command.ts'

// What the commands that read the unit's cases share: dates among their arguments, and what day it is.

/** The date given by `--name`, null where it is not given. */
export function dateArgument(name: string, value: string | undefined): CivilDate | null {
  if (value === undefined) return null
  if (!isCivilDate(value)) throw new UsageError(`--${name} must be a date written YYYY-MM-DD.`)
  return value
}

/** The first and the last day of a range, in order. */
export function rangeArgument(from: CivilDate, to: CivilDate): { from: CivilDate; to: CivilDate } {
  if (to < from) throw new UsageError('--to must be the day of --from or after it.')
  return { from, to }
}

/** The day asked for; else the sample establishment's fixed day; else today in London. */
export function dayFor(session: Session, io: CommandIo, asOf: CivilDate | null = null): CivilDate {
  return asOf ?? session.store.synthetic?.today ?? dayInLondon(io.now())
}

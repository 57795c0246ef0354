import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dayInLondon } from '../../../db/london-day.ts'
import type { Clock } from '../context.ts'
import { createRedactor } from './redact.ts'

export type Level = 'info' | 'warning' | 'error'

export interface Log {
  /** One line: what happened, with codes and counts. Everything passes through the redactor; nothing is trusted to be clean. */
  write(level: Level, event: string, detail?: Record<string, string | number | boolean | null>): void
  /** A fault of ours: its kind, its code, its text where that cannot quote a record, and where in our code it stood. */
  fault(event: string, error: unknown): void
  /** See `Redactor.hide`. */
  hide(text: string): void
}

export const LOG_DAYS = 14
const NAME = /^desk-(\d{4}-\d\d-\d\d)\.log$/

/** Of the log files in a folder, those older than fourteen days. */
export function logsToDelete(names: readonly string[], now: Date): string[] {
  const oldest = dayInLondon(new Date(now.getTime() - LOG_DAYS * 86_400_000))
  return names.filter((name) => {
    const day = NAME.exec(name)?.[1]
    return day !== undefined && day < oldest
  })
}

// The engine's and the database's own messages name code and columns, never values; any other text may quote a record.
const QUOTES_NO_DATA = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SqliteError'])

/** Where in the code an error was thrown: functions and files, no folder and no message, which may quote data. */
function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[\\/]([^\s()\\/]+)\)?$/, '$1'))
    .join(' < ')
}

/**
 * A log file a day under `folder`, kept fourteen days. Logging never stops the app: a full disk or a read-only folder is
 * borne in silence.
 */
export function createLog(folder: string, clock: Pick<Clock, 'now'>): Log {
  const redactor = createRedactor()
  let prepared = ''

  const prepare = (day: string) => {
    if (prepared === day) return
    mkdirSync(folder, { recursive: true })
    for (const name of logsToDelete(readdirSync(folder), clock.now())) rmSync(join(folder, name))
    prepared = day
  }

  const write: Log['write'] = (level, event, detail = {}) => {
    const now = clock.now()
    const parts = Object.entries(detail).map(([key, value]) => `${key}=${String(value)}`)
    // One event, one line: a line break inside a value could otherwise forge an entry.
    const text = redactor.redact([event, ...parts].join(' ')).replaceAll(/\s+/g, ' ')
    try {
      const day = dayInLondon(now)
      prepare(day)
      appendFileSync(join(folder, `desk-${day}.log`), `${now.toISOString()} ${level} ${text}\n`, {
        mode: 0o600,
      })
    } catch {
      // Nowhere to say so.
    }
  }

  return {
    write,
    fault(event, error) {
      if (!(error instanceof Error)) return write('error', event, { kind: typeof error })
      const code = 'code' in error && typeof error.code === 'string' ? error.code : null
      const text = QUOTES_NO_DATA.has(error.name) ? error.message.slice(0, 300) : null
      return write('error', event, { kind: error.name, code, text, at: frames(error) })
    },
    hide: (text) => redactor.hide(text),
  }
}

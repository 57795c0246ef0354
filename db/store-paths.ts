import { join } from 'node:path'

/** Where everything of one store stands in its folder. */
export function storePaths(folder: string): {
  database: string
  keyring: string
  lock: string
  attempts: string
  backups: string
} {
  return {
    database: join(folder, 'desk.db'),
    keyring: join(folder, 'keyring.json'),
    lock: join(folder, 'desk.lock'),
    attempts: join(folder, 'attempts.json'),
    backups: join(folder, 'backups'),
  }
}

/** A copy of a store carries its keyring beside it. */
export const keyringBeside = (database: string): string => `${database}.keyring.json`

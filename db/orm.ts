import type Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

const made = new WeakMap<Database.Database, BetterSQLite3Database>()

/** Drizzle over a connection, for queries that are not on a hot path. Never its `migrate()`: see `migrate.ts`. */
export function orm(db: Database.Database): BetterSQLite3Database {
  let found = made.get(db)
  if (found === undefined) made.set(db, (found = drizzle({ client: db })))
  return found
}

import type Database from 'better-sqlite3'

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>()

/** One prepared statement for each text and connection: the hot paths run the same few statements 100,000 times. */
export function statement(db: Database.Database, sql: string): Database.Statement<unknown[]> {
  let known = prepared.get(db)
  if (known === undefined) prepared.set(db, (known = new Map()))
  let found = known.get(sql)
  if (found === undefined) known.set(sql, (found = db.prepare<unknown[]>(sql)))
  return found
}

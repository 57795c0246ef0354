import type Database from 'better-sqlite3'
import type { CivilDate } from '../domain/dates/civil-date.ts'
import type { DecisionKind } from '../domain/model/decision.ts'
import type { PersonRecord } from '../domain/model/person-record.ts'
import type { TaskBody } from '../domain/model/handover-task.ts'
import type { Role } from '../domain/model/role.ts'

/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-23T07:42:05.120Z`. */
export type Instant = string

/** Who did something. The command line and the window both act as a named user; there is no anonymous write. */
export interface Actor {
  userId: string
}

export interface User {
  id: string
  name: string
  role: Role
  disabled: boolean
  lastUnlockedAt: Instant | null
}

/** Somebody as known now. `version` is the place in the change log of the last thing learned about them. */
export interface StoredPerson {
  id: string
  record: PersonRecord
  version: number
}

/** One thing learned about one person: a row of the append-only change log. `delta` holds only the fields it set. */
export interface PersonChange {
  seq: number
  id: string
  at: Instant
  by: string
  byName: string
  personId: string
  importId: string | null
  /** `nomis_report`, `delius_caseload`… or `typed here`. */
  source: string
  asAt: CivilDate | null
  /** Why it was typed, where somebody was asked. */
  reason: string | null
  delta: PersonRecord
}

/** What an import found out about one person. `personId` null makes a new person. */
export interface PersonWrite {
  personId: string | null
  /** The whole record after the change. */
  record: PersonRecord
  /** The fields that change. */
  delta: PersonRecord
}

export interface ImportRecord {
  id: string
  at: Instant
  by: string
  byName: string
  file: string
  sha256: string
  source: string
  asAt: CivilDate
  rows: number
  created: number
  updated: number
  unchanged: number
  absent: number
  refused: number
  /** When it was taken back; null while it stands. */
  undoneAt: Instant | null
}

/** A handover task or mandated meeting recorded as done. The latest record for (person, task) stands; `doneOn` null takes it back. */
export interface TaskRecord {
  id: string
  seq: number
  at: Instant
  by: string
  byName: string
  personId: string
  task: string
  doneOn: CivilDate | null
  note: string
  /** What a checklist asks beside the day; null where a record says no more. */
  body: TaskBody | null
}

/** Something decided about a case. The latest for (person, kind, subject) stands; `body` null takes it back. */
export interface DecisionRecord {
  id: string
  seq: number
  at: Instant
  by: string
  byName: string
  personId: string
  kind: DecisionKind
  /** Which of several of its kind: a review, an assessment, a field. Empty where a case has only one. */
  subject: string
  body: unknown
}

export interface PackRecord {
  id: string
  at: Instant
  by: string
  byName: string
  personId: string
  version: number
  status: 'draft' | 'ready'
  hash: string
}

/**
 * Two views of one connection. A function that takes a `ReadDb` cannot write: SQL that changes anything is only run by
 * functions that take a `WriteDb`, and those are only handed out inside `Store.write`.
 */
export type ReadDb = Database.Database & { readonly __can: 'read' | 'write' }
export type WriteDb = Database.Database & { readonly __can: 'write' }

/** An open, unlocked store. One process holds it at a time. */
export interface Store {
  readonly folder: string
  readonly read: ReadDb
  /** One transaction, run after those already queued. Throws whatever `run` throws, with nothing written. */
  write<T>(run: (db: WriteDb) => T): Promise<T>
  /** The place of the last change in the log: rises when something is learned or decided, not when something is audited. */
  readonly revision: number
  readonly establishment: { code: string; name: string }
  /** Set for a store of made-up people only. `today` fixes the day its window shows. */
  readonly synthetic: { passphrase: string; today: CivilDate | null } | null
  /** When the last verified backup was made. */
  readonly backedUpAt: Instant | null
  /** A verified copy beside the store, by `VACUUM INTO`, with the keyring; old copies are thinned. */
  backUp(): Promise<{ path: string; sha256: string }>
  /**
   * Backs up if anything was learned since the last copy (or audited, once a day), checkpoints, lets go of the key and
   * the lock. Safe to call twice.
   */
  close(): Promise<void>
}

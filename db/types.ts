import type { CivilDate } from '../domain/dates/civil-date.ts'
import type { PersonRecord } from '../domain/model/person-record.ts'
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

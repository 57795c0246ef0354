import type { CivilDate } from '../dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../model/person-record.ts'
import type { LearnedFact } from './pack-input.ts'
import { systemOf } from './sources.ts'

export interface Origin {
  source: string
  asAt: CivilDate | null
}

/** Where each field's present value came from: the last thing learned that set it. */
export function originsOf(history: readonly LearnedFact[]): Partial<Record<PersonField, Origin>> {
  const origins: Partial<Record<PersonField, Origin>> = {}
  for (const { source, asAt, delta } of history) {
    for (const field of Object.keys(delta) as PersonField[])
      origins[field] = { source: systemOf(source), asAt }
  }
  return origins
}

export interface Move {
  field: PersonField
  was: string | number | boolean | null
  now: string | number | boolean | null
  source: string
  /** The day the source speaks of, else the day it was learned. */
  on: CivilDate
}

/** Every time one of `fields` that had a value got another, oldest first. */
export function movesOf(history: readonly LearnedFact[], fields: readonly PersonField[]): Move[] {
  const known: PersonRecord = {}
  const moves: Move[] = []
  for (const { at, asAt, source, delta } of history) {
    for (const field of fields) {
      const now = delta[field]
      if (now === undefined) continue
      const was = known[field]
      if (was !== undefined && was !== null && was !== now) {
        moves.push({ field, was, now, source: systemOf(source), on: asAt ?? (at.slice(0, 10) as CivilDate) })
      }
    }
    Object.assign(known, delta)
  }
  return moves
}

/** Dates whose change can move a handover or a release: what an OASys written before it does not know. */
export const KEY_DATE_FIELDS = [
  'sed',
  'crd',
  'ard',
  'npd',
  'ped',
  'apd',
  'ted',
  'thd',
  'hdced',
  'hdcad',
  'prrd',
  'confirmed_release_date',
] as const satisfies readonly PersonField[]

export const labelOf = (field: PersonField): string => PERSON_FIELDS[field].label

import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { PERSON_FIELDS, type PersonField } from '../../../../domain/model/person-record.ts'
import type { Store, StoredPerson } from '../../../../db/types.ts'
import type { PlannedCase, Planning } from '../planning/planned-case.ts'
import type { Found } from './compare-extract.ts'

/** What lists do to one person's plan. */
export interface Effect<F extends Found = Found> {
  found: F
  before: Plan | null
  after: Plan | null
  /** Handover lay ahead, or was not known, and now lies behind. */
  newlyPast: boolean
  /** May now be released before the handover, and could not before. */
  releaseFirst: boolean
}

/** Plans everybody who is changed or brought, as before and as after. The people known are planned once, together. */
export function planEffects<F extends Found>(
  planning: Planning,
  store: Store,
  everything: readonly F[],
  today: CivilDate,
): Effect<F>[] {
  const known = new Map<string, PlannedCase>()
  if (everything.some(({ before }) => before !== null))
    for (const planned of planning.caseload(store, today)) known.set(planned.person.id, planned)
  return everything.map((found) => {
    const before = found.before === null ? null : planBefore(planning, store, known, found.before, today)
    const person = { id: found.personId ?? '', record: found.record, version: 0 }
    const after = planning.planRecord(store, person, today).plan
    return {
      found,
      before,
      after,
      newlyPast: found.before !== null && isPast(after, today) && !isPast(before, today),
      releaseFirst: hasReleaseFirst(after) && !hasReleaseFirst(before),
    }
  })
}

/** Within one run a second list may change somebody the first one has just changed, whom nobody has planned yet. */
function planBefore(
  planning: Planning,
  store: Store,
  known: ReadonlyMap<string, PlannedCase>,
  person: StoredPerson,
  today: CivilDate,
): Plan | null {
  const planned = known.get(person.id)
  return planned?.person.version === person.version
    ? planned.plan
    : planning.planRecord(store, person, today).plan
}

const isPast = (plan: Plan | null, today: CivilDate) =>
  plan?.handover_date !== null && plan?.handover_date !== undefined && plan.handover_date <= today
const hasReleaseFirst = (plan: Plan | null) => plan?.flags.includes('release_before_handover') ?? false

/** Dates the plan rests on: a change in one of them is the first thing to look at. */
export const KEY_DATES: ReadonlySet<string> = new Set<PersonField>([
  'sentence_start_date',
  'crd',
  'ard',
  'ped',
  'apd',
  'ted',
  'thd',
  'hdced',
  'hdcad',
  'prrd',
  'ersed',
  'confirmed_release_date',
  'sed',
  'led',
  'tused',
])

export interface ChangedDate {
  row: number
  prison_number: string
  field: string
  label: string
  was: string | null
  now: string | null
  handover_was: CivilDate | null
  handover_now: CivilDate | null
}

/** Every key date a list moved for somebody known before it, or brought, in the order of the list. */
export function changedDates(effects: readonly Effect[]): ChangedDate[] {
  return effects.flatMap(({ found, before, after }) => {
    if (found.before === null) return []
    return (Object.keys(found.delta) as PersonField[])
      .filter((field) => KEY_DATES.has(field))
      .map((field) => ({
        row: found.row,
        prison_number: found.record.prison_number ?? '',
        field,
        label: PERSON_FIELDS[field].label,
        was: text(found.before?.record[field]),
        now: text(found.delta[field]),
        handover_was: before?.handover_date ?? null,
        handover_now: after?.handover_date ?? null,
      }))
  })
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

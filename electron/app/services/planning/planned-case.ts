import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { LocalItem } from '../../../../domain/model/local-item.ts'
import type { MeetingEntry, Plan, Responsibility, ScheduleEntry } from '../../../../domain/model/plan.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Presence } from '../../../../domain/movements/presence.ts'
import type { ResponsibilityOverride } from '../../../../domain/model/responsibility-override.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { DecisionRecord, Store, StoredPerson } from '../../../../db/types.ts'

/** An override as it was recorded. */
export interface RecordedOverride {
  record: DecisionRecord
  body: ResponsibilityOverride
}

/** One person with the facts the rules read and the plan they give today. Derived: never stored. */
export interface PlannedCase {
  person: StoredPerson
  /** What stands decided about the case here, oldest first. */
  decisions: readonly DecisionRecord[]
  /** Where the person is, from movements somebody confirmed. */
  presence: Presence
  /** What is recorded, with what was decided here taken into account. */
  facts: CaseFacts
  /** The adoption that chose the rule set. */
  adoption: Adoption
  rules: RuleSetId
  /** What will be in force on the 18th birthday of somebody under 18; for everybody else the same as now. */
  rulesAtEighteen: RuleSetId
  /** Null where the rules need a fact nobody recorded; `missing` says which and why. */
  plan: Plan | null
  missing: { field: string; message: string } | null
  /** Who is responsible today, an override taken into account; `plan.responsibility` is what the rules alone say. */
  responsibility: Responsibility | null
  /** The override in force today; null where there is none. */
  override: RecordedOverride | null
  /** How the home region, or the establishment, does dated work its own way today: one an item. */
  local: readonly LocalItem[]
  /** The mandated meetings, computed on first use. */
  meetings(): MeetingEntry[]
  /** Everything dated the case asks for. Made anew at every call: lists of a unit ask for `meetings`. */
  schedule(): ScheduleEntry[]
}

/** Whether a case is still this establishment's: here, or away for a while. */
export const isPresent = ({ presence }: PlannedCase): boolean => presence.state !== 'left'

/** What a plan rests on besides the record. */
export interface KnownThen {
  decisions: readonly DecisionRecord[]
  adoptions: readonly Adoption[]
  local: readonly LocalItem[]
}

export interface Planning {
  /** Everybody in the store, planned for `today`. Remembered until the store or the day changes. */
  caseload(store: Store, today: CivilDate): PlannedCase[]
  /** One record planned as if it stood in the store: for previews of what an import would do. */
  planRecord(store: Store, person: StoredPerson, today: CivilDate): PlannedCase
  /** One record planned from what else was known at some time: for holding a remembered plan to its facts. */
  planAsKnown(store: Store, person: StoredPerson, known: KnownThen, today: CivilDate): PlannedCase
  /** The facts the rules read, from what is recorded. */
  factsOf(store: Store, record: PersonRecord): CaseFacts
}

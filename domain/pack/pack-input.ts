import type { CivilDate } from '../dates/civil-date.ts'
import type { PersonRecord } from '../model/person-record.ts'
import type { Plan } from '../model/plan.ts'

/** One thing learned about the person, oldest first in a list. */
export interface LearnedFact {
  at: string
  byName: string
  source: string
  asAt: CivilDate | null
  delta: PersonRecord
}

/** A date's sum as a person can check it with a pencil, and the rule it stands on. */
export interface PackWorking {
  sum: { sign: string; label: string; date: CivilDate | null; note: string }[]
  checks: string[]
  rule: string
  source: string
}

/** A handover task or mandated meeting, with what was recorded of it. */
export interface PackTask {
  task: string
  title: string
  owner: string
  due: CivilDate | null
  /** `overdue` only of a day that counts: never a planning date, nor one that had passed before the person came. */
  state: 'to_do' | 'overdue' | 'on_arrival' | 'planning_date' | 'done' | 'not_done'
  doneOn: CivilDate | null
  /** Why it was not done, and the day that was clear. */
  notDone: { why: string; on: CivilDate } | null
  /** A document and where it is; empty where none was given. */
  reference: string
  note: string
  /** Who recorded it. */
  by: string | null
  source: string
}

/** Everything a pack is made of. Nothing else is read: no clock, no store. */
export interface PackInput {
  packId: string | null
  version: number
  today: CivilDate
  establishment: { code: string; name: string }
  /** Who builds it, by name. */
  author: string
  record: PersonRecord
  history: readonly LearnedFact[]
  plan: Plan | null
  /** What is missing where there is no plan. */
  cannotPlan: string | null
  /** Who is responsible now and until when, in a sentence; null where it cannot be worked out. */
  responsible: string | null
  /** How the national record's handover date stands to ours, in a sentence; null where no extract brought one. */
  nationalDifference: string | null
  /** The rule set's name, and whose choice it was from when. */
  rules: string
  /** What the plan says aloud of this case, worst first: a code and a whole sentence. */
  flags: readonly { code: string; says: string }[]
  working: PackWorking | null
  tasks: readonly PackTask[]
}

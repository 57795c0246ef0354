import type { CivilDate } from '../dates/civil-date.ts'
import { isCivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Flag } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { formatDate } from '../text/dates.ts'
import { compareCase, type CaseToCompare, type ComparedCase } from './compare-plans.ts'

/** The release dates that may be tried on another day, with the fact each stands for. */
export const MOVABLE_RELEASES = {
  CRD: 'conditional_release_date',
  ARD: 'automatic_release_date',
  TED: 'tariff_expiry_date',
  HDCAD: 'home_detention_curfew_actual_date',
  confirmed: 'confirmed_release_date',
} as const satisfies Record<string, keyof CaseFacts>
export type MovableRelease = keyof typeof MOVABLE_RELEASES

export type WhatIfChange =
  | { kind: 'early_allocation' }
  | { kind: 'parole_date'; to: CivilDate }
  | { kind: 'hearing_date'; to: CivilDate }
  | { kind: 'recalled'; postRecallRelease: CivilDate | null }
  | { kind: 'release'; which: MovableRelease; to: CivilDate }
  | { kind: 'rules'; ruleSet: RuleSetId }

/** The facts as they would be. Nothing is changed in place. Another rule set changes no fact. */
export function factsIf(facts: CaseFacts, change: WhatIfChange): CaseFacts {
  switch (change.kind) {
    case 'early_allocation':
      return { ...facts, is_early_allocation: true }
    case 'parole_date':
      return { ...facts, parole_eligibility_date: change.to }
    case 'hearing_date':
      return { ...facts, target_hearing_date: change.to }
    case 'recalled':
      return {
        ...facts,
        recalled: true,
        post_recall_release_date: change.postRecallRelease ?? facts.post_recall_release_date ?? null,
      }
    case 'release':
      return { ...facts, [MOVABLE_RELEASES[change.which]]: change.to }
    case 'rules':
      return facts
  }
}

/** What the day of each change is called, as a message begins. */
const DATE_NAMES: Partial<Record<WhatIfChange['kind'], string>> = {
  parole_date: 'The parole eligibility date',
  hearing_date: 'The target hearing date',
  recalled: 'The post-recall release date',
  release: 'The day of release',
}

/** What is wrong with the day of a change, by the input it came in; null where nothing is. */
export function mistakeIn(
  facts: CaseFacts,
  change: WhatIfChange,
): { field: 'to' | 'postRecallRelease'; message: string } | null {
  const field = change.kind === 'recalled' ? 'postRecallRelease' : 'to'
  const date = change.kind === 'recalled' ? change.postRecallRelease : 'to' in change ? change.to : null
  if (date === null) return null
  const name = DATE_NAMES[change.kind] ?? 'The date'
  if (!isCivilDate(date)) return { field, message: `${name} must be a real date` }
  const start = facts.sentence_start_date
  if (start && date < start)
    return {
      field,
      message: `${name} must be on or after the day the sentence started, ${formatDate(start)}`,
    }
  const birth = facts.date_of_birth
  return birth && date <= birth
    ? { field, message: `${name} must be after the date of birth, ${formatDate(birth)}` }
    : null
}

export interface WhatIfOutcome {
  compared: ComparedCase
  /** Under B and not under A, in the order flags are listed. */
  flagsAppear: Flag[]
  flagsGo: Flag[]
  /** Neither a date, nor who is responsible, nor a meeting, nor a flag. */
  nothingChanges: boolean
}

/** What a change would do to one case: A is the plan today, B the plan there would be. Both must have been made. */
export function whatIf(one: CaseToCompare, today: CivilDate): WhatIfOutcome {
  const compared = compareCase(one, today)
  const [before, after] = [one.a.plan?.flags ?? [], one.b.plan?.flags ?? []]
  const flagsAppear = after.filter((flag) => !before.includes(flag))
  const flagsGo = before.filter((flag) => !after.includes(flag))
  const nothingChanges =
    compared.from === compared.to &&
    one.a.plan?.handover_start_date === one.b.plan?.handover_start_date &&
    !compared.responsibilityChanges &&
    one.a.plan?.reason === one.b.plan?.reason &&
    compared.meetings.every(({ from, to }) => from === to) &&
    flagsAppear.length + flagsGo.length === 0
  return { compared, flagsAppear, flagsGo, nothingChanges }
}

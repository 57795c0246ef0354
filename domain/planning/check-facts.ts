import { isCivilDate } from '../dates/civil-date.ts'
import {
  LEGACY_COHORTS,
  LEGAL_STATUSES,
  NATIONS,
  NEEDS,
  RECALL_TYPES,
  ROSH_LEVELS,
  SEXES,
  type CaseFacts,
} from '../model/case-facts.ts'

// Written by hand because it runs once for every line of `desk plan` and must not cost more than the planning.

/** The first thing wrong with a set of facts. */
export interface FactsProblem {
  error: { code: 'unknown_fact' | 'bad_value'; field: string; message: string }
}

type Kind = 'date' | 'boolean' | 'text' | 'mappa' | 'needs' | readonly string[]

const KINDS: Readonly<Record<keyof CaseFacts, Kind>> = {
  date_of_birth: 'date',
  sentence_start_date: 'date',
  reception_date: 'date',
  conditional_release_date: 'date',
  automatic_release_date: 'date',
  parole_eligibility_date: 'date',
  tariff_expiry_date: 'date',
  target_hearing_date: 'date',
  home_detention_curfew_eligibility_date: 'date',
  home_detention_curfew_actual_date: 'date',
  confirmed_release_date: 'date',
  approved_parole_date: 'date',
  post_recall_release_date: 'date',
  early_removal_scheme_eligibility_date: 'date',
  last_oasys_date: 'date',
  is_indeterminate: 'boolean',
  is_early_allocation: 'boolean',
  recalled: 'boolean',
  immigration: 'boolean',
  additional_isp: 'boolean',
  legal_status: LEGAL_STATUSES,
  in_open_conditions: 'boolean',
  open_prison_rules_apply: 'boolean',
  womens_prison: 'boolean',
  category_active_since: 'date',
  prison_arrival_date: 'date',
  mappa_level: 'mappa',
  parole_outcome_release: 'boolean',
  legacy_cohort: LEGACY_COHORTS,
  short_sentence_function: 'boolean',
  enhanced_resourcing: 'boolean',
  rosh_level: ROSH_LEVELS,
  com_name: 'text',
  com_email: 'text',
  sex: SEXES,
  recall_type: RECALL_TYPES,
  restricted_patient: 'boolean',
  destination_nation: NATIONS,
  prison_nation: NATIONS,
  needs: 'needs',
}
const KIND_OF: ReadonlyMap<string, Kind> = new Map(Object.entries(KINDS))

/**
 * The value as facts, or the first thing wrong with it: a name that is not a fact (wherever it stands), then a value of
 * the wrong kind, each in the order written. Types are exact; null is always allowed; blank text becomes null.
 */
export function checkFacts(value: unknown): CaseFacts | FactsProblem {
  if (!isObject(value)) {
    return {
      error: {
        code: 'bad_value',
        field: 'facts',
        message: 'Facts must be an object of fact names and values',
      },
    }
  }
  let bad: string | null = null
  let hasBlank = false
  for (const name in value) {
    const kind = KIND_OF.get(name)
    if (kind === undefined) return unknownFact(name)
    const fact = value[name]
    if (fact === null || fact === undefined) continue
    if (kind === 'date' ? isCivilDate(fact) : isOfKind(kind, fact)) {
      if (kind === 'text' && (fact as string).trim() === '') hasBlank = true
    } else {
      bad ??= name
    }
  }
  if (bad !== null) return badValue(bad, value[bad])
  return (hasBlank ? withoutBlanks(value) : value) as CaseFacts
}

export function isFactsProblem(checked: CaseFacts | FactsProblem): checked is FactsProblem {
  return 'error' in checked
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOfKind(kind: Kind, fact: unknown): boolean {
  if (kind === 'boolean') return fact === true || fact === false
  if (kind === 'mappa') return fact === 0 || fact === 1 || fact === 2 || fact === 3
  if (kind === 'text') return typeof fact === 'string'
  if (kind === 'date') return isCivilDate(fact)
  if (kind === 'needs')
    return Array.isArray(fact) && fact.every((need) => (NEEDS as readonly unknown[]).includes(need))
  return (kind as readonly unknown[]).includes(fact)
}

function withoutBlanks(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && fact.trim() === '' ? null : fact,
    ]),
  )
}

function unknownFact(name: string): FactsProblem {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return { error: { code: 'unknown_fact', field: name, message: `There is no fact called ${shown}` } }
}

function badValue(field: string, fact: unknown): FactsProblem {
  return { error: { code: 'bad_value', field, message: `${field} must be ${wanted(field, fact)}` } }
}

function wanted(field: string, fact: unknown): string {
  const kind = KIND_OF.get(field)
  switch (kind) {
    case 'date':
      return typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact)
        ? 'a day that exists, from 1900-01-01 to 2199-12-31'
        : 'a date written YYYY-MM-DD'
    case 'boolean':
      return 'true or false'
    case 'mappa':
      return '0, 1, 2 or 3'
    case 'text':
      return 'text'
    case 'needs':
      return `a list of ${NEEDS.join(', ')}`
    default:
      return `one of ${kind?.join(', ') ?? ''}`
  }
}

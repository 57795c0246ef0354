import { isCivilDate, type CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Plan } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { checkFacts, isFactsProblem } from '../../domain/planning/check-facts.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { writtenId } from './written-id.ts'

export interface LineOptions {
  /** What the command line gave; a line's own come first. */
  rules: RuleSetId | null
  today: CivilDate | null
  /** What stands after the plan, as `,"name":value` pairs; null for nothing. */
  extras: ((facts: CaseFacts, plan: Plan) => string) | null
}

export interface PlannedLine {
  /** The line to print, without its end. */
  text: string
  refused: boolean
}

/** Plans one line of input: takes its text, gives the line to print. One error a line, the first found. */
export type LinePlanner = (line: string) => PlannedLine

const REFUSED: PlannedLine = { text: '', refused: true }
const PLANNED: PlannedLine = { text: '', refused: false }

export function linePlanner({ rules: givenRules, today: givenToday, extras }: LineOptions): LinePlanner {
  let knownDay: unknown = null
  const isDay = (value: unknown): value is CivilDate => {
    if (value === knownDay) return true
    if (!isCivilDate(value)) return false
    knownDay = value
    return true
  }

  return (line) => {
    const input = parseObject(line)
    if (input === null) return notJson()
    const id = writeId(input['id'], line)
    if (id === null) return refuse('null', 'bad_value', 'id', 'id must be text or a number')
    const facts = input['facts']
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
      return refuse(id, 'bad_value', 'facts', 'facts must be there, and be an object')
    }
    const today = input['today'] ?? givenToday
    const ruleName = input['rules'] ?? givenRules
    if (today === null)
      return refuse(id, 'missing_fact', 'today', 'Neither the line nor the command gives today')
    if (ruleName === null)
      return refuse(id, 'missing_fact', 'rules', 'Neither the line nor the command gives the rules')
    if (!isDay(today))
      return refuse(id, 'bad_value', 'today', 'today must be a day that exists, written YYYY-MM-DD')
    const rules = ruleSetIdOf(ruleName)
    if (rules === null) return refuse(id, 'unknown_rules', 'rules', 'There is no such rule set')
    const checked = checkFacts(facts)
    if (isFactsProblem(checked)) return refuseFor(id, checked.error)
    const plan = planCase(checked, rules, today)
    if (isProblem(plan)) return refuseFor(id, plan.error)
    PLANNED.text = writePlan(id, plan, extras === null ? '}' : `${extras(checked, plan)}}`)
    return PLANNED
  }
}

/** What a line that cannot be read at all gives. */
export function notJson(): PlannedLine {
  return refuse('null', 'bad_json', null, 'The line is not one JSON object')
}

export function lineTooLong(): PlannedLine {
  return refuse('null', 'bad_json', null, 'The line is longer than 1 MB')
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** The id as JSON, or null where it is neither text nor a number. */
function writeId(id: unknown, line: string): string | null {
  if (typeof id === 'string') return JSON.stringify(id)
  if (typeof id === 'number')
    return Number.isSafeInteger(id) && !Object.is(id, -0) ? String(id) : writtenId(line)
  return id === undefined || id === null ? 'null' : null
}

function refuseFor(id: string, error: { code: string; field: string | null; message: string }): PlannedLine {
  return refuse(id, error.code, error.field, error.message)
}

function refuse(id: string, code: string, field: string | null, message: string): PlannedLine {
  REFUSED.text = `{"id":${id},"error":${JSON.stringify({ code, field, message })}}`
  return REFUSED
}

// Put together by hand: every part but the id is one of our own words or a checked date, so nothing needs escaping.
function writePlan(id: string, plan: Plan, end: string): string {
  const { handover_start_date: start, handover_date: handover, earliest_release: release } = plan
  return (
    `{"id":${id},"rules":"${plan.rules}","today":"${plan.today}","in_scope":${plan.in_scope ? 'true' : 'false'}` +
    `,"responsibility":${plan.responsibility === null ? 'null' : `"${plan.responsibility}"`},"reason":"${plan.reason}"` +
    `,"handover_start_date":${start === null ? 'null' : `"${start}"`}` +
    `,"handover_date":${handover === null ? 'null' : `"${handover}"`}` +
    `,"earliest_release":${release === null ? 'null' : `{"type":"${release.type}","date":"${release.date}"}`}` +
    `,"handover_type":"${plan.handover_type}","flags":${writeFlags(plan.flags)}${end}`
  )
}

function writeFlags(flags: readonly string[]): string {
  return flags.length === 0 ? '[]' : `["${flags.join('","')}"]`
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import { checkFacts } from '../../domain/planning/check-facts.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { referencePlan } from './reference-plan.ts'

interface Vector {
  id: string
  today: CivilDate
  rules: RuleSetId
  facts: CaseFacts
  expected: Record<string, unknown>
}
const vectors = readFileSync(new URL('../vectors/plan.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector)

describe('the example cases', () => {
  it('are all there', () => expect(vectors).toHaveLength(526))

  it.each(vectors)('$id', ({ facts, rules, today, expected }) => {
    expect(checkFacts(facts)).toBe(facts)
    const plan = planCase(facts, rules, today) as unknown as Record<string, unknown>
    if ('error' in expected) {
      expect(plan['error']).toMatchObject({ code: expected['error'], field: expected['field'] })
      return
    }
    for (const [field, value] of Object.entries(expected)) expect(plan[field], field).toEqual(value)
    expect(referencePlan(facts, rules, today)).toMatchObject(expected)
  })
})

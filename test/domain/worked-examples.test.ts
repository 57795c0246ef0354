import { describe, expect, it } from 'vitest'
import { RULE_SET_IDS } from '../../domain/model/rule-set-id.ts'
import { planDates } from '../../domain/planning/plan-dates.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { SOURCE_CONFLICTS } from '../../domain/rule-sets/conflicts.ts'
import { RULE_SETS } from '../../domain/rule-sets/rule-sets.ts'
import { EXAMPLE_DAY, exampleFor, usualRow } from '../../domain/rule-sets/worked-examples.ts'
import { handoverSum } from '../../domain/text/deciding-row.ts'

const rows = RULE_SET_IDS.flatMap((id) => RULE_SETS[id].rows.map((row) => [id, row.number, row] as const))

describe('worked examples', () => {
  it.each(rows)('%s row %i has one, decided by that row', (id, number, row) => {
    const example = exampleFor(id, number)
    expect(example).toBeDefined()
    const dates = planDates(example?.facts ?? {}, id, EXAMPLE_DAY)
    if (isProblem(dates)) throw new Error('an example must be planned')
    expect(dates.handover_date !== null).toBe(row.outcome.kind !== 'no_dates')
  })

  it.each([
    ['national-2023', '15 July 2027 (CRD) − 8 months and 14 days', '2026-11-01'],
    ['enhanced-7-5', '15 July 2027 (CRD) − 7 months and 15 days', '2026-11-30'],
    ['pre-release-5', '15 July 2027 (CRD) − 5 months', '2027-02-15'],
    ['day-1-2021', '15 July 2027 (CRD) − 4 months and 15 days', '2027-02-28'],
  ] as const)('%s is known by %s', (id, sum, handover) => {
    const example = exampleFor(id, usualRow(id))
    expect(handoverSum(example?.facts ?? {}, id, EXAMPLE_DAY)).toBe(sum)
    const dates = planDates(example?.facts ?? {}, id, EXAMPLE_DAY)
    expect(isProblem(dates) ? null : dates.handover_date).toBe(handover)
  })
})

describe('conflicts between sources', () => {
  it('set 5, 7½ and 8½ months side by side, and say what is done about each', () => {
    const determinate = SOURCE_CONFLICTS.find(({ id }) => id === 'determinate')
    expect(determinate?.says.map(({ ruleSet }) => ruleSet)).toEqual([
      'pre-release-5',
      'enhanced-7-5',
      'national-2023',
    ])
    for (const { says, here } of SOURCE_CONFLICTS) {
      expect(says.length).toBeGreaterThan(1)
      expect(here).toMatch(/\.$/u)
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Adoption } from '../../domain/model/adoption.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { ruleSetFor } from '../../domain/planning/adoption.ts'

const date = (text: string) => text as CivilDate
const adopt = (region: string | null, ruleSet: RuleSetId, from: string): Adoption => ({
  region,
  ruleSet,
  from: date(from),
})

const ADOPTIONS = [
  adopt(null, 'national-2023', '2024-01-01'),
  adopt(null, 'enhanced-7-5', '2026-04-01'),
  adopt('North East', 'pre-release-5', '2026-06-01'),
]
/** 8½ months before release is 1 November 2026, 7½ is 30 November, 5 is 15 February 2027. */
const CASE: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}

describe('which rules a case is planned under', () => {
  it.each<[string, string | null, string, RuleSetId]>([
    ['the establishment’s own where the region is unknown', null, '2026-11-21', 'enhanced-7-5'],
    ['its own on the very day', null, '2026-04-01', 'enhanced-7-5'],
    ['the earlier the day before', null, '2026-03-31', 'national-2023'],
    ['its own where the region adopted nothing', 'Wales', '2026-11-21', 'enhanced-7-5'],
    ['the region’s', 'North East', '2026-11-21', 'pre-release-5'],
    ['its own until the region adopts', 'North East', '2026-05-31', 'enhanced-7-5'],
    ['the first, before any', null, '2020-01-01', 'national-2023'],
  ])('%s', (_, region, today, rules) => {
    expect(ruleSetFor(CASE, region, ADOPTIONS, date(today)).ruleSet).toBe(rules)
  })

  it('never takes back a case the COM already has', () => {
    const adoptions = [adopt(null, 'national-2023', '2024-01-01'), adopt(null, 'pre-release-5', '2026-11-10')]
    expect(ruleSetFor(CASE, null, adoptions, date('2026-11-21'))).toEqual(adoptions[0])
    const later = { ...CASE, conditional_release_date: date('2027-08-15') }
    expect(ruleSetFor(later, null, adoptions, date('2026-11-21'))).toEqual(adoptions[1])
  })

  it('hands over no sooner than the day before the change', () => {
    const onTheDay = [adopt(null, 'national-2023', '2024-01-01'), adopt(null, 'pre-release-5', '2026-11-01')]
    expect(ruleSetFor(CASE, null, onTheDay, date('2026-11-21')).ruleSet).toBe('pre-release-5')
    const dayAfter = [adopt(null, 'national-2023', '2024-01-01'), adopt(null, 'pre-release-5', '2026-11-02')]
    expect(ruleSetFor(CASE, null, dayAfter, date('2026-11-21')).ruleSet).toBe('national-2023')
  })

  it('keeps a short sentence with the community', () => {
    const adoptions = [adopt(null, 'pre-release-5', '2024-01-01'), adopt(null, 'enhanced-7-5', '2026-11-10')]
    const short = { sentence_start_date: date('2026-10-01'), conditional_release_date: date('2027-07-15') }
    expect(ruleSetFor(short, null, adoptions, date('2026-11-21')).ruleSet).toBe('pre-release-5')
    const begunSince = { ...short, sentence_start_date: date('2026-11-12') }
    expect(ruleSetFor(begunSince, null, adoptions, date('2026-11-21')).ruleSet).toBe('enhanced-7-5')
  })

  it('holds through later changes too', () => {
    const adoptions = [
      adopt(null, 'national-2023', '2024-01-01'),
      adopt(null, 'enhanced-7-5', '2026-11-05'),
      adopt(null, 'pre-release-5', '2026-11-10'),
    ]
    expect(ruleSetFor(CASE, null, adoptions, date('2026-11-21')).ruleSet).toBe('national-2023')
  })

  it('takes the later recorded of two for one day', () => {
    const adoptions = [adopt(null, 'national-2023', '2024-01-01'), adopt(null, 'enhanced-7-5', '2024-01-01')]
    expect(ruleSetFor(CASE, null, adoptions, date('2026-11-21')).ruleSet).toBe('enhanced-7-5')
  })

  it('has no silent default', () => {
    expect(() => ruleSetFor(CASE, null, [], date('2026-11-21'))).toThrow('No rule set has been adopted')
  })
})

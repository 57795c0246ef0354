import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Responsibility } from '../../domain/model/plan.ts'
import type { ResponsibilityOverride } from '../../domain/model/responsibility-override.ts'
import { holdsOn, lastDayOf, overrideOn, responsibilityUnder } from '../../domain/planning/override.ts'
import { anyDay } from './arbitrary-facts.ts'

const day = (text: string) => text as CivilDate
const OVERRIDE: ResponsibilityOverride = {
  to: 'com',
  reason: 'community_asked',
  note: '',
  agreedByPrison: 'Ruth Adeyemi',
  agreedByProbation: 'Priya Holt',
  agreedOn: day('2026-11-20'),
  document: null,
  from: day('2026-11-23'),
  until: day('2027-02-28'),
  ended: null,
}
const endedOn = (on: string) => ({ ...OVERRIDE, ended: { on: day(on), because: 'a new COM' } })

describe('an override', () => {
  it.each<[string, boolean, ResponsibilityOverride]>([
    ['2026-11-22', false, OVERRIDE],
    ['2026-11-23', true, OVERRIDE],
    ['2027-02-28', true, OVERRIDE],
    ['2027-03-01', false, OVERRIDE],
    ['2026-12-31', true, endedOn('2027-01-01')],
    ['2027-01-01', false, endedOn('2027-01-01')],
    ['2026-11-23', false, endedOn('2026-11-23')],
  ])('on %s holds: %s', (today, holds, override) => {
    expect(holdsOn(override, day(today))).toBe(holds)
  })

  it.each<[Responsibility | null, 'pom' | 'com', Responsibility | null]>([
    ['pom', 'com', 'com'],
    ['pom_with_com', 'com', 'com'],
    ['com', 'pom', 'pom_with_com'],
    ['pom', 'pom', 'pom'],
    ['com', 'com', 'com'],
    [null, 'com', null],
  ])('%s overridden to %s is %s', (calculated, to, effective) => {
    expect(responsibilityUnder(calculated, { ...OVERRIDE, to })).toBe(effective)
    expect(responsibilityUnder(calculated, null)).toBe(calculated)
  })

  it('ends by itself, whatever its days: never held after its last, and the latest recorded stands', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(800), fc.nat(800), (from, length, after) => {
        const one = { body: { ...OVERRIDE, from, until: addDays(from, length) } }
        const last = lastDayOf(one.body)
        expect(overrideOn([one], last)).toBe(one)
        expect(overrideOn([one], addDays(last, 1 + after))).toBeNull()
        const later = { body: { ...one.body, to: 'pom' as const } }
        expect(overrideOn([one, later], from)).toBe(later)
      }),
    )
  })
})

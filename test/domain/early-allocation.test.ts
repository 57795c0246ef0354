import { describe, expect, it } from 'vitest'
import { addMonths } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import {
  asksDiscretionary,
  AUTOMATIC_NAMES,
  DISCRETIONARY_NAMES,
  outcomeOf,
  type EarlyAllocationAnswers,
  type EarlyAllocationAssessment,
  type EarlyAllocationOutcome,
} from '../../domain/early-allocation/assessment.ts'
import {
  awaitsDecision,
  earlyAllocationState,
  isEarlyAllocation,
  isInWindow,
  oasysDateMistake,
  windowOpensOn,
  withEarlyAllocation,
  type EarlyAllocationState,
} from '../../domain/early-allocation/early-allocation.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')
const answers = <N extends string>(names: readonly N[], ...yes: N[]): Record<N, boolean> =>
  Object.fromEntries(names.map((name) => [name, yes.includes(name)])) as Record<N, boolean>
const NONE = answers(AUTOMATIC_NAMES)
const FACTS: CaseFacts = {
  sentence_start_date: day('2024-03-14'),
  conditional_release_date: day('2027-07-15'),
}
const assessment = (change: Partial<EarlyAllocationAssessment> = {}): EarlyAllocationAssessment => ({
  automatic: NONE,
  discretionary: answers(DISCRETIONARY_NAMES, 'very_high_risk'),
  releaseWithin24Months: null,
  otherReason: '',
  assessedOn: day('2026-11-20'),
  oasysDate: day('2026-10-01'),
  outcome: 'discretionary',
  insideWindow: true,
  community: null,
  ...change,
})
const decided = (accepted: boolean) => ({ accepted, decidedOn: day('2026-11-22'), by: 'Priya Holt' })

describe('what the answers come to', () => {
  it.each(AUTOMATIC_NAMES)('%s alone makes somebody eligible, and nothing further is asked', (name) => {
    const automatic = answers(AUTOMATIC_NAMES, name)
    expect(asksDiscretionary(automatic)).toBe(false)
    expect(outcomeOf({ automatic, discretionary: null, releaseWithin24Months: null })).toBe('eligible')
  })

  it.each<[EarlyAllocationOutcome, Pick<EarlyAllocationAnswers, 'discretionary' | 'releaseWithin24Months'>]>([
    ['not_eligible', { discretionary: answers(DISCRETIONARY_NAMES), releaseWithin24Months: null }],
    [
      'discretionary',
      { discretionary: answers(DISCRETIONARY_NAMES, 'other_reason'), releaseWithin24Months: null },
    ],
    [
      'discretionary',
      { discretionary: answers(DISCRETIONARY_NAMES, 'very_high_risk'), releaseWithin24Months: null },
    ],
    [
      'discretionary',
      { discretionary: answers(DISCRETIONARY_NAMES, 'mappa_level_2'), releaseWithin24Months: null },
    ],
    [
      'discretionary',
      { discretionary: answers(DISCRETIONARY_NAMES, 'terrorist_risk'), releaseWithin24Months: null },
    ],
    [
      'discretionary',
      { discretionary: answers(DISCRETIONARY_NAMES, 'extremism_separation'), releaseWithin24Months: true },
    ],
    [
      'not_eligible',
      { discretionary: answers(DISCRETIONARY_NAMES, 'extremism_separation'), releaseWithin24Months: false },
    ],
    [
      'discretionary',
      {
        discretionary: answers(DISCRETIONARY_NAMES, 'extremism_separation', 'mappa_level_2'),
        releaseWithin24Months: false,
      },
    ],
  ])('%s', (outcome, given) => {
    expect(outcomeOf({ automatic: NONE, ...given })).toBe(outcome)
  })
})

describe('the 18 months', () => {
  it.each<[string, CaseFacts, boolean]>([
    ['exactly 18 months away', { conditional_release_date: day('2028-05-23') }, true],
    ['a day further', { conditional_release_date: day('2028-05-24') }, false],
    [
      'any of the five dates opens it',
      { automatic_release_date: day('2031-01-01'), target_hearing_date: day('2027-01-01') },
      true,
    ],
    ['a tariff that has passed', { tariff_expiry_date: day('2020-01-01') }, true],
    ['no date', {}, false],
    ['a confirmed release alone says nothing', { confirmed_release_date: day('2027-01-01') }, false],
  ])('%s', (_, facts, isOpen) => {
    expect(isInWindow(facts, TODAY)).toBe(isOpen)
  })

  it('opens on the day the dated duty says', () => {
    expect(windowOpensOn(FACTS)).toBe(day('2026-01-15'))
    expect(windowOpensOn({})).toBeNull()
  })

  it.each<[string, string | null]>([
    ['2026-11-23', null],
    ['2026-08-24', null],
    ['2026-08-23', 'The OASys risk assessment must be from the last 3 months'],
    ['2026-11-24', 'The OASys risk assessment must not be dated in the future'],
  ])('an OASys of %s: %s', (date, mistake) => {
    expect(oasysDateMistake(day(date), TODAY)).toBe(mistake)
  })
})

describe('where a case stands', () => {
  it.each<[EarlyAllocationState, boolean | null, EarlyAllocationAssessment[]]>([
    ['none', null, []],
    ['granted', true, [assessment({ outcome: 'eligible' })]],
    ['awaiting_decision', false, [assessment()]],
    ['granted', true, [assessment({ community: decided(true) })]],
    ['refused', false, [assessment({ community: decided(false) })]],
    ['not_eligible', false, [assessment({ outcome: 'not_eligible' })]],
    ['redo', null, [assessment({ insideWindow: false })]],
    ['granted', true, [assessment({ insideWindow: false }), assessment({ outcome: 'eligible' })]],
    ['none', null, [assessment({ outcome: 'eligible', assessedOn: day('2024-03-13') })]],
  ])('%s', (state, isEarly, assessments) => {
    expect(earlyAllocationState(assessments, FACTS, TODAY)).toBe(state)
    expect(isEarlyAllocation(assessments, FACTS.sentence_start_date)).toBe(isEarly)
  })

  it('waits for the window where it was assessed before it', () => {
    const far = { ...FACTS, conditional_release_date: addMonths(TODAY, 30) }
    expect(earlyAllocationState([assessment({ insideWindow: false })], far, TODAY)).toBe('too_early')
  })

  it('asks for a decision only while a discretionary one waits', () => {
    expect(awaitsDecision(assessment())).toBe(true)
    expect(awaitsDecision(assessment({ community: decided(false) }))).toBe(false)
    expect(awaitsDecision(assessment({ outcome: 'eligible' }))).toBe(false)
    expect(awaitsDecision(assessment({ outcome: 'not_eligible' }))).toBe(false)
    expect(awaitsDecision(assessment({ insideWindow: false }))).toBe(false)
  })

  it('beats the flag a list brought, and leaves it where nothing was assessed', () => {
    const flagged = { ...FACTS, is_early_allocation: true }
    expect(withEarlyAllocation(flagged, [])).toBe(flagged)
    expect(withEarlyAllocation(flagged, [assessment({ insideWindow: false })])).toBe(flagged)
    expect(withEarlyAllocation(flagged, [assessment({ outcome: 'not_eligible' })]).is_early_allocation).toBe(
      false,
    )
    expect(withEarlyAllocation(FACTS, [assessment({ outcome: 'eligible' })]).is_early_allocation).toBe(true)
  })
})

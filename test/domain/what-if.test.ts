import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import { factsIf, mistakeIn, type WhatIfChange } from '../../domain/planning/what-if.ts'
import { spanInMonths } from '../../domain/text/dates.ts'
import { howFarOff } from '../../domain/text/what-if.ts'

const day = (text: string) => text as CivilDate
const FACTS: CaseFacts = Object.freeze({
  date_of_birth: day('1990-05-09'),
  sentence_start_date: day('2024-03-14'),
  conditional_release_date: day('2027-07-15'),
  post_recall_release_date: day('2028-01-01'),
})

describe('the facts as they would be', () => {
  it.each<[WhatIfChange, Partial<CaseFacts>]>([
    [{ kind: 'early_allocation' }, { is_early_allocation: true }],
    [{ kind: 'parole_date', to: day('2027-01-01') }, { parole_eligibility_date: day('2027-01-01') }],
    [{ kind: 'hearing_date', to: day('2027-01-01') }, { target_hearing_date: day('2027-01-01') }],
    [{ kind: 'recalled', postRecallRelease: null }, { recalled: true }],
    [
      { kind: 'recalled', postRecallRelease: day('2027-02-01') },
      { recalled: true, post_recall_release_date: day('2027-02-01') },
    ],
    [
      { kind: 'release', which: 'CRD', to: day('2027-08-15') },
      { conditional_release_date: day('2027-08-15') },
    ],
    [{ kind: 'release', which: 'ARD', to: day('2027-08-15') }, { automatic_release_date: day('2027-08-15') }],
    [{ kind: 'release', which: 'TED', to: day('2027-08-15') }, { tariff_expiry_date: day('2027-08-15') }],
    [
      { kind: 'release', which: 'HDCAD', to: day('2027-01-15') },
      { home_detention_curfew_actual_date: day('2027-01-15') },
    ],
    [
      { kind: 'release', which: 'confirmed', to: day('2027-08-15') },
      { confirmed_release_date: day('2027-08-15') },
    ],
    [{ kind: 'rules', ruleSet: 'pre-release-5' }, {}],
  ])('%o', (change, expected) => {
    expect(factsIf(FACTS, change)).toEqual({ ...FACTS, ...expected })
  })
})

describe('a day that cannot be', () => {
  it.each<[WhatIfChange, ReturnType<typeof mistakeIn>]>([
    [
      { kind: 'parole_date', to: day('2027-02-29') },
      { field: 'to', message: 'The parole eligibility date must be a real date' },
    ],
    [
      { kind: 'release', which: 'CRD', to: day('2024-03-13') },
      {
        field: 'to',
        message: 'The day of release must be on or after the day the sentence started, 14 March 2024',
      },
    ],
    [{ kind: 'release', which: 'CRD', to: day('2024-03-14') }, null],
    [
      { kind: 'recalled', postRecallRelease: day('2027-04-31') },
      { field: 'postRecallRelease', message: 'The post-recall release date must be a real date' },
    ],
    [{ kind: 'recalled', postRecallRelease: null }, null],
    [{ kind: 'early_allocation' }, null],
  ])('%o', (change, expected) => expect(mistakeIn(FACTS, change)).toEqual(expected))

  it('is held to the birth where the sentence start is not known', () => {
    const { date_of_birth } = FACTS
    expect(
      mistakeIn({ date_of_birth: date_of_birth ?? null }, { kind: 'hearing_date', to: day('1990-05-09') }),
    ).toMatchObject({ message: 'The target hearing date must be after the date of birth, 9 May 1990' })
  })
})

describe('how far off a day is', () => {
  it.each([
    ['2026-04-15', '2026-11-23', '7 months 8 days'],
    ['2026-11-23', '2026-11-24', '1 day'],
    ['2026-11-23', '2026-12-23', '1 month'],
    ['2027-01-31', '2027-02-28', '1 month'],
    ['2027-01-31', '2027-03-01', '1 month 1 day'],
    ['2025-10-20', '2026-11-23', '1 year 1 month'],
    ['2024-11-23', '2026-11-23', '2 years'],
    ['2026-11-23', '2026-11-23', '0 days'],
  ])('%s to %s is %s', (from, to, words) => expect(spanInMonths(day(from), day(to))).toBe(words))

  it('says ago, in and today', () => {
    const today = day('2026-11-23')
    expect(howFarOff(day('2026-04-15'), today)).toBe('7 months 8 days ago')
    expect(howFarOff(day('2027-03-23'), today)).toBe('in 4 months')
    expect(howFarOff(today, today)).toBe('today')
  })
})

import { describe, expect, it } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { standingOf } from '../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS } from '../../domain/dated-work/dated-items.ts'
import { NEEDS, type CaseFacts } from '../../domain/model/case-facts.ts'
import type { ScheduleEntry } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleCase } from '../../domain/planning/schedule-case.ts'

const TODAY = '2026-11-23' as CivilDate
const date = (text: string) => text as CivilDate

const MAN: CaseFacts = {
  sex: 'male',
  sentence_start_date: date('2025-03-14'),
  reception_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-16'),
  needs: NEEDS,
}
const WOMAN: CaseFacts = {
  ...MAN,
  sex: 'female',
  reception_date: date('2025-03-15'),
  conditional_release_date: date('2027-07-15'),
  com_name: 'Made Up',
  enhanced_resourcing: false,
  rosh_level: 'high',
  destination_nation: 'wales',
}
const LIFE: CaseFacts = {
  sentence_start_date: date('2015-01-05'),
  is_indeterminate: true,
  tariff_expiry_date: date('2028-06-10'),
  reception_date: date('2015-01-06'),
  last_oasys_date: date('2024-02-29'),
}
const SHORT: CaseFacts = {
  sentence_start_date: date('2026-10-01'),
  conditional_release_date: date('2027-03-01'),
  reception_date: date('2026-09-20'),
  needs: ['accommodation'],
}
const REMAND: CaseFacts = { legal_status: 'remand', reception_date: date('2026-11-20') }

function schedule(
  facts: CaseFacts,
  rules: RuleSetId = 'pre-release-5',
  today: CivilDate = TODAY,
): ScheduleEntry[] {
  const plan = planCase(facts, rules, today)
  if (isProblem(plan)) throw new Error(plan.error.message)
  return scheduleCase(facts, plan, rules, today)
}
const find = (entries: ScheduleEntry[], id: string) => entries.find((entry) => entry.id === id)
const dueOf = (entries: ScheduleEntry[], id: string) => find(entries, id)?.due

/** One line an entry: its day, id, `?` where provisional, and the working day before it where that differs. */
const lines = (entries: ScheduleEntry[]) =>
  entries.map(({ id, due, provisional, latest_working_day: working }) => {
    const before = working === due ? '' : ` (${working})`
    return `${due ?? 'no day    '} ${id}${provisional ? ' ?' : ''}${before}`
  })

const CASES: [string, CaseFacts, RuleSetId, string][] = [
  [
    'a man with every need',
    MAN,
    'pre-release-5',
    `
      2025-03-17 as-bcst1
      2025-03-21 as-bcst2
      2026-01-16 ea-referral-window
      2026-07-16 rf-cas1-surface
      2026-12-22 ho-upcoming
      2027-01-16 rf-cas1 (2027-01-15)
      2027-02-02 ho-due-soon
      2027-02-16 as-oasys-handover
      2027-02-16 ho-tasks-overdue
      2027-02-16 mt-com-contact
      2027-02-16 mt-handover
      2027-02-16 rf-crs-accommodation-seed
      2027-02-18 ho-com-due
      2027-02-23 ho-ldu-chase
      2027-03-02 ho-pom-overdue-mail
      2027-04-16 rf-cas3
      2027-04-23 as-bcst-12w
      2027-04-23 as-prt-12w
      2027-04-23 rf-crs-accommodation
      2027-04-23 rf-crs-unallocated
      2027-04-23 rf-uc
      2027-05-21 rf-dtr-england
      2027-05-21 rf-homeless-wales
      2027-06-16 mt-prerelease-1m
      2027-06-18 li-com-prompt
      2027-07-09 rf-uc-prep
      2027-07-12 li-warning
      2027-07-14 li-hard-stop
      2027-07-15 rl-friday
      no day     as-com-prerelease
      no day     as-immediate-needs
      no day     dc-letter
      no day     mt-prerelease-2
      no day     rf-crs-pwb
      no day     rf-tenancy`,
  ],
  [
    'a woman of high risk with a COM, standard handover, under the national rules',
    WOMAN,
    'national-2023',
    `
      2025-03-18 as-bcst1
      2025-03-21 as-bcst2
      2026-01-15 ea-referral-window
      2026-07-15 rf-cas1-surface
      2026-09-06 ho-upcoming (2026-09-04)
      2026-10-18 ho-due-soon (2026-10-16)
      2026-11-01 dc-handover-report (2026-10-30)
      2026-11-01 ho-tasks-overdue (2026-10-30)
      2026-11-01 mt-com-contact (2026-10-30)
      2026-11-01 rf-crs-accommodation-seed (2026-10-30)
      2027-01-15 rf-cas1
      2027-04-15 rf-cas3
      2027-04-22 as-prt-12w
      2027-04-22 rf-crs-women
      2027-04-22 rf-uc
      2027-05-20 rf-homeless-wales
      2027-06-15 mt-prerelease-1m
      2027-06-17 li-com-prompt
      2027-07-08 rf-uc-prep
      2027-07-09 li-warning
      2027-07-13 li-hard-stop
      no day     as-com-prerelease
      no day     as-immediate-needs
      no day     dc-letter
      no day     mt-prerelease-2
      no day     rf-crs-pwb
      no day     rf-tenancy`,
  ],
  [
    'a life sentence',
    LIFE,
    'pre-release-5',
    `
      2015-01-09 as-bcst1
      2015-01-13 as-bcst2
      2015-04-28 as-oasys-initial-life
      2026-12-10 ea-referral-window
      2027-02-28 as-oasys-review-life (2027-02-26)
      2027-04-15 ho-upcoming
      2027-05-27 ho-due-soon
      2027-06-10 as-oasys-handover
      2027-06-10 ho-tasks-overdue
      2027-06-10 mt-com-contact
      2027-06-10 mt-handover
      2027-06-12 ho-com-due (2027-06-11)
      2027-06-17 ho-ldu-chase
      2027-06-24 ho-pom-overdue-mail
      2027-08-10 rv-approaching-parole
      2028-03-18 as-bcst-12w ? (2028-03-17)
      2028-03-18 as-prt-12w ? (2028-03-17)
      2028-05-10 mt-prerelease-1m ?
      2028-05-13 li-com-prompt ? (2028-05-12)
      2028-06-05 li-warning ?
      2028-06-07 li-hard-stop ?
      no day     as-com-prerelease
      no day     as-immediate-needs
      no day     dc-letter ?
      no day     mt-prerelease-2 ?
      no day     rf-tenancy`,
  ],
  [
    'a short sentence',
    SHORT,
    'pre-release-5',
    `
      2025-09-01 ea-referral-window
      2026-09-23 as-bcst1
      2026-09-25 as-bcst2
      2026-10-01 rf-crs-accommodation-seed
      2026-12-07 as-bcst-12w
      2026-12-07 as-prt-12w
      2026-12-07 rf-crs-accommodation
      2026-12-07 rf-crs-unallocated
      2027-02-01 li-com-prompt
      2027-02-23 li-warning
      2027-02-25 li-hard-stop
      no day     as-immediate-needs
      no day     dc-letter
      no day     rf-tenancy
      no day     ss-engagement
      no day     ss-services
      no day     ss-team`,
  ],
  [
    'somebody on remand',
    REMAND,
    'pre-release-5',
    `
      2026-11-23 as-bcst1
      no day     as-immediate-needs
      no day     rf-tenancy
      no day     ss-services`,
  ],
]

describe('the whole schedule', () => {
  it.each(CASES)('of %s', (_, facts, rules, expected) => {
    const wanted = expected
      .trim()
      .split('\n')
      .map((line) => line.trim())
    expect(lines(schedule(facts, rules))).toEqual(wanted)
  })

  it('shows every item that is generated in one of these cases, and no other', () => {
    const shown = new Set(CASES.flatMap(([, facts, rules]) => schedule(facts, rules).map(({ id }) => id)))
    const generated = DATED_ITEMS.filter((item) => standingOf(item) === 'generated').map(({ id }) => id)
    expect([...shown].sort()).toEqual(generated.sort())
  })
})

describe('the release that dated work is counted from', () => {
  const release = (facts: CaseFacts) => {
    const entry = find(schedule(facts), 'as-prt-12w')
    return entry === undefined ? null : `${entry.anchor?.type} ${entry.anchor?.date}`
  }
  const DATES: CaseFacts = {
    sentence_start_date: date('2025-03-14'),
    conditional_release_date: date('2027-07-15'),
    automatic_release_date: date('2027-07-15'),
    parole_eligibility_date: date('2027-01-15'),
    home_detention_curfew_actual_date: date('2027-02-01'),
    approved_parole_date: date('2027-03-01'),
    confirmed_release_date: date('2027-04-01'),
    post_recall_release_date: date('2027-05-01'),
  }
  it.each<[string, CaseFacts, string | null]>([
    ['a confirmed date before all', DATES, 'confirmed_release 2027-04-01'],
    ['the curfew date', { ...DATES, confirmed_release_date: null }, 'hdc_actual 2027-02-01'],
    [
      'approved on parole',
      { ...DATES, confirmed_release_date: null, home_detention_curfew_actual_date: null },
      'approved_parole 2027-03-01',
    ],
    ['a confirmed date, recalled', { ...DATES, recalled: true }, 'confirmed_release 2027-04-01'],
    [
      'the post-recall date, recalled',
      { ...DATES, confirmed_release_date: null, legal_status: 'recall' },
      'post_recall_release 2027-05-01',
    ],
    [
      'nothing, recalled with no post-recall date',
      { ...DATES, confirmed_release_date: null, recalled: true, post_recall_release_date: null },
      null,
    ],
    [
      'the ARD, on the day of the CRD',
      {
        ...DATES,
        confirmed_release_date: null,
        home_detention_curfew_actual_date: null,
        approved_parole_date: null,
      },
      'ARD 2027-07-15',
    ],
    [
      'a PED alone',
      { sentence_start_date: date('2025-03-14'), parole_eligibility_date: date('2027-01-15') },
      'PED 2027-01-15',
    ],
    ['nothing before the sentence', { ...DATES, sentence_start_date: date('2027-06-01') }, null],
    [
      'a date on the day of sentence',
      { ...DATES, sentence_start_date: date('2027-04-01') },
      'confirmed_release 2027-04-01',
    ],
    ['nothing', { sentence_start_date: date('2025-03-14') }, null],
  ])('is %s', (_, facts, expected) => {
    expect(release(facts)).toBe(expected)
  })
})

describe('single items', () => {
  it('say what each was counted from', () => {
    const anchors = schedule(MAN).map(({ anchor }) => anchor?.type)
    expect(new Set(anchors)).toEqual(new Set(['reception', 'CRD', 'handover', 'handover_start']))
    const undated = find(schedule({ ...MAN, reception_date: null }), 'as-immediate-needs')
    expect(undated).toMatchObject({ due: null, anchor: null, latest_working_day: null, holidays_known: true })
  })

  it('are there from the day they took effect', () => {
    const early = (today: string) => schedule(MAN, 'pre-release-5', date(today)).map(({ id }) => id)
    expect(early('2021-06-25')).not.toContain('as-bcst-12w')
    expect(early('2021-06-26')).toContain('as-bcst-12w')
    expect(early('2023-11-29')).not.toContain('rl-friday')
    expect(early('2023-11-30')).toContain('rl-friday')
  })

  it('assume a risk that is not high only while it is not known', () => {
    expect(find(schedule(MAN), 'as-bcst-12w')?.assumes).toEqual(['risk is not high, when unknown'])
    expect(find(schedule({ ...MAN, rosh_level: 'low' }), 'as-bcst-12w')?.assumes).toEqual([])
    expect(find(schedule({ ...MAN, rosh_level: 'very_high' }), 'as-bcst-12w')).toBeUndefined()
  })

  it('leave a review from an unknown OASys without a day', () => {
    const review = find(schedule({ ...LIFE, last_oasys_date: null }), 'as-oasys-review-life')
    expect(review).toMatchObject({ due: null, anchor: null, assumes: ['life sentence'] })
  })

  it('count working days around Christmas', () => {
    // Release on Tuesday 29 December 2026: 28 and 25 December are holidays.
    const facts = { ...MAN, conditional_release_date: date('2026-12-29') }
    expect(dueOf(schedule(facts), 'li-hard-stop')).toBe('2026-12-23')
    expect(dueOf(schedule(facts), 'li-warning')).toBe('2026-12-21')
    // Christmas Eve is the day before a bank holiday; release moves a working day earlier.
    const eve = { ...MAN, conditional_release_date: date('2026-12-24') }
    expect(dueOf(schedule(eve), 'rl-friday')).toBe('2026-12-23')
    // Saturday 26 December is the day before no bank holiday, the 27th being a Sunday.
    expect(
      dueOf(schedule({ ...MAN, conditional_release_date: date('2026-12-26') }), 'rl-friday'),
    ).toBeUndefined()
  })

  it('say where bank holidays are not known, on the way too', () => {
    const stop = find(schedule({ ...MAN, conditional_release_date: date('2029-01-02') }), 'li-hard-stop')
    expect(stop).toMatchObject({ due: '2028-12-29', holidays_known: false })
    const meeting = find(
      schedule({ ...MAN, conditional_release_date: date('2029-01-15') }),
      'mt-prerelease-1m',
    )
    expect(meeting).toMatchObject({ due: '2028-12-15', holidays_known: true })
    expect(
      find(schedule({ ...MAN, conditional_release_date: date('2029-02-15') }), 'mt-prerelease-1m'),
    ).toMatchObject({
      due: '2029-01-15',
      holidays_known: false,
    })
  })

  it('count early allocation from the next date of any kind, and parole from the next review', () => {
    const facts: CaseFacts = {
      ...MAN,
      parole_eligibility_date: addDays(TODAY, -1),
      target_hearing_date: addDays(TODAY, 30),
    }
    expect(find(schedule(facts), 'rv-approaching-parole')?.anchor).toEqual({
      type: 'THD',
      date: '2026-12-23',
    })
    expect(find(schedule(facts), 'ea-referral-window')?.anchor).toEqual({ type: 'THD', date: '2026-12-23' })
    const on = { ...MAN, parole_eligibility_date: TODAY }
    expect(find(schedule(on), 'rv-approaching-parole')).toBeUndefined()
    expect(find(schedule(on), 'ea-referral-window')?.anchor?.type).toBe('CRD')
  })

  it('are not gone once their day has passed', () => {
    const entries = schedule(MAN, 'pre-release-5', date('2027-07-20'))
    expect(dueOf(entries, 'li-hard-stop')).toBe('2027-07-14')
    expect(dueOf(entries, 'as-bcst1')).toBe('2025-03-17')
  })
})

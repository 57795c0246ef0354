import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { MeetingEntry } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleMeetings } from '../../domain/planning/schedule-case.ts'

const TODAY = '2026-11-21' as CivilDate
const date = (text: string) => text as CivilDate
const SENTENCED: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}

function schedule(facts: CaseFacts, rules: RuleSetId = 'enhanced-7-5'): MeetingEntry[] {
  const plan = planCase(facts, rules, TODAY)
  if (isProblem(plan)) throw new Error(plan.error.message)
  return scheduleMeetings(facts, plan, rules, TODAY)
}

/** Each meeting as `id: due [from to]`, with `?` where provisional. */
function brief(entries: MeetingEntry[]): string[] {
  return entries.map(
    (entry) =>
      `${entry.id}: ${entry.due} [${entry.window_from} ${entry.window_to}]${entry.provisional ? ' ?' : ''}`,
  )
}

describe('the mandated meetings', () => {
  it.each<[string, CaseFacts, RuleSetId, string[]]>([
    [
      'a determinate case',
      SENTENCED,
      'enhanced-7-5',
      [
        'mt-handover: 2026-11-30 [2026-10-05 2026-11-30]',
        'mt-prerelease-1m: 2027-06-15 [2027-06-01 2027-06-15]',
        'mt-prerelease-2: null [2026-11-30 2027-06-15]',
      ],
    ],
    [
      'Day 1 has only the handover meeting',
      { ...SENTENCED, legacy_cohort: 'crc' },
      'day-1-2021',
      ['mt-handover: 2027-04-22 [2027-02-25 2027-04-22]'],
    ],
    [
      'a standard case has no handover meeting under the national rules',
      { ...SENTENCED, enhanced_resourcing: false },
      'national-2023',
      [
        'mt-prerelease-1m: 2027-06-15 [2027-06-01 2027-06-15]',
        'mt-prerelease-2: null [2026-11-01 2027-06-15]',
      ],
    ],
    [
      'a standard case has one under other rules',
      { ...SENTENCED, enhanced_resourcing: false },
      'pre-release-5',
      [
        'mt-handover: 2027-02-15 [2026-12-21 2027-02-15]',
        'mt-prerelease-1m: 2027-06-15 [2027-06-01 2027-06-15]',
        'mt-prerelease-2: null [2027-02-15 2027-06-15]',
      ],
    ],
    [
      'the window opens no sooner than the sentence',
      { ...SENTENCED, sentence_start_date: date('2026-10-20') },
      'national-2023',
      [],
    ],
    [
      'the window opens no sooner than the sentence',
      { ...SENTENCED, sentence_start_date: date('2026-10-20') },
      'enhanced-7-5',
      [
        'mt-handover: 2026-11-30 [2026-10-20 2026-11-30]',
        'mt-prerelease-1m: 2027-06-15 [2027-06-01 2027-06-15]',
        'mt-prerelease-2: null [2026-11-30 2027-06-15]',
      ],
    ],
    [
      'a handover before the sentence: the window is that day',
      { sentence_start_date: date('2027-01-10'), parole_eligibility_date: date('2027-12-01') },
      'national-2023',
      [
        'mt-handover: 2026-12-01 [2026-12-01 2026-12-01]',
        'mt-prerelease-1m: 2027-11-01 [2027-10-18 2027-11-01] ?',
        'mt-prerelease-2: null [2026-12-01 2027-11-01] ?',
      ],
    ],
    [
      'no last meeting before the handover',
      { sentence_start_date: date('2027-07-01'), conditional_release_date: date('2027-07-15') },
      'enhanced-7-5',
      [
        'mt-handover: 2027-07-01 [2027-07-01 2027-07-01]',
        'mt-prerelease-1m: 2027-07-01 [2027-07-01 2027-07-01]',
        'mt-prerelease-2: null [2027-07-01 2027-07-01]',
      ],
    ],
    [
      'the last window opens no sooner than the handover',
      { sentence_start_date: date('2027-06-10'), conditional_release_date: date('2027-07-15') },
      'enhanced-7-5',
      [
        'mt-handover: 2027-06-10 [2027-06-10 2027-06-10]',
        'mt-prerelease-1m: 2027-06-15 [2027-06-10 2027-06-15]',
        'mt-prerelease-2: null [2027-06-10 2027-06-15]',
      ],
    ],
    [
      'a confirmed release moves only the last',
      { ...SENTENCED, confirmed_release_date: date('2027-03-31') },
      'enhanced-7-5',
      [
        'mt-handover: 2026-11-30 [2026-10-05 2026-11-30]',
        'mt-prerelease-1m: 2027-02-28 [2027-02-14 2027-02-28]',
        'mt-prerelease-2: null [2026-11-30 2027-02-28]',
      ],
    ],
    [
      'released before the handover',
      { ...SENTENCED, confirmed_release_date: date('2026-11-25') },
      'enhanced-7-5',
      [
        'mt-handover: 2026-10-25 [2026-08-30 2026-10-25]',
        'mt-prerelease-1m: 2026-10-25 [2026-10-11 2026-10-25]',
        'mt-prerelease-2: null [2026-10-25 2026-10-25]',
      ],
    ],
    [
      'released on the handover date',
      { ...SENTENCED, confirmed_release_date: date('2026-11-30') },
      'enhanced-7-5',
      [
        'mt-handover: 2026-10-30 [2026-09-04 2026-10-30]',
        'mt-prerelease-1m: 2026-10-30 [2026-10-16 2026-10-30]',
        'mt-prerelease-2: null [2026-10-30 2026-10-30]',
      ],
    ],
    [
      'released soon after sentence',
      { ...SENTENCED, sentence_start_date: date('2026-11-10'), confirmed_release_date: date('2026-11-25') },
      'enhanced-7-5',
      [
        'mt-handover: 2026-11-10 [2026-11-10 2026-11-10]',
        'mt-prerelease-1m: 2026-11-10 [2026-11-10 2026-11-10]',
        'mt-prerelease-2: null [2026-11-10 2026-11-10]',
      ],
    ],
    [
      'released before the sentence: never after release',
      { ...SENTENCED, sentence_start_date: date('2027-08-01') },
      'enhanced-7-5',
      [
        'mt-handover: 2027-07-15 [2027-07-15 2027-07-15]',
        'mt-prerelease-1m: 2027-07-15 [2027-07-15 2027-07-15]',
        'mt-prerelease-2: null [2027-07-15 2027-07-15]',
      ],
    ],
    [
      'parole not decided is provisional',
      { ...SENTENCED, parole_eligibility_date: date('2027-09-30') },
      'enhanced-7-5',
      [
        'mt-handover: 2027-01-30 [2026-12-05 2027-01-30]',
        'mt-prerelease-1m: 2027-08-30 [2027-08-16 2027-08-30] ?',
        'mt-prerelease-2: null [2027-01-30 2027-08-30] ?',
      ],
    ],
    [
      'parole approved is not',
      { ...SENTENCED, parole_eligibility_date: date('2027-09-30'), approved_parole_date: date('2027-10-15') },
      'enhanced-7-5',
      [
        'mt-handover: 2027-01-30 [2026-12-05 2027-01-30]',
        'mt-prerelease-1m: 2027-09-15 [2027-09-01 2027-09-15]',
        'mt-prerelease-2: null [2027-01-30 2027-09-15]',
      ],
    ],
    [
      'a tariff is provisional',
      {
        sentence_start_date: date('2015-01-05'),
        is_indeterminate: true,
        tariff_expiry_date: date('2028-06-10'),
      },
      'pre-release-5',
      [
        'mt-handover: 2027-06-10 [2027-04-15 2027-06-10]',
        'mt-prerelease-1m: 2028-05-10 [2028-04-26 2028-05-10] ?',
        'mt-prerelease-2: null [2027-06-10 2028-05-10] ?',
      ],
    ],
    [
      'a hearing is provisional',
      {
        sentence_start_date: date('2015-01-05'),
        is_indeterminate: true,
        target_hearing_date: date('2028-06-10'),
      },
      'enhanced-7-5',
      [
        'mt-handover: 2027-10-10 [2027-08-15 2027-10-10]',
        'mt-prerelease-1m: 2028-05-10 [2028-04-26 2028-05-10] ?',
        'mt-prerelease-2: null [2027-10-10 2028-05-10] ?',
      ],
    ],
    ['a recall has none', { ...SENTENCED, recalled: true }, 'enhanced-7-5', []],
    ['immigration has none', { ...SENTENCED, immigration: true }, 'pre-release-5', []],
    ['outside has none', { ...SENTENCED, legal_status: 'remand' }, 'enhanced-7-5', []],
  ])('%s', (_, facts, rules, expected) => {
    expect(brief(schedule(facts, rules))).toEqual(expected)
  })

  it('name what each was counted from', () => {
    const anchors = (facts: CaseFacts) =>
      schedule(facts).map(({ id, anchor }) => `${id} ${anchor.type} ${anchor.date}`)
    expect(anchors(SENTENCED)).toEqual([
      'mt-handover handover 2026-11-30',
      'mt-prerelease-1m CRD 2027-07-15',
      'mt-prerelease-2 handover 2026-11-30',
    ])
    expect(anchors({ ...SENTENCED, confirmed_release_date: date('2026-11-25') })[0]).toBe(
      'mt-handover confirmed_release 2026-11-25',
    )
    expect(anchors({ ...SENTENCED, approved_parole_date: date('2027-05-25') })[1]).toBe(
      'mt-prerelease-1m approved_parole 2027-05-25',
    )
  })

  it('keep a due day on a weekend, and give the working day before it', () => {
    const [meeting] = schedule({ ...SENTENCED, conditional_release_date: date('2027-07-13') })
    expect(meeting).toMatchObject({
      due: '2026-11-28',
      latest_working_day: '2026-11-27',
      holidays_known: true,
    })
  })

  it('say where bank holidays are not known', () => {
    const entries = schedule({ ...SENTENCED, conditional_release_date: date('2029-10-15') })
    expect(
      entries.map(({ due, latest_working_day, holidays_known }) => [due, latest_working_day, holidays_known]),
    ).toEqual([
      ['2029-02-28', '2029-02-28', false],
      ['2029-09-15', '2029-09-14', false],
      [null, null, true],
    ])
  })

  it('say who owns each, how sure it is and what it rests on', () => {
    const said = schedule(SENTENCED).map(({ id, kind, sense, owner, confidence, basis, assumes }) => ({
      id,
      kind,
      sense,
      owner,
      confidence,
      basis,
      assumes,
    }))
    const rest = { kind: 'meeting', sense: 'due', assumes: [] }
    expect(said).toEqual([
      {
        ...rest,
        id: 'mt-handover',
        owner: 'COM arranges; POM attends',
        confidence: 'high',
        basis: ['founding letter 2021', 'national handover service 2026'],
      },
      {
        ...rest,
        id: 'mt-prerelease-1m',
        owner: 'COM',
        confidence: 'medium',
        basis: ['founding letter 2021'],
      },
      { ...rest, id: 'mt-prerelease-2', owner: 'COM', confidence: 'low', basis: ['founding letter 2021'] },
    ])
  })
})

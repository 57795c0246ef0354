import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import {
  PLAN_CHANGES,
  type ChangeCause,
  type PlanChange,
  type RememberedPlan,
} from '../../domain/model/remembered-plan.ts'
import { planChanges, type HeldMeeting } from '../../domain/planning/plan-changes.ts'
import { causeInWords, CHANGE_TAGS, changeSentence, countedChange } from '../../domain/text/plan-changes.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')
const MEETING = { id: 'mt-handover', due: day('2027-02-13'), from: day('2026-12-19'), to: day('2027-02-13') }
const PLAN: RememberedPlan = {
  rules: 'enhanced-7-5',
  region: null,
  since: day('2022-04-01'),
  calculated: 'pom',
  responsibility: 'pom',
  reason: 'determinate',
  start: day('2027-02-13'),
  handover: day('2027-02-13'),
  release: { type: 'CRD', date: day('2027-09-29') },
  kind: 'enhanced',
  flags: [],
  meetings: [MEETING],
  com: 'Priya Holt',
}
const moved = (handover: string | null): Partial<RememberedPlan> => ({
  handover: handover === null ? null : day(handover),
})

const TABLE: [string, Partial<RememberedPlan>, Partial<RememberedPlan>, PlanChange[]][] = [
  ['nothing', {}, {}, []],
  ['a date that moves and stays far off', {}, moved('2027-03-01'), ['date_moved']],
  ['a date that moves into the eight weeks', {}, moved('2027-01-18'), ['date_moved', 'new_in_window']],
  ['a date that moves to the eight weeks and a day', {}, moved('2027-01-19'), ['date_moved']],
  ['a date that moves to today', {}, moved('2026-11-23'), ['newly_past', 'date_moved', 'new_in_window']],
  ['a date that moves behind today', {}, moved('2026-11-22'), ['newly_past', 'date_moved']],
  ['a past date that moves and is still past', moved('2026-10-01'), moved('2026-10-05'), ['date_moved']],
  ['a date that goes', {}, moved(null), ['date_gone']],
  ['a first date', moved(null), moved('2027-02-13'), ['date_came']],
  [
    'a case that becomes short',
    {},
    { ...moved(null), reason: 'determinate_short', responsibility: 'com', calculated: 'com' },
    ['newly_short', 'date_gone', 'responsibility'],
  ],
  [
    'a case no longer short',
    { ...moved(null), reason: 'determinate_short' },
    {},
    ['date_came', 'no_longer_short'],
  ],
  ['responsibility passing', {}, { responsibility: 'com', calculated: 'com' }, ['responsibility']],
  [
    'responsibility moved back',
    { responsibility: 'com', calculated: 'com' },
    { responsibility: 'pom_with_com' },
    ['moved_back'],
  ],
  ['a release that may come first', {}, { flags: ['release_before_handover'] }, ['release_first']],
  [
    'a release that still may',
    { flags: ['release_before_handover'] },
    { flags: ['release_before_handover'] },
    [],
  ],
  ['other rules', {}, { rules: 'national-2023' }, ['rules_changed']],
  ['another COM', {}, { com: 'Sam Okoro' }, ['com_changed']],
  ['a COM who goes', {}, { com: null }, ['com_changed']],
  ['a flag alone', {}, { flags: ['risk_unknown'] }, ['other']],
]

describe('what happened between two plans', () => {
  it.each(TABLE)('%s', (_, was, now, kinds) => {
    expect(planChanges({ ...PLAN, ...was }, { ...PLAN, ...now }, [], TODAY)).toEqual(kinds)
  })

  const meetings = (from: string, to: string): Partial<RememberedPlan> => ({
    meetings: [{ ...MEETING, due: day(to), from: day(from), to: day(to) }],
  })
  it.each<[string, HeldMeeting[], Partial<RememberedPlan>, boolean]>([
    [
      'a held meeting outside its new window',
      [{ id: 'mt-handover', on: day('2027-01-05') }],
      meetings('2027-02-01', '2027-03-29'),
      true,
    ],
    [
      'one still inside',
      [{ id: 'mt-handover', on: day('2027-01-05') }],
      meetings('2027-01-05', '2027-03-01'),
      false,
    ],
    [
      'one outside both',
      [{ id: 'mt-handover', on: day('2026-06-01') }],
      meetings('2027-02-01', '2027-03-29'),
      false,
    ],
    [
      'one the plan no longer asks for',
      [{ id: 'mt-handover', on: day('2027-01-05') }],
      { meetings: [] },
      false,
    ],
    ['none held', [], meetings('2027-02-01', '2027-03-29'), false],
  ])('%s: outside %#', (_, held, now, isOutside) => {
    expect(planChanges(PLAN, { ...PLAN, ...now }, held, TODAY).includes('meeting_outside')).toBe(isOutside)
  })

  it('is nothing between a plan and itself, on any day, whatever was held', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLE), fc.boolean(), ([, was, now], first) => {
        const plan = { ...PLAN, ...(first ? was : now) }
        expect(planChanges(plan, plan, [{ id: 'mt-handover', on: day('2026-01-01') }], TODAY)).toEqual([])
      }),
    )
  })

  it('comes worst first, and every kind has a row and a tag', () => {
    const kinds = new Set(TABLE.flatMap(([, , , found]) => found))
    for (const kind of PLAN_CHANGES) {
      expect(CHANGE_TAGS[kind].text).not.toBe('')
      expect(countedChange(kind, 1)).toMatch(/^case (would|might) /u)
      expect(countedChange(kind, 2)).toMatch(/^cases (would|might) /u)
      if (kind !== 'meeting_outside') expect(kinds).toContain(kind)
    }
    for (const [, , , found] of TABLE) {
      const places = found.map((kind) => PLAN_CHANGES.indexOf(kind))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })
})

describe('in words', () => {
  it.each<[string, Partial<RememberedPlan>]>([
    ['Handover: 13 February 2027 became 30 November 2026, 75 days earlier', moved('2026-11-30')],
    [
      'Handover: 13 February 2027 became No handover date: Recalled to custody',
      { ...moved(null), reason: 'recall_case', responsibility: 'com' },
    ],
    ['Now COM responsible; was POM responsible', { responsibility: 'com' }],
    ['Planned under National service 8½ months, with the same handover date', { rules: 'national-2023' }],
    ['COM: Priya Holt became nobody named', { com: null }],
  ])('%s', (sentence, change) => {
    const now = { ...PLAN, ...change }
    expect(changeSentence({ was: PLAN, now, kinds: planChanges(PLAN, now, [], TODAY) })).toBe(sentence)
  })

  it.each<[string, ChangeCause]>([
    [
      'CRD: 29 September 2027 became 15 July 2027 (NOMIS, as at 22 November 2026)',
      {
        kind: 'fact',
        field: 'crd',
        was: '2027-09-29',
        now: '2027-07-15',
        source: 'nomis_report',
        asAt: day('2026-11-22'),
        by: 'Dev Malik',
        at: '',
      },
    ],
    [
      'Recall: not recorded became Yes (OMU)',
      {
        kind: 'fact',
        field: 'recall',
        was: null,
        now: true,
        source: 'typed here',
        asAt: null,
        by: '',
        at: '',
      },
    ],
    ['The day passing, with no fact changed', { kind: 'day' }],
    [
      'National service 8½ months in force for Wales from 1 November 2026, told by Priya Holt: Notice 12',
      {
        kind: 'adoption',
        rules: 'national-2023',
        region: 'Wales',
        from: day('2026-11-01'),
        toldBy: 'Priya Holt',
        document: 'Notice 12',
      },
    ],
    [
      'National service 8½ months in force for the establishment from 1 November 2026, told by Priya Holt, on local instruction',
      {
        kind: 'adoption',
        rules: 'national-2023',
        region: null,
        from: day('2026-11-01'),
        toldBy: 'Priya Holt',
        document: null,
      },
    ],
  ])('%s', (words, cause) => {
    expect(causeInWords(cause)).toBe(words)
  })
})

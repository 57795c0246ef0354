import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  absenceMistake,
  absenceOn,
  absenceState,
  workingPatternInWords,
} from '../../domain/allocation/absences.ts'
import { needsReason, overriddenInWords, reasonMistake } from '../../domain/allocation/allocation.ts'
import { recommendPom, tierLetter, type ToAllocate } from '../../domain/allocation/recommend-pom.ts'
import { shareCases, type CaseToShare, type Sharer } from '../../domain/allocation/share-cases.ts'
import { waitingSince, workingDaysWaited } from '../../domain/allocation/waiting.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Absence, StaffMember } from '../../domain/model/staff-member.ts'
import { namesAny, plainStaffName, staffNameOf } from '../../domain/model/staff-name.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')

describe('the kind of POM recommended', () => {
  const CASE: ToAllocate = { tier: 'C1', rosh: 'medium', responsibility: 'pom', immigration: false }
  const ROWS: [string, Partial<ToAllocate>, 'prison' | 'probation' | null, 'high' | 'medium' | 'low'][] = [
    ['tier A', { tier: 'A0' }, 'probation', 'high'],
    ['tier B with low risk', { tier: 'B3', rosh: 'low' }, 'probation', 'high'],
    ['tier B, small letter and suffix', { tier: ' b2s' }, 'probation', 'high'],
    ['tier C with high risk', { rosh: 'high' }, 'probation', 'low'],
    ['tier D with very high risk', { tier: 'D0', rosh: 'very_high' }, 'probation', 'low'],
    ['high risk with no tier', { tier: null, rosh: 'high' }, 'probation', 'low'],
    ['tier C with medium risk', {}, 'prison', 'high'],
    ['tier D with low risk', { tier: 'D2', rosh: 'low' }, 'prison', 'high'],
    ['tier G of the newer letters', { tier: 'G', rosh: 'low' }, 'prison', 'high'],
    ['tier C, risk not known', { rosh: null }, 'prison', 'medium'],
    ['no tier, medium risk', { tier: null }, null, 'low'],
    ['a tier that is none', { tier: 'UPW' }, null, 'low'],
    ['nothing known', { tier: null, rosh: null, responsibility: null }, null, 'low'],
    [
      'the COM responsible, whatever the tier',
      { tier: 'A1', rosh: 'very_high', responsibility: 'com' },
      'prison',
      'high',
    ],
    ['the COM only supporting', { tier: 'A1', responsibility: 'pom_with_com' }, 'probation', 'high'],
    ['held for immigration', { tier: 'A1', immigration: true, responsibility: 'com' }, 'prison', 'high'],
  ]
  it.each(ROWS)('%s', (_, change, kind, confidence) => {
    const said = recommendPom({ ...CASE, ...change })
    expect(said).toMatchObject({ kind, confidence })
    expect(said.says).not.toBe('')
    expect(said.source).not.toBe('')
  })

  it('reads the first letter of a tier, A to G', () => {
    expect(['A1', 'd2s', ' C', 'H', '', null].map(tierLetter)).toEqual(['A', 'D', 'C', null, null, null])
  })

  it('asks for a reason exactly where another kind is chosen, or none was recommended', () => {
    expect(needsReason('prison', 'prison')).toBe(false)
    expect(needsReason('prison', 'probation')).toBe(true)
    expect(needsReason(null, 'prison')).toBe(true)
  })

  it.each([
    [null, 'why'],
    [{ why: 'other', note: ' ' }, 'note'],
    [{ why: 'not_suitable', note: '' }, 'note'],
    [{ why: 'none_available', note: '' }, null],
    [{ why: 'worked_before', note: '' }, null],
    [{ why: 'other', note: 'Asked for by the family' }, null],
  ] as const)('holds %j to what it has to say', (overridden, field) => {
    expect(reasonMistake(overridden)?.field ?? null).toBe(field)
  })

  it('says the reason in words', () => {
    expect(overriddenInWords({ why: 'none_available', note: 'two on leave' })).toBe(
      'No POM of the recommended kind is available: two on leave',
    )
    expect(overriddenInWords({ why: 'other', note: ' Local need ' })).toBe('Local need')
  })
})

describe('names of staff', () => {
  it.each([
    ['THORNBER, Amy', 'amy thornber'],
    ['Amy  Thornber', 'amy thornber'],
    [' amy thornber ', 'amy thornber'],
    ['Thornber', 'thornber'],
  ])('%j is compared as %j', (written, plain) => expect(plainStaffName(written)).toBe(plain))

  it.each([null, undefined, '', '  ', 'Unallocated Staff', 'not allocated', 'TBC', 'N/A'])(
    '%j is nobody',
    (text) => expect(staffNameOf(text)).toBeNull(),
  )
  it('are told apart from others however written', () => {
    const isTheirs = namesAny(['Amy Thornber', 'Beth Lindqvist'])
    expect(['THORNBER, Amy', 'beth  lindqvist', 'Amy Thorn', null].map(isTheirs)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(namesAny([])('Amy Thornber')).toBe(false)
  })
  it('anybody else is somebody', () => expect(staffNameOf(' Nona Tbcson ')).toBe('Nona Tbcson'))
})

const absence = (from: string, to: string, coverId: string | null = null): Absence => ({
  from: day(from),
  to: day(to),
  reason: 'Leave',
  coverId,
})
const member = (change: Partial<StaffMember> = {}): StaffMember => ({
  name: 'Amy Thornber',
  kind: 'prison',
  status: 'active',
  halfDays: Array.from({ length: 10 }, () => true),
  email: '',
  absences: [],
  ...change,
})

describe('absences', () => {
  it.each([
    ['2026-11-22', 'coming'],
    ['2026-11-23', 'now'],
    ['2026-11-25', 'now'],
    ['2026-11-26', 'over'],
  ] as const)('from 23 to 25 November is on %s %s', (today, state) => {
    const away = absence('2026-11-23', '2026-11-25')
    expect(absenceState(away, day(today))).toBe(state)
    expect(absenceOn(member({ absences: [away] }), day(today)) !== null).toBe(state === 'now')
  })

  const beth = {
    staffId: 'beth',
    member: member({ name: 'Beth Lindqvist', absences: [absence('2026-12-01', '2026-12-04')] }),
  }
  const gone = { staffId: 'gone', member: member({ name: 'Owen Gone', status: 'left' }) }
  const ROWS: [string, Absence, Absence[], boolean, string | null][] = [
    ['sound, with cover', absence('2026-11-23', '2026-11-27', 'beth'), [], false, null],
    ['without cover', absence('2026-11-23', '2026-11-23'), [], false, null],
    ['last day first', absence('2026-11-27', '2026-11-23'), [], false, 'to'],
    ['a day that does not exist', absence('2026-11-31', '2026-12-02'), [], false, 'from'],
    ['over already', absence('2026-11-02', '2026-11-20'), [], false, 'to'],
    ['over, but one recorded before', absence('2026-11-02', '2026-11-20', 'gone'), [], true, null],
    [
      'over another',
      absence('2026-11-23', '2026-11-27'),
      [absence('2026-11-27', '2026-11-30')],
      false,
      'from',
    ],
    [
      'beside another',
      absence('2026-11-23', '2026-11-26'),
      [absence('2026-11-27', '2026-11-30')],
      false,
      null,
    ],
    ['covered by themselves', absence('2026-11-23', '2026-11-27', 'amy'), [], false, 'cover'],
    ['covered by nobody known', absence('2026-11-23', '2026-11-27', 'x'), [], false, 'cover'],
    ['covered by somebody who left', absence('2026-11-23', '2026-11-27', 'gone'), [], false, 'cover'],
    ['covered by somebody away then', absence('2026-11-23', '2026-12-01', 'beth'), [], false, 'cover'],
  ]
  it.each(ROWS)('%s', (_, one, others, mayBeOver, field) => {
    expect(absenceMistake(one, others, 'amy', [beth, gone], TODAY, mayBeOver)?.field ?? null).toBe(field)
  })

  it.each([
    [10, 'Full time'],
    [7, '3.5 days a week'],
    [2, '1 day a week'],
    [1, '0.5 days a week'],
    [0, 'No days'],
  ])('%i half days are %s', (worked, words) =>
    expect(workingPatternInWords(Array.from({ length: 10 }, (_, at) => at < worked))).toBe(words),
  )
})

describe('waiting', () => {
  it.each([
    [
      'arrival after the sentence',
      { prison_arrival_date: day('2026-11-16'), sentence_start_date: day('2026-01-05') },
      '2026-11-16',
    ],
    [
      'the sentence after arrival',
      { prison_arrival_date: day('2026-10-01'), sentence_start_date: day('2026-11-09') },
      '2026-11-09',
    ],
    [
      'reception where arrival is not known',
      { reception_date: day('2026-11-12'), sentence_start_date: day('2026-11-09') },
      '2026-11-12',
    ],
    ['the sentence alone', { sentence_start_date: day('2026-11-09') }, '2026-11-09'],
    ['neither', {}, null],
  ])('is counted from %s', (_, facts, since) => expect(waitingSince(facts)).toBe(since))

  it('is counted from the arrival somebody confirmed here, whatever lists say, and not before the sentence', () => {
    const facts = { prison_arrival_date: day('2026-10-01'), sentence_start_date: day('2026-09-01') }
    expect(waitingSince(facts, day('2026-11-02'))).toBe('2026-11-02')
    expect(waitingSince({ ...facts, sentence_start_date: day('2026-11-09') }, day('2026-11-02'))).toBe(
      '2026-11-09',
    )
  })

  it.each([
    ['2026-11-16', 5],
    ['2026-11-20', 1],
    ['2026-11-23', 0],
    ['2026-12-01', 0],
  ])('since %s is %i working days by Monday 23 November', (since, days) =>
    expect(workingDaysWaited(day(since), TODAY)).toBe(days),
  )
  it('leaves bank holidays out', () => {
    expect(workingDaysWaited(day('2026-12-24'), day('2026-12-29'))).toBe(1)
    expect(workingDaysWaited(null, TODAY)).toBeNull()
  })
})

describe('sharing cases out', () => {
  const sharer = (staffId: string, change: Partial<Sharer> = {}): Sharer => ({
    staffId,
    kind: 'prison',
    halfDays: 10,
    cases: 0,
    ...change,
  })
  const one = (key: string, change: Partial<CaseToShare> = {}): CaseToShare => ({
    key,
    recommended: 'prison',
    notTo: [],
    ...change,
  })

  it('goes by kind before load, and to another kind only where none of the kind is chosen', () => {
    const among = [sharer('amy', { cases: 40 }), sharer('beth', { kind: 'probation' })]
    expect([...shareCases([one('1'), one('2', { recommended: 'probation' })], among).values()]).toEqual([
      'amy',
      'beth',
    ])
    expect([...shareCases([one('1', { recommended: 'probation' })], [sharer('amy')]).values()]).toEqual([
      'amy',
    ])
  })

  it('gives less to somebody who works less, and nobody a case they have a part in', () => {
    const among = [sharer('amy'), sharer('half', { halfDays: 5 })]
    const six = Array.from({ length: 6 }, (_, at) => one(String(at)))
    const given = [...shareCases(six, among).values()]
    expect(given.filter((id) => id === 'amy')).toHaveLength(4)
    expect([...shareCases([one('1', { notTo: ['amy'] })], among).values()]).toEqual(['half'])
    expect([...shareCases([one('1', { notTo: ['amy'] })], [sharer('amy')]).values()]).toEqual([null])
  })

  it('gives every case to somebody chosen who may have it, and levels what they hold', () => {
    const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(counts, fc.nat(60), (held, cases) => {
        const among = held.map((now, at) => sharer(String(at), { cases: now }))
        const shared = shareCases(
          Array.from({ length: cases }, (_, at) => one(String(at))),
          among,
        )
        expect(shared.size).toBe(cases)
        const after = [...held]
        for (const to of shared.values()) after[Number(to)] = (after[Number(to)] ?? 0) + 1
        // Whoever was given anything holds at most one more than anybody else.
        const given = after.filter((now, at) => now > (held[at] ?? 0))
        for (const now of given) expect(now - Math.min(...after)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChaseAbout } from '../../domain/chases/chase.ts'
import { climbOf, type SentChase } from '../../domain/chases/climb.ts'
import { ladderMistakes, stepAsked, USUAL_LADDER, type Rung } from '../../domain/chases/ladder.ts'
import { chaseText, monthlyText, personInMessage } from '../../domain/chases/message.ts'
import { isInMonthly, isMonthlyDue, monthlyDueDay } from '../../domain/chases/monthly.ts'
import { ASKED_WITHIN_DAYS, owedOn, type OwedFacts } from '../../domain/chases/owed.ts'
import { chaseSubject, readChaseSubject } from '../../domain/chases/subject.ts'
import { workingDayFrom } from '../../domain/chases/working-day.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { isWorkingDay } from '../../domain/dates/working-days.ts'

const day = (text: string) => text as CivilDate
const DUE = day('2026-11-09')
const rung = (days: number): Rung => ({ days, who: 'Somebody', copy: '' })
const sent = (rung: number, sentOn: CivilDate, more: Partial<SentChase> = {}): SentChase => ({
  about: 'com',
  due: DUE,
  rung,
  sentOn,
  answeredOn: null,
  answer: '',
  ...more,
})
const climb = (days: number, chases: SentChase[] = [], everyDays: number | null = null) => {
  const { isDue, next } = climbOf(
    { about: 'com', due: DUE },
    chases,
    USUAL_LADDER,
    addDays(DUE, days),
    everyDays,
  )
  return [isDue, next?.rung.days ?? null, next?.on ?? null]
}

describe('the ladder', () => {
  it.each([
    ['on the day itself', 0, [], [false, 2, '2026-11-11']],
    ['a day after', 1, [], [false, 2, '2026-11-11']],
    ['two days after', 2, [], [true, 2, '2026-11-11']],
    ['asked at two', 3, [sent(2, addDays(DUE, 2))], [false, 7, '2026-11-16']],
    ['six days after, never asked', 6, [], [true, 2, '2026-11-11']],
    ['seven days after, asked at two', 7, [sent(2, addDays(DUE, 2))], [true, 7, '2026-11-16']],
    [
      'fourteen days after, asked twice',
      14,
      [sent(2, addDays(DUE, 2)), sent(7, addDays(DUE, 8))],
      [true, 14, '2026-11-23'],
    ],
    ['a month after, never asked: the second step at most', 30, [], [true, 7, '2026-11-16']],
    [
      'first asked after a month: the third step as long after as it stands after the second',
      36,
      [sent(7, addDays(DUE, 30))],
      [false, 14, '2026-12-16'],
    ],
    ['and on that day', 37, [sent(7, addDays(DUE, 30))], [true, 14, '2026-12-16']],
    [
      'answered today: not again today, whatever the ladder says',
      7,
      [sent(2, addDays(DUE, 2), { answeredOn: addDays(DUE, 7) })],
      [false, 7, '2026-11-17'],
    ],
    [
      'a day promised: nothing before it',
      7,
      [sent(2, addDays(DUE, 2), { answeredOn: addDays(DUE, 4), promisedOn: addDays(DUE, 11) })],
      [false, 7, '2026-11-20'],
    ],
    [
      'the promised day come',
      11,
      [sent(2, addDays(DUE, 2), { answeredOn: addDays(DUE, 4), promisedOn: addDays(DUE, 11) })],
      [true, 7, '2026-11-20'],
    ],
    [
      'a day promised before the next step: the step on its own day',
      4,
      [sent(2, addDays(DUE, 2), { answeredOn: addDays(DUE, 3), promisedOn: addDays(DUE, 5) })],
      [false, 7, '2026-11-16'],
    ],
    ['the last step sent', 30, [sent(14, addDays(DUE, 15))], [false, null, null]],
    [
      'an answer that names nobody',
      7,
      [sent(2, addDays(DUE, 2), { answeredOn: addDays(DUE, 4), answer: 'Next week' })],
      [true, 7, '2026-11-16'],
    ],
    [
      'a message of another due day',
      7,
      [sent(7, addDays(DUE, 7), { due: day('2026-10-01') })],
      [true, 7, '2026-11-16'],
    ],
    [
      'a message about something else',
      7,
      [sent(7, addDays(DUE, 7), { about: 'meeting' })],
      [true, 7, '2026-11-16'],
    ],
  ] as [string, number, SentChase[], unknown[]][])('%s', (_what, days, chases, expected) => {
    expect(climb(days, chases)).toEqual(expected)
  })

  it('asks again about a short sentence every two days, and still climbs', () => {
    expect(climb(3, [sent(2, addDays(DUE, 2))], 2)).toEqual([false, 2, '2026-11-13'])
    expect(climb(4, [sent(2, addDays(DUE, 2))], 2)).toEqual([true, 2, '2026-11-13'])
    expect(climb(7, [sent(2, addDays(DUE, 6))], 2)).toEqual([true, 7, '2026-11-16'])
    expect(climb(30, [sent(14, addDays(DUE, 28))], 2)).toEqual([true, 14, '2026-12-09'])
  })

  it('reaches nothing where no day is known', () => {
    expect(climbOf({ about: 'com', due: null }, [], USUAL_LADDER, DUE)).toEqual({
      days: null,
      reached: null,
      last: null,
      isDue: false,
      next: null,
    })
  })

  it('never asks before two days, whatever it says, nor twice at one step; a step sent is never due again', () => {
    for (const ladder of [[rung(1)], [rung(1), rung(2)], [rung(1), rung(5), rung(40)], USUAL_LADDER])
      for (const about of ['com', 'contact', 'meeting'] as ChaseAbout[]) {
        const chases: SentChase[] = []
        for (let days = 0; days <= 60; days += 1) {
          const today = addDays(DUE, days)
          const { isDue, next } = climbOf({ about, due: DUE }, chases, ladder, today)
          if (!isDue || next === null) {
            expect(next === null || next.on > today).toBe(true)
            continue
          }
          expect(days).toBeGreaterThanOrEqual(2)
          expect(next.on <= today).toBe(true)
          chases.push(sent(next.rung.days, today, { about }))
          expect(climbOf({ about, due: DUE }, chases, ladder, today).isDue).toBe(false)
        }
        const steps = chases.map(({ rung }) => rung)
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
        expect(steps.at(-1)).toBe(ladder.at(-1)?.days)
      }
  })

  it('first asks at the second step at most, and climbs to the last, never twice within what the ladder has between', () => {
    const five = [2, 7, 14, 21, 28].map(rung)
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), (start) => {
        const chases: SentChase[] = []
        for (let days = start; days <= start + 40; days += 1) {
          const { isDue, next } = climbOf({ about: 'com', due: DUE }, chases, five, addDays(DUE, days))
          if (isDue && next !== null) chases.push(sent(next.rung.days, addDays(DUE, days)))
        }
        const steps = chases.map(({ rung }) => rung)
        expect(steps[0]).toBe(start < 7 ? 2 : 7)
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
        expect(steps.at(-1)).toBe(28)
        const days = chases.map(({ sentOn }) => sentOn)
        if (start >= 14) expect((days[1] ?? '') >= addDays(days[0] ?? DUE, 7)).toBe(true)
      }),
    )
  })

  it('is never due before a promised day, on any ladder', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(30), fc.nat(60), (asked, promise, days) => {
        const answeredOn = addDays(DUE, asked + 1)
        const promisedOn = addDays(answeredOn, promise)
        const today = addDays(DUE, days)
        const chases = [sent(2, addDays(DUE, asked), { answeredOn, promisedOn })]
        for (const every of [null, 2]) {
          const { isDue, next } = climbOf({ about: 'com', due: DUE }, chases, USUAL_LADDER, today, every)
          if (today < promisedOn || today <= answeredOn) expect(isDue).toBe(false)
          expect(next === null || next.on >= promisedOn).toBe(true)
        }
      }),
    )
  })

  it('says "again" only to those who were asked before', () => {
    const again = { days: 7, who: 'Head of the LDU, again', copy: 'Regional lead' }
    expect(stepAsked(again, true)).toBe('Head of the LDU, copy to Regional lead')
    expect(stepAsked(again, false)).toBe('Head of the LDU, again, copy to Regional lead')
    expect(stepAsked({ days: 2, who: 'Again Duty desk', copy: '' }, true)).toBe('Again Duty desk')
  })

  it('says the next step on a working day on or after its own', () => {
    expect(workingDayFrom(day('2026-11-28'))).toBe('2026-11-30')
    expect(workingDayFrom(day('2026-12-25'))).toBe('2026-12-29')
    fc.assert(
      fc.property(fc.nat(700), (days) => {
        const own = addDays(DUE, days)
        const said = workingDayFrom(own)
        expect(isWorkingDay(said)).toBe(true)
        expect(said >= own && (said === own || !isWorkingDay(own))).toBe(true)
      }),
    )
  })

  it.each([
    ['the usual one', USUAL_LADDER, []],
    ['no step', [], ['rung-1-days']],
    ['seven steps', [1, 2, 3, 4, 5, 6, 7].map(rung), ['rung-7-days']],
    ['falling days', [rung(7), rung(2)], ['rung-2-days']],
    ['the same day twice', [rung(7), rung(7)], ['rung-2-days']],
    ['no day at all, and too many', [rung(0), rung(91)], ['rung-1-days', 'rung-2-days']],
    ['half a day', [rung(2.5)], ['rung-1-days']],
    ['nobody to ask', [{ days: 2, who: ' ', copy: '' }], ['rung-1-who']],
    ['too long', [{ days: 2, who: 'LDU', copy: 'x'.repeat(81) }], ['rung-1-copy']],
  ] as [string, Rung[], string[]][])('is held to its limits: %s', (_what, ladder, fields) => {
    expect(Object.keys(ladderMistakes(ladder)).sort()).toEqual(fields)
  })
})

describe('what an answer is owed on', () => {
  const nothing: OwedFacts = { isChased: true, comMissing: null, contactDue: null, meetingsMissed: [] }
  const today = day('2026-11-23')
  const says = (facts: Partial<OwedFacts>) =>
    owedOn({ ...nothing, ...facts }, today).map(({ about, due }) => `${about} ${due}`)
  const meeting = (title: string, due: CivilDate) => ({ title, due })
  it.each([
    ['nothing', {}, []],
    ['a COM', { comMissing: { due: DUE, since: 'handover' } }, ['com 2026-11-09']],
    ['a COM, no day known', { comMissing: { due: null, since: 'not_known' } }, ['com null']],
    ['a COM not due yet', { comMissing: { due: day('2026-11-24'), since: 'handover' } }, []],
    [
      'a COM stands for contact too',
      { comMissing: { due: DUE, since: 'handover' }, contactDue: DUE },
      ['com 2026-11-09'],
    ],
    ['contact', { contactDue: DUE }, ['contact 2026-11-09']],
    ['contact due today', { contactDue: today }, []],
    [
      'a meeting with no COM',
      { comMissing: { due: DUE, since: 'handover' }, meetingsMissed: [meeting('Handover meeting', DUE)] },
      ['com 2026-11-09', 'meeting 2026-11-09'],
    ],
    [
      'two meetings of one day are one question',
      { meetingsMissed: [meeting('Handover meeting', DUE), meeting('Second pre-release meeting', DUE)] },
      ['meeting 2026-11-09'],
    ],
    [
      'somebody nobody is chased for',
      { isChased: false, comMissing: { due: DUE, since: 'handover' }, contactDue: DUE },
      [],
    ],
  ] as [string, Partial<OwedFacts>, string[]][])('%s', (_what, facts, expected) => {
    expect(says(facts)).toEqual(expected)
  })

  it('is said in words', () => {
    const meetings = [meeting('Handover meeting', DUE), meeting('Second pre-release meeting', DUE)]
    expect(owedOn({ ...nothing, meetingsMissed: meetings }, today)[0]?.says).toBe(
      'Handover meeting and second pre-release meeting were due by 9 November 2026 and none is recorded',
    )
  })
})

describe('how long an answer is asked for', () => {
  const today = day('2026-11-23')
  it('is 26 weeks for contact and meetings, and without an end for a COM', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8000 }), (days) => {
        const due = addDays(today, -days)
        const meetingsMissed = [{ title: 'Handover meeting', due }]
        const owed = (comMissing: OwedFacts['comMissing']) =>
          owedOn({ isChased: true, comMissing, contactDue: due, meetingsMissed }, today).map(
            ({ about }) => about,
          )
        const isAsked = days <= ASKED_WITHIN_DAYS
        expect(owed(null)).toEqual(isAsked ? ['contact', 'meeting'] : [])
        expect(owed({ due, since: 'handover' })).toEqual(isAsked ? ['com', 'meeting'] : ['com'])
      }),
    )
  })
})

describe('the subject of a record', () => {
  it('reads back as it was written, and nothing else is one', () => {
    const subject = { about: 'com', due: DUE, rung: 7 } as const
    expect(chaseSubject(subject)).toBe('com 2026-11-09 7')
    expect(readChaseSubject('com 2026-11-09 7')).toEqual(subject)
    for (const text of [
      '',
      'com',
      'com 2026-11-31 7',
      'pom 2026-11-09 7',
      'com 2026-11-09 7 8',
      'com 2026-11-09 -7',
    ])
      expect(readChaseSubject(text)).toBeNull()
  })
})

describe('the monthly list', () => {
  it.each([
    ['2026-11-23', '2026-11-02'],
    ['2026-08-01', '2026-08-03'],
    ['2027-01-01', '2027-01-04'],
    ['2026-12-01', '2026-12-01'],
  ])('of %s is due on the first working day, %s', (today, due) => {
    expect(monthlyDueDay(day(today))).toBe(due)
  })

  it.each([
    [null, '2026-11-01', false],
    [null, '2026-11-02', true],
    ['2026-10-30', '2026-11-02', true],
    ['2026-11-01', '2026-11-02', false],
    ['2026-11-02', '2026-11-30', false],
    ['2026-11-02', '2026-12-01', true],
  ])('last sent %s, today %s: due %s', (sentOn, today, due) => {
    expect(isMonthlyDue(sentOn === null ? null : day(sentOn), day(today))).toBe(due)
  })

  it('holds today and the 45th day, and no other end', () => {
    const today = day('2026-11-23')
    expect([-1, 0, 45, 46].map((days) => isInMonthly(addDays(today, days), today))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isInMonthly(null, today)).toBe(false)
  })
})

describe('the text of a message', () => {
  const person = { prisonNumber: 'A4926UC', crn: 'X123456', surname: 'Hussain', forename: 'Tariq' }
  const from = { establishment: 'HMP Leeds', name: 'Ruth Adeyemi', role: 'Head of OMU' }

  it('names nobody in full unless asked', () => {
    expect(personInMessage(person, 'initials')).toBe('A4926UC (CRN X123456), H.')
    expect(personInMessage(person, 'names')).toBe('A4926UC (CRN X123456), Hussain, Tariq')
    expect(personInMessage({ ...person, crn: null, surname: '', forename: '' }, 'initials')).toBe('A4926UC')
  })

  it('says what is owed, since when, and when it was last asked', () => {
    const says = 'No COM is named; handover was on 9 November 2026'
    const last = { sentOn: day('2026-11-16'), answeredOn: day('2026-11-18'), answer: 'Team to allocate' }
    const cases = [{ person, asks: [{ says, days: 14, last }] }]
    const text = chaseText([{ heading: '14 days or more overdue', cases }], {
      place: 'Leeds',
      names: 'initials',
      from,
    })
    expect(text).toContain('HMP Leeds needs an answer on 1 person whose community team is Leeds.')
    expect(text).toContain(
      '1. A4926UC (CRN X123456), H.\n   No COM is named; handover was on 9 November 2026 (14 days). Asked on 16 November 2026, answered on 18 November 2026: Team to allocate.',
    )
    expect(text).toContain('Ruth Adeyemi\nHead of OMU, HMP Leeds')
    expect(text).not.toContain('Tariq')
    const first = chaseText(
      [{ heading: '7 days or more overdue', cases: [{ person, asks: [{ says, days: 14, last: null }] }] }],
      { place: 'Leeds', names: 'initials', from },
    )
    expect(first).toContain('9 November 2026 (14 days). This is the first time of asking.')
  })

  it('says what was promised, and by when', () => {
    const says = 'No COM is named'
    const last = {
      sentOn: day('2026-11-16'),
      answeredOn: day('2026-11-18'),
      answer: 'Team to allocate',
      promisedOn: day('2026-11-27'),
    }
    const text = chaseText([{ heading: 'x', cases: [{ person, asks: [{ says, days: 14, last }] }] }], {
      place: 'Leeds',
      names: 'initials',
      from,
    })
    expect(text).toContain(
      'answered on 18 November 2026: Team to allocate. An answer was promised by 27 November 2026.',
    )
  })

  it('counts those without a COM in the monthly one', () => {
    const until = day('2027-01-07')
    const words = (coms: (string | null)[]) =>
      monthlyText(
        coms.map((com) => ({ com })),
        { place: 'Leeds', until, from },
      )
    expect(words(['Leon Grady'])).toContain('by 7 January 2027. Each has a COM named.')
    expect(words(['Leon Grady', null])).toContain('1 has no COM named: please tell us who it will be.')
  })
})

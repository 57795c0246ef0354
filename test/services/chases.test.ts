import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../domain/contract/index.ts'
import { dayInLondon } from '../../db/london-day.ts'
import { saveDecision } from '../../db/repositories/decisions.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { decoded, readEml } from '../documents/read-eml.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// What probation owes an answer on: by the plans and records of a real store, as it is sent, answered and changed meanwhile.

const LEEDS = { ldu_name: 'Leeds', ldu_email: 'ldu@leeds.example.gov.uk', crn: 'X000001' }
/** Handover on 21, 16 and 9 November 2026: two, seven and fourteen days ago. */
const TWO = { crd: day('2027-07-06') }
const SEVEN = { crd: day('2027-07-01') }
const FOURTEEN = { crd: day('2027-06-24') }

let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
const open = async (options?: Parameters<typeof unitStore>[0]) => {
  unit = await unitStore(options)
  opened.push(unit)
  return unit
}
beforeEach(() => open())
afterAll(() => Promise.all(opened.map((each) => each.close())))

const show = (more: Partial<InputOf<'chases.show'>> = {}) =>
  unit.call('chases.show', { scope: 'unit', names: 'initials', ...more })
/** Everything owed on one case, as the unit knows it. */
const owedOn = async (number: string) => {
  const { drafts, asked } = await show()
  const all = [...drafts.flatMap(({ due }) => due), ...asked.flatMap(({ rows }) => rows)]
  const keys = new Set<string>()
  return all.filter(({ prisonNumber, about, due }) => {
    const key = `${about} ${due}`
    return prisonNumber === number && !keys.has(key) && keys.add(key)
  })
}
const owed = async (number: string, about = 'com') =>
  (await owedOn(number)).find((ask) => ask.about === about)
const done = (number: string, ...tasks: string[]) =>
  Promise.all(tasks.map((task) => unit.record(number, task, day('2026-11-02'))))
/** A case on which nothing but a COM can be owed. */
async function learnDone(number: string, fields: PersonRecord) {
  await unit.learn([person(number, { ...LEEDS, ...fields })])
  for (const task of ['mt-handover', 'com_contact', 'review_oasys'])
    await unit.record(number, task, day('2026-11-02'))
}
async function send(place = 'leeds', sentOn = TODAY) {
  const draft = (await show()).drafts.find(({ key }) => key === place)
  return unit.call('chases.sent', { key: place, sentOn, asks: asksOf(draft?.due ?? []) })
}
type Ask = Awaited<ReturnType<typeof show>>['drafts'][number]['due'][number]
const asksOf = (asks: readonly Ask[]): InputOf<'chases.sent'>['asks'] =>
  asks.map(({ personId, about, due, rung, seen }) => ({
    personId,
    about,
    due: due ?? TODAY,
    rung: rung ?? 0,
    seen,
  }))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('who is asked about, and when', () => {
  it('by the days since handover', async () => {
    await learnDone('A0001AA', TWO)
    await learnDone('A0002AA', SEVEN)
    await learnDone('A0003AA', FOURTEEN)
    await learnDone('A0004AA', { crd: day('2027-07-07') })
    await learnDone('A0005AA', { ...SEVEN, com_name: 'Leon Grady' })
    const { escalations, messages, owes, drafts } = await show()
    expect(
      escalations.map(({ rung, rows }) => [rung.days, rows.map(({ prisonNumber }) => prisonNumber)]),
    ).toEqual([
      [2, ['A0001AA']],
      [7, expect.toSatisfy((rows: string[]) => rows.toSorted().join() === 'A0002AA,A0003AA')],
    ])
    expect(messages).toBe(1)
    expect(owes).toMatchObject([{ kind: 'place', name: 'Leeds', asks: 4, longest: 14, lastAsked: null }])
    expect(drafts).toMatchObject([
      {
        place: 'Leeds',
        to: ['ldu@leeds.example.gov.uk'],
        cc: [],
        toWords: 'COM’s team; Head of the LDU',
        steps: [
          { days: 2, toWords: 'COM’s team', people: 1 },
          { days: 7, toWords: 'Head of the LDU', people: 2 },
        ],
        subject: 'OFFICIAL-SENSITIVE: answer needed on handover of 4 people from HMP Leeds (Leeds)',
      },
    ])
    // Handed over yesterday: owed, and asked in nobody's first 48 hours.
    expect(drafts[0]?.due.map(({ prisonNumber }) => prisonNumber)).not.toContain('A0004AA')
    expect(drafts[0]?.open).toBe(1)
    expect(drafts[0]?.text).toContain('Also still open\n\n4. A0004AA')
  })

  it('once a COM is named, the COM for contact and meetings', async () => {
    await unit.learn([person('A0001AA', { ...LEEDS, ...SEVEN, com_name: 'Leon Grady' })])
    const { owes } = await show()
    expect(owes).toMatchObject([{ kind: 'com', name: 'Leon Grady', of: 'Leeds', asks: 2, longest: 7 }])
    expect((await owedOn('A0001AA')).map(({ says }) => says)).toEqual([
      'Contact with the COM was due by 16 November 2026 and none is recorded',
      'Handover meeting was due by 16 November 2026 and none is recorded',
    ])
    await done('A0001AA', 'com_contact')
    expect((await owedOn('A0001AA')).map(({ about }) => about)).toEqual(['meeting'])
  })

  it('not for contact where one with the COM is recorded', async () => {
    await unit.learn([person('A0001AA', { ...LEEDS, ...SEVEN, com_name: 'Leon Grady' })])
    const body = {
      on: '2026-11-18',
      mode: 'phone',
      with: 'Leon Grady (COM)',
      minutes: 10,
      about: '',
      nextSteps: [],
    }
    await unit.store.write((db) =>
      saveDecision(
        db,
        { userId: unit.session.user.id },
        {
          at: '2026-11-18T09:00:00.000Z',
          personId: unit.id('A0001AA'),
          kind: 'contact',
          subject: 'c1',
          body,
        },
      ),
    )
    expect((await owedOn('A0001AA')).map(({ about }) => about)).toEqual(['meeting'])
  })

  it('never for planning dates, work due on arrival, restricted patients, and those who left or died', async () => {
    await unit.learn([
      // A meeting counted from a parole eligibility date nobody has directed as a release.
      person('A0001AA', { ...LEEDS, com_name: 'Leon Grady', ped: day('2026-12-01'), crd: day('2029-01-01') }),
      person('A0002AA', { ...LEEDS, ...FOURTEEN, com_name: 'Leon Grady', arrival_date: day('2026-11-20') }),
      person('A0003AA', { ...LEEDS, ...FOURTEEN, restricted_patient: true }),
      person('A0004AA', { ...LEEDS, ...FOURTEEN }),
    ])
    await done('A0001AA', 'mt-handover', 'com_contact')
    await unit.call('movements.record', {
      entries: [{ personId: unit.id('A0004AA'), kind: 'died', on: day('2026-11-20'), where: '', note: '' }],
    })
    const { owes, drafts } = await show()
    expect(owes).toEqual([])
    expect(drafts).toEqual([])
  })

  it('from arrival where handover came before it: nobody here could have asked sooner', async () => {
    await unit.learn([person('A0001AA', { ...LEEDS, ...FOURTEEN, arrival_date: day('2026-11-20') })])
    expect(await owed('A0001AA')).toMatchObject({ due: '2026-11-20', days: 3, rung: 2 })
    expect((await owedOn('A0001AA')).map(({ about }) => about)).toEqual(['com'])
  })

  it('about recalls and short sentences, which have no handover date', async () => {
    await unit.learn([
      person('A0001AA', { ...LEEDS, recall: true, crd: day('2025-01-01'), arrival_date: day('2026-11-12') }),
      person('A0002AA', {
        ...LEEDS,
        sentence_start_date: day('2026-11-10'),
        arrival_date: day('2026-11-10'),
        crd: day('2027-03-01'),
        probation_region: 'North West',
      }),
    ])
    expect(await owed('A0001AA')).toMatchObject({ due: '2026-11-12', rung: 7 })
    expect(await owed('A0002AA')).toMatchObject({ due: '2026-11-10', days: 13, rung: 7 })
    await send()
    expect((await show()).drafts).toEqual([])
    unit.setToday(day('2026-11-25'))
    // The short sentence two days after it was last asked about, at the step it has reached.
    expect((await show()).drafts[0]?.due).toMatchObject([{ prisonNumber: 'A0002AA', rung: 14 }])
  })

  it('under the team or region where no delivery unit is known, and under nobody where none is', async () => {
    const nobody = { ldu_name: null, team_name: null, probation_region: null }
    await learnDone('A0001AA', { ...SEVEN, ldu_name: null, team_name: 'Leeds Team 2' })
    await learnDone('A0002AA', { ...SEVEN, ldu_name: null })
    await learnDone('A0003AA', { ...SEVEN, ...nobody })
    const { owes, drafts, teamToFind } = await show()
    expect(owes.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ['place', 'Leeds Team 2'],
      ['place', 'Yorkshire and the Humber'],
    ])
    expect(drafts.map(({ key }) => key).sort()).toEqual(['leeds team 2', 'yorkshire and the humber'])
    expect(teamToFind).toMatchObject([{ prisonNumber: 'A0003AA', what: 'No COM', days: 7 }])
  })

  it('never for a place nobody knows: no message, draft, step, count or monthly list, but a team to find', async () => {
    const nobody = { ldu_name: null, team_name: null, probation_region: null }
    await learnDone('A0001AA', { ...SEVEN, ...nobody })
    await unit.learn([person('A0002AA', { ...nobody, crd: day('2027-07-15') })])
    const { messages, escalations, owes, drafts, monthly, teamToFind } = await show()
    expect({ messages, escalations, owes, drafts, lists: monthly.lists }).toEqual({
      messages: 0,
      escalations: [],
      owes: [],
      drafts: [],
      lists: [],
    })
    expect(teamToFind.map(({ prisonNumber, what }) => [prisonNumber, what])).toEqual([
      ['A0001AA', 'No COM'],
      ['A0002AA', 'Handover on 30 November 2026'],
    ])
    const ask = {
      personId: unit.id('A0001AA'),
      about: 'com',
      due: day('2026-11-16'),
      rung: 7,
      seen: null,
    } as const
    expect(await refusal(unit.call('chases.sent', { key: '', sentOn: TODAY, asks: [ask] }))).toBe('conflict')
    for (const kind of ['chase', 'monthly'] as const)
      expect(
        await refusal(unit.call('chases.draft', { scope: 'unit', names: 'initials', kind, keys: [''] })),
      ).not.toBe('done')
    expect((await unit.call('today.show', { scope: 'unit' })).escalations).toEqual([])
  })

  it('as people: one person with two things owed is one, here and on Today', async () => {
    await unit.learn([person('A0001AA', { ...LEEDS, ...SEVEN }), person('A0002AA', { ...LEEDS, ...SEVEN })])
    const [here] = (await show()).escalations
    const [there] = (await unit.call('today.show', { scope: 'unit' })).escalations
    expect(here?.rows.map(({ prisonNumber, what }) => [prisonNumber, what]).sort()).toEqual([
      ['A0001AA', 'No COM; meeting missed'],
      ['A0002AA', 'No COM; meeting missed'],
    ])
    expect(there?.rows.map(({ prisonNumber, short }) => [prisonNumber, short])).toEqual(
      here?.rows.map(({ prisonNumber, what }) => [prisonNumber, what]),
    )
  })

  it('for the first time at the second step at most, in words that say so', async () => {
    await learnDone('A0001AA', FOURTEEN)
    await unit.call('chases.saveLadder', {
      rungs: [
        { days: 2, who: 'COM’s team', copy: '' },
        { days: 7, who: 'Head of the LDU, again', copy: '' },
        { days: 14, who: 'Head of the LDU, again', copy: 'Regional lead' },
      ],
      seen: null,
    })
    const [draft] = (await show()).drafts
    expect(draft).toMatchObject({
      rungs: [7],
      toWords: 'Head of the LDU',
      due: [{ next: { who: 'Head of the LDU' } }],
    })
    expect(draft?.text).toContain('(14 days). This is the first time of asking.')
    await send()
    expect(await owed('A0001AA')).toMatchObject({
      last: { to: 'Head of the LDU, Leeds' },
      next: { days: 14, who: 'Head of the LDU, again', on: '2026-11-30' },
    })
    unit.setToday(day('2026-11-30'))
    expect((await show()).drafts[0]?.toWords).toBe('Head of the LDU, again, copy to Regional lead')
  })

  it('next on a working day where the step falls on a Saturday', async () => {
    // Handover on Saturday 21 November; the step of seven days is reached on Saturday 28.
    await learnDone('A0001AA', TWO)
    await send()
    expect((await owed('A0001AA'))?.next).toMatchObject({ days: 7, on: '2026-11-30' })
    unit.setToday(day('2026-11-28'))
    expect(await owed('A0001AA')).toMatchObject({ rung: 7, days: 7 })
  })

  it('only about the cases of the scope', async () => {
    await learnDone('A0001AA', SEVEN)
    await learnDone('A0002AA', { ...SEVEN, pom_name: 'Callum Reid' })
    unit.as('Callum Reid')
    expect((await show({ scope: 'mine' })).drafts[0]?.due.map(({ prisonNumber }) => prisonNumber)).toEqual([
      'A0002AA',
    ])
  })
})

describe('a message that was sent', () => {
  beforeEach(() => learnDone('A0001AA', SEVEN))

  it('is recorded for every case of it, and the next step waits for its day', async () => {
    await learnDone('A0002AA', TWO)
    await send()
    expect((await show()).messages).toBe(0)
    expect(await owed('A0001AA')).toMatchObject({
      rung: null,
      next: { days: 14, on: '2026-11-30' },
      last: { to: 'Head of the LDU, Leeds', sentOn: '2026-11-23', by: 'Ruth Adeyemi', answeredOn: null },
    })
    expect((await owed('A0002AA'))?.last?.to).toBe('COM’s team, Leeds')
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(timeline.map(({ title }) => title)).toContain(
      'Chase for a COM to be named sent to Head of the LDU, Leeds on 23 November 2026',
    )
  })

  it('is due again at the next step, answered or not; a COM named ends it', async () => {
    await send()
    const { last } = (await owed('A0001AA')) ?? {}
    await unit.call('chases.answered', {
      answeredOn: TODAY,
      answer: 'To be allocated next week',
      asks: [{ personId: unit.id('A0001AA'), subject: last?.subject ?? '', seen: last?.seen ?? '' }],
    })
    unit.setToday(day('2026-11-30'))
    const [draft] = (await show()).drafts
    expect(draft?.due).toMatchObject([{ rung: 14, last: { answer: 'To be allocated next week' } }])
    expect(draft?.text).toContain('answered on 23 November 2026: To be allocated next week.')
    await unit.learn([{ prison_number: 'A0001AA', com_name: 'Leon Grady' }])
    expect(await owedOn('A0001AA')).toEqual([])
  })

  it('counts for its own due day alone: a date that moves begins a new ladder', async () => {
    await send()
    await unit.learn([{ prison_number: 'A0001AA', ...TWO }])
    expect(await owed('A0001AA')).toMatchObject({ due: '2026-11-21', rung: 2, last: null })
  })

  it('is refused where somebody recorded it meanwhile, and nothing of it is saved', async () => {
    await learnDone('A0002AA', SEVEN)
    const before = (await show()).drafts[0]?.due ?? []
    await unit.call('chases.sent', { key: 'leeds', sentOn: TODAY, asks: asksOf(before.slice(1)) })
    await expect(
      unit.call('chases.sent', { key: 'leeds', sentOn: TODAY, asks: asksOf(before) }),
    ).rejects.toMatchObject({ code: 'conflict', message: /^Ruth Adeyemi recorded a message about Surname/ })
    expect((await owed(before[0]?.prisonNumber ?? ''))?.last).toBeNull()
  })

  it('is refused where a COM was named meanwhile, the date moved or the ladder is another', async () => {
    const asks = asksOf((await show()).drafts[0]?.due ?? [])
    await unit.call('chases.saveLadder', { rungs: [{ days: 5, who: 'Duty desk', copy: '' }], seen: null })
    const record = () => refusal(unit.call('chases.sent', { key: 'leeds', sentOn: TODAY, asks }))
    expect(await record()).toBe('conflict')
    await unit.learn([{ prison_number: 'A0001AA', ...TWO }])
    expect(await record()).toBe('conflict')
    await unit.learn([{ prison_number: 'A0001AA', ...SEVEN, com_name: 'Leon Grady' }])
    expect(await record()).toBe('conflict')
  })

  it.each([
    ['a day ahead', '2026-11-24'],
    ['before anything was owed', '2026-11-15'],
    ['no day', '2026-11-31'],
  ])('is refused for %s', async (_what, sentOn) => {
    await expect(send('leeds', day(sentOn))).rejects.toMatchObject({
      code: 'bad_input',
      fields: { sentOn: /must be/ },
    })
  })

  it('can be taken back, and is then due as before', async () => {
    await send()
    const last = (await owed('A0001AA'))?.last
    const asks = [{ personId: unit.id('A0001AA'), subject: last?.subject ?? '', seen: last?.seen ?? '' }]
    await unit.call('chases.takeBack', { asks })
    expect(await owed('A0001AA')).toMatchObject({ rung: 7, last: null })
    expect(await refusal(unit.call('chases.takeBack', { asks }))).toBe('conflict')
    await send()
    expect((await owed('A0001AA'))?.last?.sentOn).toBe('2026-11-23')
  })
})

describe('an answer', () => {
  beforeEach(() => learnDone('A0001AA', SEVEN))
  const answer = (subject: string, seen: string, answeredOn = TODAY) =>
    unit.call('chases.answered', {
      answeredOn,
      answer: 'Next week',
      asks: [{ personId: unit.id('A0001AA'), subject, seen }],
    })

  it('is refused before anything was sent', async () => {
    expect(await refusal(answer('com 2026-11-16 7', 'r-1'))).toBe('bad_input')
    expect(await refusal(answer('nothing', 'r-1'))).toBe('bad_input')
  })

  it('is refused before the day it was sent, ahead, and over what somebody else recorded', async () => {
    await send('leeds', day('2026-11-20'))
    const last = (await owed('A0001AA'))?.last
    const { subject = '', seen = '' } = last ?? {}
    expect(await refusal(answer(subject, seen, day('2026-11-19')))).toBe('bad_input')
    expect(await refusal(answer(subject, seen, day('2026-11-24')))).toBe('bad_input')
    await answer(subject, seen, day('2026-11-21'))
    expect(await refusal(answer(subject, seen))).toBe('conflict')
    expect((await owed('A0001AA'))?.last).toMatchObject({ sentOn: '2026-11-20', answeredOn: '2026-11-21' })
  })
})

describe('an answer with a day promised', () => {
  const answered = async (promisedOn: typeof TODAY | null, answer = 'Names by Friday') => {
    const { subject = '', seen = '' } = (await owed('A0001AA'))?.last ?? {}
    return unit.call('chases.answered', {
      answeredOn: TODAY,
      answer,
      promisedOn,
      asks: [{ personId: unit.id('A0001AA'), subject, seen }],
    })
  }
  beforeEach(async () => {
    await learnDone('A0001AA', SEVEN)
    await send()
  })

  it('holds the ladder until that day, and is shown with the person and told', async () => {
    await answered(day('2026-12-04'))
    const last = { answeredOn: TODAY, answer: 'Names by Friday', promisedOn: '2026-12-04' }
    const { asked, owes } = await show()
    expect(asked[0]?.rows).toMatchObject([{ last, next: { days: 14, on: '2026-12-04' } }])
    expect(owes[0]?.people).toMatchObject([{ last, next: { on: '2026-12-04' } }])
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(timeline.flatMap(({ details }) => details)).toContain('An answer was promised by 4 December 2026.')
    unit.setToday(day('2026-12-03'))
    expect((await show()).messages).toBe(0)
    unit.setToday(day('2026-12-04'))
    const [draft] = (await show()).drafts
    expect(draft?.due).toMatchObject([{ rung: 14 }])
    expect(draft?.text).toContain('Names by Friday. An answer was promised by 4 December 2026.')
  })

  it('is not due again on the day it came, at any step', async () => {
    unit.setToday(day('2026-11-30'))
    const { subject = '', seen = '' } = (await owed('A0001AA'))?.last ?? {}
    expect((await show()).messages).toBe(1)
    await unit.call('chases.answered', {
      answeredOn: day('2026-11-30'),
      answer: 'Soon',
      asks: [{ personId: unit.id('A0001AA'), subject, seen }],
    })
    expect((await show()).messages).toBe(0)
    expect((await owed('A0001AA'))?.next?.on).toBe('2026-12-01')
  })

  it('is refused for a day past, and for words beyond 2,000 characters', async () => {
    await expect(answered(day('2026-11-22'))).rejects.toMatchObject({
      code: 'bad_input',
      fields: { promisedOn: /today or later/ },
    })
    expect(await refusal(answered(null, 'x'.repeat(2001)))).not.toBe('done')
    await answered(null, 'x'.repeat(2000))
    expect((await owed('A0001AA'))?.last?.answer).toHaveLength(2000)
  })
})

describe('an e-mail file', () => {
  const file = (at = 0) => readEml(unit.saved[at]?.bytes ?? new Uint8Array())
  const draft = (more: Partial<InputOf<'chases.draft'>> = {}) =>
    unit.call('chases.draft', { scope: 'unit', names: 'initials', kind: 'chase', keys: ['leeds'], ...more })

  it('is a draft to the addresses of the place, naming nobody in full unless asked', async () => {
    await learnDone('A0001AA', { ...FOURTEEN, last_name: 'Hussain', first_name: 'Tariq', rosh: 'very_high' })
    await unit.call('chases.saveAddresses', {
      key: 'leeds',
      emails: [{ days: 7, to: 'head@leeds.example.gov.uk', cc: 'lead@yorkshire.example.gov.uk' }],
      seen: null,
    })
    expect(await draft()).toMatchObject({ saved: true, messages: 1 })
    expect(unit.saved[0]?.name).toBe('chase-leeds-2026-11-23.eml')
    expect(file().headers).toMatchObject({
      to: 'head@leeds.example.gov.uk',
      cc: 'lead@yorkshire.example.gov.uk',
      'x-unsent': '1',
    })
    const text = decoded(file())
    expect(text).toContain('A0001AA (CRN X000001), H.')
    expect(text).toContain('No COM is named; handover was on 9 November 2026 (14 days).')
    expect(text).not.toMatch(/Hussain|Tariq|RoSH|very high/)
    await draft({ names: 'names' })
    expect(decoded(file(1))).toContain('A0001AA (CRN X000001), Hussain, Tariq')
    // Saving a draft is not sending it.
    expect((await owed('A0001AA'))?.last).toBeNull()
  })

  it('is one for each place, into a folder; a place nothing is due to any more is refused', async () => {
    await learnDone('A0001AA', SEVEN)
    await learnDone('A0002AA', { ...SEVEN, ldu_name: 'Hull' })
    expect(await draft({ keys: ['leeds', 'hull', 'leeds'] })).toMatchObject({ messages: 2 })
    expect(unit.saved.map(({ name }) => name)).toEqual([
      'chase-leeds-2026-11-23.eml',
      'chase-hull-2026-11-23.eml',
    ])
    expect(await refusal(draft({ keys: ['bradford'] }))).toBe('conflict')
  })

  it('carries the monthly list, as a spreadsheet reads it', async () => {
    await unit.learn([
      person('A0001AA', { ...LEEDS, crd: day('2027-07-15'), com_name: '=cmd' }),
      person('A0002AA', { ...LEEDS, crd: day('2027-08-22'), last_name: 'Hussain' }),
      person('A0003AA', { ...LEEDS, crd: day('2027-09-30') }),
    ])
    await draft({ kind: 'monthly' })
    const [message, list] = file().parts
    expect(decoded(message)).toContain(
      'Responsibility for 2 people at HMP Leeds whose community team is Leeds',
    )
    expect(list?.headers['content-disposition']).toContain('handovers-monthly-leeds-2026-11-23.csv')
    expect(decoded(list).split('\r\n')).toEqual([
      '\uFEFFPrison number,CRN,Name,Handover date,COM,POM',
      "A0001AA,X000001,S.,2026-11-30,'=cmd,Amy Thornber",
      'A0002AA,X000001,H.,2027-01-07,None named,Amy Thornber',
      '',
    ])
  })

  it('is refused where exports are off', async () => {
    await open({ policy: { exportsAllowed: false } })
    await learnDone('A0001AA', SEVEN)
    expect(await refusal(draft())).toBe('not_allowed')
  })
})

describe('the monthly list', () => {
  const list = async () => (await show()).monthly.lists.find(({ key }) => key === 'leeds')
  const log = (seen: string | null, sentOn = TODAY) =>
    unit.call('chases.monthlySent', {
      sentOn,
      lists: [{ key: 'leeds', seen: seen === null ? null : day(seen) }],
    })

  it('is due until it is logged in the month, and again on the next first working day', async () => {
    await unit.learn([person('A0001AA', { ...LEEDS, crd: day('2027-07-15') })])
    expect(await list()).toMatchObject({ people: 1, unnamed: 1, isDue: true, sentOn: null })
    await log(null, day('2026-11-02'))
    expect(await list()).toMatchObject({ isDue: false, sentOn: '2026-11-02', sentBy: 'Ruth Adeyemi' })
    expect(await refusal(log(null))).toBe('conflict')
    expect(await refusal(log('2026-11-02', day('2026-11-24')))).toBe('bad_input')
    unit.setToday(day('2026-12-01'))
    await unit.learn([person('A0002AA', { ...LEEDS, crd: day('2027-08-01') })])
    expect((await list())?.isDue).toBe(true)
  })
})

describe('the ladder of an establishment', () => {
  const rungs = [
    { days: 5, who: 'Duty desk', copy: '' },
    { days: 10, who: 'Head of the PDU', copy: 'Regional lead' },
  ]
  it('is set by the head of OMU, moves what is due, and a second hand is told of the first', async () => {
    await learnDone('A0001AA', TWO)
    await learnDone('A0002AA', SEVEN)
    expect(await unit.call('chases.ladder', {})).toMatchObject({
      by: null,
      seen: null,
      places: [{ key: 'leeds', name: 'Leeds', people: 2, listed: 'ldu@leeds.example.gov.uk' }],
    })
    await unit.call('chases.saveLadder', { rungs, seen: null })
    const { escalations } = await show()
    expect(
      escalations.map(({ rung, rows }) => [rung.days, rows.map(({ prisonNumber }) => prisonNumber)]),
    ).toEqual([[5, ['A0002AA']]])
    expect(await refusal(unit.call('chases.saveLadder', { rungs, seen: null }))).toBe('conflict')
    const { seen, by } = await unit.call('chases.ladder', {})
    expect(by).toBe('Ruth Adeyemi')
    await expect(unit.call('chases.saveLadder', { rungs: rungs.toReversed(), seen })).rejects.toMatchObject({
      code: 'bad_input',
      fields: { 'rung-2-days': /must come after/ },
    })
  })

  it('takes no address that is none', async () => {
    await learnDone('A0001AA', TWO)
    const save = (to: string) =>
      unit.call('chases.saveAddresses', { key: 'leeds', emails: [{ days: 2, to, cc: '' }], seen: null })
    await expect(save('Leeds <a@b.org>')).rejects.toMatchObject({
      code: 'bad_input',
      fields: { 'to-2': /one email/ },
    })
    await save(' team@leeds.example.gov.uk ')
    expect((await show()).drafts[0]?.to).toEqual(['team@leeds.example.gov.uk'])
    expect(await refusal(save('other@leeds.example.gov.uk'))).toBe('conflict')
  })
})

describe('a large unit', () => {
  it('is worked out once for a state of the store, and only anew for whom a write touches', async () => {
    await unit.learn(syntheticRows(300, TODAY))
    const first = await show()
    expect(first.drafts.length).toBeGreaterThan(0)
    expect(await show()).toEqual(first)
    const [draft] = first.drafts
    await unit.call('chases.sent', {
      key: draft?.key ?? '',
      sentOn: dayInLondon(new Date(`${TODAY}T09:00:00Z`)),
      asks: asksOf(draft?.due ?? []),
    })
    const then = await show()
    expect(then.messages).toBe(first.messages - 1)
    expect(then.drafts).toEqual(first.drafts.slice(1))
  })
})

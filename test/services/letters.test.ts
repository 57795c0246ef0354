import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf } from '../../db/repositories/decisions.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { readZip } from '../documents/read-zip.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is Monday 23 November 2026; a CRD of 15 July 2027 is handed over on 30 November under the rules of the unit.
const HANDOVER = day('2026-11-30')
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    person('A0001AA', {
      last_name: 'MARLOWE',
      first_name: 'DEAN',
      crd: day('2027-07-15'),
      com_name: 'Grady, Leon',
      rosh: 'very_high',
      mappa_level: 3,
      main_offence: 'Robbery',
    }),
    person('A0002AA', { crd: day('2027-07-15'), pom_name: null }),
    person('A0003AA', { legal_status: 'remand', crd: day('2027-07-15') }),
    person('A0004AA', { date_of_birth: day('2009-05-09'), crd: day('2027-07-15') }),
    person('A0005AA', { crd: day('2027-07-15'), restricted_patient: true }),
    person('A0006AA', {
      crd: null,
      indeterminate: true,
      ted: day('2026-10-01'),
      thd: day('2028-10-01'),
      parole_outcome: 'Not released',
      mappa_level: 1,
      probation_region: 'North East',
    }),
    person('A0007AA', { crd: day('2027-07-15'), recall: true }),
    person('A0008AA', { sentence_start_date: day('2026-10-01'), crd: day('2027-03-01') }),
    person('A0009AA', { crd: day('2027-07-15'), hdced: day('2026-11-28') }),
  ])
})
afterEach(() => unit.close())

type Choices = Partial<Pick<InputOf<'letter.show'>, 'withDay' | 'release'>>
const show = (number = 'A0001AA', choices: Choices = {}) =>
  unit.call('letter.show', { personId: unit.id(number), ...choices })
const words = async (number = 'A0001AA', choices: Choices = {}) => {
  const { letter } = await show(number, choices)
  return letter === null
    ? ''
    : letter.blocks.map(({ text, items }) => [text].concat(items).join('\n')).join('\n')
}
const confirm = async (number = 'A0001AA', handover: typeof HANDOVER | null = HANDOVER) =>
  unit.call('letter.confirmDate', { personId: unit.id(number), handover, seen: (await show(number)).seen })
const given = async (
  on: string | null,
  number = 'A0001AA',
  handover: typeof HANDOVER | null = number === 'A0001AA' ? HANDOVER : null,
) =>
  unit.call('letter.given', {
    personId: unit.id(number),
    on: on === null ? null : day(on),
    handover,
    seen: (await show(number)).seen,
  })
const save = (more: Partial<InputOf<'letter.save'>> = {}) =>
  unit.call('letter.save', {
    personId: unit.id('A0001AA'),
    format: 'docx',
    largePrint: false,
    handover: null,
    ...more,
  })

describe('the letter', () => {
  test('names people as they are said, and says no date before it is confirmed', async () => {
    const shown = await show()
    expect(shown).toMatchObject({
      refused: null,
      confirmation: 'not_confirmed',
      handover: HANDOVER,
      told: null,
    })
    expect(shown.letter?.to).toBe('Dean Marlowe, A0001AA')
    const text = await words()
    expect(text).toContain('Amy Thornber looks after your case.')
    expect(text).toContain('Leon Grady will be your COM.')
    expect(text).not.toMatch(/\d{4}/)
    expect(text).not.toMatch(/risk|mappa|robbery/i)
  })

  test('says the date once it is confirmed, and no longer once the plan has another', async () => {
    unit.as('Amy Thornber', 'pom')
    await confirm()
    expect(await words()).toContain('from Monday 30 November 2026')
    await unit.learn([person('A0001AA', { crd: day('2027-08-15') })])
    const moved = await show()
    expect(moved.confirmation).toBe('void')
    expect(moved.told).toMatchObject({ handover: HANDOVER, confirmedOn: '2026-11-23', givenOn: null })
    expect(await words()).not.toMatch(/2026/)
    await unit.learn([person('A0001AA', { crd: day('2027-07-15') })])
    expect((await show()).confirmation).toBe('confirmed')
  })

  test.each([
    ['A0002AA', /No POM is allocated/],
    ['A0003AA', /not serving a sentence/],
    ['A0004AA', /under 18/],
  ])('is refused for %s with the reason', async (number, why) => {
    const shown = await show(number)
    expect(shown.refused).toMatch(why)
    expect(shown.letter).toBeNull()
    await expect(confirm(number)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test.each([
    ['A0005AA', 'ahead', /You are in hospital now/],
    ['A0006AA', 'both', /The Parole Board decides/],
    ['A0007AA', 'com_recall', /you were on licence/],
    ['A0008AA', 'com_short', /long left to serve/],
  ])('has its own words for %s: %s', async (number, kind, said) => {
    expect((await show(number)).letter?.kind).toBe(kind)
    expect(await words(number)).toMatch(said)
  })

  test('leaves out a meeting that was refused, and says they may still ask', async () => {
    await unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: null,
      notDone: { reason: 'person_refused', on: day('2026-11-20') },
      note: '',
      reference: '',
      seen: null,
    } as never)
    expect(await words()).toMatch(
      /You did not take part in this meeting:[^]*You can still ask for it\. Tell Amy Thornber\./,
    )
  })

  test('is refused for somebody who died or left', async () => {
    await unit.call('movements.record', {
      entries: [
        { personId: unit.id('A0001AA'), kind: 'died', on: day('2026-11-22'), where: '', note: '' },
        { personId: unit.id('A0005AA'), kind: 'release', on: day('2026-11-22'), where: '', note: '' },
      ],
    })
    expect((await show('A0001AA')).refused).toMatch(/died on 22 November 2026/)
    expect((await show('A0005AA')).refused).toMatch(/no longer here/)
    await expect(save()).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('says what to look at first', async () => {
    expect((await show()).doubts).toEqual([])
    const { doubts } = await show('A0009AA')
    expect(doubts[0]).toMatch(/may be released first/)
    expect(doubts[1]).toMatch(/No COM is named/)
    await unit.learn([person('A0001AA', { ped: day('2026-11-02') })])
    expect((await show()).doubts).toContain(
      'The parole outcome is not recorded: record it before a date is confirmed.',
    )
  })

  test('says the day of a booked meeting and of release only where somebody ticks them', async () => {
    await unit.call('meetings.book', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      booking: {
        on: day('2026-11-26'),
        from: '14:00',
        to: '14:30',
        mode: 'video',
        place: '',
        attendees: ['Amy Thornber (POM)'],
      },
      reason: '',
      seen: null,
    })
    await unit.learn([person('A0001AA', { confirmed_release_date: day('2027-07-15') })])
    expect((await show()).booked).toEqual([
      { task: 'mt-handover', words: 'Handover meeting, Thu 26 Nov 2026, 2pm to 2:30pm, video' },
    ])
    expect(await words()).not.toMatch(/2026|2027/)
    const ticked = await words('A0001AA', { withDay: ['mt-handover'], release: true })
    expect(ticked).toContain('It is on Thursday 26 November 2026 at 2pm, by video.')
    expect(ticked).toContain('You are due to leave prison on Thursday 15 July 2027.')
  })
})

describe('confirming', () => {
  test('is refused where the date is another than the one seen, and where somebody was there first', async () => {
    const seen = await show()
    await unit.learn([person('A0001AA', { crd: day('2027-08-15') })])
    await expect(confirm()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('not 30 November 2026'),
    })
    const now = (await show()).handover ?? HANDOVER
    await confirm('A0001AA', now)
    await expect(
      unit.call('letter.confirmDate', { personId: unit.id('A0001AA'), handover: null, seen: seen.seen }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await show()).confirmation).toBe('confirmed')
  })

  test('is refused where the letter says no date', async () => {
    await expect(confirm('A0008AA')).rejects.toMatchObject({ code: 'bad_input' })
  })

  test('can be taken back, stays on the record, and is told on the timeline', async () => {
    await confirm()
    await confirm('A0001AA', null)
    expect((await show()).confirmation).toBe('not_confirmed')
    expect(decisionsOf(unit.store.read, unit.id('A0001AA'))).toHaveLength(2)
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(timeline.map(({ title }) => title)).toContain(
      'Handover on 30 November 2026 confirmed, for the letter to the person',
    )
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })
})

describe('giving it', () => {
  test('is recorded with its day, between the confirmation and today', async () => {
    await expect(given('2026-11-23')).rejects.toMatchObject({ code: 'conflict' })
    await confirm()
    for (const [on, why] of [
      ['2026-11-24', /today or in the past/],
      ['2026-11-22', /on or after 23 November 2026/],
      ['2026-11-31', /real date/],
    ] as const)
      await expect(given(on)).rejects.toMatchObject({
        code: 'bad_input',
        fields: { on: expect.stringMatching(why) },
      })
    await given('2026-11-23')
    expect((await show()).told).toMatchObject({ givenOn: '2026-11-23' })
    // Confirmed again, the letter stays given.
    await confirm()
    expect((await show()).told?.givenOn).toBe('2026-11-23')
    await given(null)
    expect((await show()).told).toMatchObject({ handover: HANDOVER, givenOn: null })
  })

  test('is recorded of a letter without a date too, stays once a date is confirmed, and is told on the timeline', async () => {
    await given('2026-11-20', 'A0001AA', null)
    await given('2026-11-23', 'A0008AA')
    expect((await show('A0008AA')).told).toMatchObject({
      handover: null,
      confirmedOn: null,
      givenOn: '2026-11-23',
    })
    const shown = await show()
    expect(shown).toMatchObject({ confirmation: 'not_confirmed', told: { handover: null } })
    expect(shown.doubts).toEqual([])
    await confirm()
    await expect(given('2026-11-23', 'A0001AA', null)).rejects.toMatchObject({ code: 'conflict' })
    const { timeline } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(timeline.map(({ title }) => title)).toContain(
      'Letter given on 20 November 2026: without a handover date',
    )
    await given(null, 'A0008AA')
    expect(await show('A0008AA')).toMatchObject({ told: null })
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('a letter given that is no longer so is pointed at', async () => {
    await confirm()
    await given('2026-11-23')
    await unit.learn([person('A0001AA', { crd: day('2027-08-15') })])
    expect((await show()).doubts.at(-1)).toBe(
      'A letter given on 23 November 2026 said 30 November 2026, which is no longer so: tell the person.',
    )
  })
})

describe('saving', () => {
  test('names no person in the file’s name, and holds what the preview said', async () => {
    await confirm()
    await save({ handover: HANDOVER })
    await save({ handover: HANDOVER, largePrint: true })
    expect(unit.saved.map(({ name }) => name)).toEqual([
      'LETTER_A0001AA_2026-11-23.docx',
      'LETTER_A0001AA_2026-11-23_LARGE-PRINT.docx',
    ])
    const zip = readZip(unit.saved[0]?.bytes ?? new Uint8Array())
    expect(zip.get('word/document.xml')).toContain('from Monday 30 November 2026')
  })

  test('is refused where the date moved since the preview, a release date is not confirmed, or exports are off', async () => {
    await expect(save({ handover: HANDOVER })).rejects.toMatchObject({ code: 'conflict' })
    await confirm()
    await expect(save()).rejects.toMatchObject({ code: 'conflict' })
    await expect(save({ handover: HANDOVER, release: true })).rejects.toMatchObject({ code: 'bad_input' })
    expect(unit.saved).toEqual([])
    const closed = await unitStore({ policy: { exportsAllowed: false } })
    await expect(
      closed.call('letter.save', { personId: 'x', format: 'pdf', largePrint: false, handover: null }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await closed.close()
  })
})

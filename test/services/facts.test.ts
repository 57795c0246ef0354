import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { saveDecision } from '../../db/repositories/decisions.ts'
import { findPersonByNumber, personHistory } from '../../db/repositories/people.ts'
import { CHANGEABLE_FIELDS } from '../../domain/contract/facts.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { PERSON_FIELDS } from '../../domain/model/person-record.ts'
import { FACT_CHOICES } from '../../domain/pack/fact-text.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is 23 November 2026; 7 months and 15 days before 15 July 2027 is 30 November 2026.
let unit: UnitStore
let personId: string
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([person('A0001AA', { crd: day('2027-07-15') }), person('A0002AA', { crn: 'X123456' })], {
    asAt: day('2026-11-20'),
    at: '2026-11-20T08:00:00.000Z',
  })
  personId = unit.id('A0001AA')
})
afterEach(() => unit.close())

const shown = () => unit.call('case.show', { personId })
const change = async (more: Partial<InputOf<'facts.change'>> = {}) =>
  unit.call('facts.change', {
    personId,
    field: 'crd',
    value: '2027-09-29',
    reason: 'Recalculated: letter of 20 November',
    seen: (await shown()).version,
    ...more,
  })
const fact = async (field: string) => (await shown()).facts.find((known) => known.field === field)

describe('a fact typed here', () => {
  test('is recorded with who, why and when, replans the case, and stands in the timeline', async () => {
    expect((await shown()).handover).toBe('2026-11-30')
    await change()
    expect(await shown()).toMatchObject({ handover: '2027-02-13' })
    expect(await fact('crd')).toMatchObject({
      value: '29 September 2027',
      raw: '2027-09-29',
      source: 'OMU',
      asAt: '2026-11-23',
      reason: 'Recalculated: letter of 20 November',
    })
    expect((await shown()).timeline[0]).toMatchObject({
      title: 'Changed here',
      details: ['CRD: 15 July 2027 became 29 September 2027', 'Why: Recalculated: letter of 20 November'],
    })
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('needs a reason where dates or responsibility rest on it, and none elsewhere', async () => {
    await expect(change({ reason: ' ' })).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    await change({ field: 'location', value: 'B2-010', reason: '' })
    expect(await fact('location')).toMatchObject({ value: 'B2-010', reason: null })
  })

  test.each<[InputOf<'facts.change'>['field'], string | null, RegExp]>([
    ['crd', '2027-02-30', /real date/],
    ['crd', '2027-07-15', /recorded already/],
    ['date_of_birth', '2027-01-01', /in the past/],
    ['date_of_birth', '2025-01-01', /sentence began on/],
    ['sentence_start_date', '1980-01-01', /must begin after/],
    ['crn', 'nonsense', /not a CRN/],
    ['crn', 'X123456', /already that of A0002AA/],
    ['rosh', 'terrible', /one of the list/],
    ['recall', 'perhaps', /yes or no/],
    ['com_email', 'not an address', /email address/],
    ['last_name', null, /needs a surname/],
  ])('%s cannot be %s', async (field, value, message) => {
    const before = findPersonByNumber(unit.store.read, 'A0001AA')
    await expect(change({ field, value })).rejects.toThrow(message)
    expect(findPersonByNumber(unit.store.read, 'A0001AA')).toEqual(before)
  })

  test('every code a page can choose is kept as it is', async () => {
    for (const field of CHANGEABLE_FIELDS)
      for (const code of Object.keys(FACT_CHOICES[field] ?? {})) {
        const record = findPersonByNumber(unit.store.read, 'A0001AA')?.record
        if (String(record?.[field] ?? '') === code) continue
        await change({ field, value: code })
        expect((await fact(field))?.raw, `${field} ${code}`).toBe(code)
        expect(PERSON_FIELDS[field].label).not.toBe('')
      }
  })

  test('that changed while it was being typed is shown first, and nothing is lost or overwritten', async () => {
    const { version } = await shown()
    await unit.learn([person('A0001AA', { crd: day('2027-08-01'), location: 'C1-001' })])
    await expect(change({ seen: version })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/CRD became 1 August 2027 while you were writing, by NOMIS/u),
    })
    expect(await fact('crd')).toMatchObject({ raw: '2027-08-01' })
    // Another fact than the one being typed may change meanwhile.
    await change({ field: 'keyworker', value: 'Officer Moss', seen: version })
    await change()
    expect(await fact('crd')).toMatchObject({ raw: '2027-09-29' })
  })

  test('is emptied by saying it has no value, and can then be recorded again', async () => {
    await change({ value: null })
    expect(await fact('crd')).toBeUndefined()
    expect((await shown()).unrecorded).toContainEqual({ group: 'Release dates', field: 'crd', label: 'CRD' })
    await change({ value: '2027-07-15' })
    expect(await fact('crd')).toMatchObject({ raw: '2027-07-15' })
  })

  test('shows what a list says otherwise, and gives way to it under the list’s own source', async () => {
    await change()
    await unit.store.write((db) =>
      saveDecision(
        db,
        { userId: unit.session.user.id },
        {
          at: unit.desk.clock.now().toISOString(),
          personId,
          kind: 'kept_ours',
          subject: 'crd',
          body: { listed: '2027-07-20', source: 'nomis_report', asAt: '2026-11-22' },
        },
      ),
    )
    expect((await fact('crd'))?.listed).toEqual({
      value: '20 July 2027',
      source: 'NOMIS',
      asAt: '2026-11-22',
    })
    await unit.call('facts.takeListed', { personId, field: 'crd' })
    expect(await fact('crd')).toMatchObject({
      raw: '2027-07-20',
      source: 'NOMIS',
      asAt: '2026-11-22',
      listed: null,
    })
    await expect(unit.call('facts.takeListed', { personId, field: 'location' })).rejects.toThrow(
      /No list says/,
    )
  })
})

describe('as it was known', () => {
  const asKnown = (on: string) => unit.call('facts.asKnown', { personId, on: day(on) })

  test('a case shows the facts and the plan of that day, and what is otherwise now', async () => {
    await change()
    const then = await asKnown('2026-11-20')
    expect(then).toMatchObject({ known: true, handover: '2026-11-30', rules: 'Enhanced 7½ months' })
    expect(then.responsibilitySentence).toContain('POM responsible until Sunday 29 November 2026')
    expect(then.facts.find(({ field }) => field === 'crd')).toMatchObject({
      value: '15 July 2027',
      source: 'NOMIS',
      differs: true,
    })
    expect(then.facts.find(({ field }) => field === 'last_name')?.differs).toBe(false)
    expect(await asKnown('2026-11-23')).toMatchObject({ handover: '2027-02-13' })
  })

  test('nobody is known before they were heard of, and no day ahead is', async () => {
    expect(await asKnown('2026-11-19')).toMatchObject({ known: false, facts: [] })
    await expect(asKnown('2026-11-24')).rejects.toThrow(/today or in the past/)
  })

  test('a decision is known from the day it was made', async () => {
    await unit.call('responsibility.override', {
      personId,
      to: 'com',
      reason: 'community_asked',
      note: '',
      agreedByPrison: 'Ruth Adeyemi',
      agreedByProbation: 'Priya Holt',
      agreedOn: '2026-11-23',
      document: null,
      from: '2026-11-23',
      until: '2026-12-31',
    })
    expect((await asKnown('2026-11-22')).responsibilitySentence).not.toContain('override')
    expect((await asKnown('2026-11-23')).responsibilitySentence).toContain('by override')
  })

  test('the unit shows everybody of that day beside today', async () => {
    await change()
    await unit.learn([person('A0003AA', { crd: day('2028-01-01') })])
    const then = await unit.call('facts.unitAsKnown', { on: day('2026-11-20'), page: 1 })
    expect(then).toMatchObject({ total: 2, pages: 1 })
    expect(then.rows[0]).toMatchObject({
      prisonNumber: 'A0001AA',
      handover: '2026-11-30',
      handoverNow: '2027-02-13',
      differs: true,
    })
    expect((await unit.call('facts.unitAsKnown', { on: day('2026-11-23'), page: 9 })).total).toBe(3)
    expect(personHistory(unit.store.read, personId)).toHaveLength(2)
  })
})

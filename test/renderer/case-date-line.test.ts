import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import {
  dateLineGeometry,
  type DateLineFacts,
} from '../../renderer/components/date-line/date-line-geometry.ts'
import { dateLineSentence } from '../../renderer/components/date-line/date-line-sentence.ts'
import { day, TODAY } from './support/words.ts'

const MARLOWE: DateLineFacts = {
  today: TODAY,
  sentenceStart: day('2025-03-14'),
  sentenceEnd: day('2030-01-28'),
  release: { label: 'Release', date: day('2027-07-15') },
  responsibility: 'pom',
  handoverStart: day('2026-11-30'),
  handover: day('2026-11-30'),
  windows: [
    {
      key: 'mt-handover',
      title: 'Handover meeting',
      from: day('2026-10-05'),
      to: day('2026-11-30'),
      open: false,
    },
    {
      key: 'mt-prerelease-2',
      title: 'Second meeting',
      from: day('2026-11-30'),
      to: day('2027-06-15'),
      open: true,
    },
  ],
}

describe('the date line', () => {
  it('opens the year from before the handover window to after release', () => {
    const { year } = dateLineGeometry(MARLOWE)
    expect([year.from, year.to]).toEqual(['2026-09-01', '2027-08-01'])
    expect(year.months.map((tick) => tick.date.slice(5, 7))).toEqual([
      '09',
      '10',
      '11',
      '12',
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
    ])
  })

  it('puts the sentence between its ends, custody up to release', () => {
    const { whole } = dateLineGeometry(MARLOWE)
    expect(whole?.bar).toEqual({ x: 0, width: 100 })
    expect(whole?.custody.width).toBeCloseTo(whole?.release?.x ?? -1, 1)
    expect(whole?.years.map((tick) => tick.date.slice(0, 4))).toEqual([
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
    ])
  })

  it('gives the case to the POM until handover and to the COM from then on', () => {
    const { holders, handover } = dateLineGeometry(MARLOWE).year
    expect(holders.map(({ who }) => who)).toEqual(['pom', 'com'])
    expect(holders[1]?.span.x).toBe(handover?.x)
  })

  it('draws the support between handover start and handover', () => {
    const { holders } = dateLineGeometry({ ...MARLOWE, handoverStart: day('2026-10-20') }).year
    expect(holders.map(({ who }) => who)).toEqual(['pom', 'pom_with_com', 'com'])
  })

  it('marks what of a window has gone, and never of one no source dates', () => {
    const [meeting, second] = dateLineGeometry(MARLOWE).year.windows
    expect(meeting?.gone?.width).toBeGreaterThan(0)
    expect(second?.gone).toBeNull()
  })

  it('keeps one holder where the rules give no handover', () => {
    const { holders, handover } = dateLineGeometry({
      ...MARLOWE,
      handover: null,
      handoverStart: null,
      responsibility: 'com',
      windows: [],
    }).year
    expect(handover).toBeNull()
    expect(holders.map(({ who }) => who)).toEqual(['com'])
  })

  it('keeps the holder of somebody still here after a release date that has passed', () => {
    const { year, whole } = dateLineGeometry({
      ...MARLOWE,
      release: { label: 'Release', date: day('2026-02-01') },
      handover: null,
      handoverStart: null,
      responsibility: 'com',
      windows: [],
    })
    expect(year.release?.off).toBe('before')
    expect(year.holders).toEqual([{ who: 'com', span: { x: 0, width: 100 } }])
    expect(whole?.custody.width).toBeGreaterThan(whole?.release?.x ?? 100)
  })

  it('says at which edge a far release lies', () => {
    const far = dateLineGeometry({ ...MARLOWE, release: { label: 'Release', date: day('2035-01-01') } })
    expect(far.year.release).toMatchObject({ off: 'after', x: 100 })
  })

  it('thins the years of a life sentence', () => {
    const life = dateLineGeometry({
      ...MARLOWE,
      sentenceStart: day('1996-02-01'),
      sentenceEnd: day('2040-01-01'),
    })
    expect(life.whole?.years.length).toBeLessThanOrEqual(10)
  })

  it('draws no whole line without a sentence start', () => {
    expect(dateLineGeometry({ ...MARLOWE, sentenceStart: null }).whole).toBeNull()
  })

  it('stays inside its edges whatever the dates', () => {
    const anyDay = fc.integer({ min: -9000, max: 9000 }).map((days) => addDays(TODAY, days))
    const maybe = fc.option(anyDay, { nil: null })
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, maybe, (start, end, release, handover, from) => {
        const { whole, year } = dateLineGeometry({
          ...MARLOWE,
          sentenceStart: start,
          sentenceEnd: end,
          release: release === null ? null : { label: 'Release', date: release },
          handover,
          handoverStart: handover,
          windows:
            from === null || handover === null || from > handover
              ? []
              : [{ key: 'w', title: 'W', from, to: handover, open: false }],
        })
        expect(year.from < year.to).toBe(true)
        const spans = [...year.holders.map(({ span }) => span), ...year.windows.map(({ span }) => span)]
        if (whole) spans.push(whole.bar, whole.custody, whole.opened)
        for (const { x, width } of spans) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(width).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(100.02)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says the same days in one text', () => {
    expect(dateLineSentence(MARLOWE)).toBe(
      'Sentence from 14 March 2025. Handover meeting, 5 October 2026 to 30 November 2026. ' +
        'Second meeting, 30 November 2026 to 15 June 2027, no day set. Handover Monday 30 November 2026. ' +
        'Release 15 July 2027. Sentence ends 28 January 2030. Today is 23 November 2026.',
    )
  })
})

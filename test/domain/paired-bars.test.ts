import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairedBars, type Callout, type PairedColumn } from '../../domain/charts/paired-bars.ts'

const NAMES = { a: 'Enhanced 7½ months, solid: in force now', b: 'National service 8½ months, striped' }
const column = (a: number, b: number, at: number): PairedColumn => ({ label: `M${at}`, a, b })
const columns = (...pairs: [number, number][]) => pairs.map(([a, b], at) => column(a, b, at))

const span = ({ text, textX, anchor }: Callout) => {
  const width = text.length * 7.6
  return anchor === 'start' ? [textX, textX + width] : [textX - width, textX]
}

describe('a chart of paired bars', () => {
  it('stands on zero, with heights in proportion and a number over each bar', () => {
    const { bars, plot, ticks } = pairedBars(columns([10, 20], [0, 5]), NAMES)
    expect(ticks[0]).toMatchObject({ value: 0, y: plot.bottom })
    expect(bars.map(({ side, value }) => [side, value])).toEqual([
      ['a', 10],
      ['b', 20],
      ['a', 0],
      ['b', 5],
    ])
    const [ten, twenty, none, five] = bars.map(({ height }) => height)
    expect(twenty).toBeCloseTo((ten ?? 0) * 2, 0)
    expect(five).toBeCloseTo((ten ?? 0) / 2, 0)
    expect(none).toBe(0)
    for (const bar of bars) expect(bar.labelY).toBeLessThan(bar.y)
  })

  it.each([
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [31, [0, 10, 20, 30]],
    [40, [0, 10, 20, 30, 40]],
    [560, [0, 200, 400]],
  ])('has whole ticks up to %i', (most, values) => {
    expect(pairedBars(columns([most, 0]), NAMES).ticks.map(({ value }) => value)).toEqual(values)
  })

  it('names each side beside a bar of its own, and none that has no bar', () => {
    const named = pairedBars(columns([0, 24], [6, 5], [14, 19], [29, 25]), NAMES).callouts
    expect(named.map(({ side, text }) => [side, text])).toEqual([
      ['b', NAMES.b],
      ['a', NAMES.a],
    ])
    expect(pairedBars(columns([3, 0]), NAMES).callouts.map(({ side }) => side)).toEqual(['a'])
    expect(pairedBars(columns([0, 0]), NAMES).callouts).toEqual([])
  })

  it('keeps everything inside, apart and uncrossed, whatever the numbers', () => {
    const count = fc.oneof(fc.constant(0), fc.nat({ max: 2000 }))
    const mostlyNone = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: count })
    fc.assert(
      fc.property(fc.array(fc.tuple(mostlyNone, count), { minLength: 13, maxLength: 13 }), (pairs) => {
        const chart = pairedBars(columns(...pairs), NAMES)
        const sorted = chart.bars
        for (const [at, bar] of sorted.entries()) {
          expect(bar.x).toBeGreaterThanOrEqual(at === 0 ? chart.plot.left : (sorted[at - 1]?.x ?? 0))
          expect(bar.x + bar.width).toBeLessThanOrEqual(chart.width)
          expect(bar.y).toBeGreaterThanOrEqual(chart.plot.top)
        }
        const [left, right] = chart.callouts
        for (const each of chart.callouts) {
          const [begins = 0, ends = 0] = span(each)
          expect(begins).toBeGreaterThanOrEqual(0)
          expect(ends).toBeLessThanOrEqual(chart.width)
          // No number of a bar is as high as a name.
          expect(Math.min(...sorted.map(({ labelY }) => labelY)) - 12).toBeGreaterThanOrEqual(each.textY + 2)
        }
        if (left !== undefined && right !== undefined) {
          expect(left.textY).not.toBe(right.textY)
          // The line to the upper name passes the lower row clear of its words.
          const [upper, lower] = left.textY < right.textY ? [left, right] : [right, left]
          const [from = 0, to = 0] = span(lower)
          expect(upper.x > from && upper.x < to).toBe(false)
        }
      }),
    )
  })
})

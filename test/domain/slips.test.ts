import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slipsBetween, slipsForgiven, slipsToBeginning } from '../../domain/text/slips.ts'

describe('slips', () => {
  it.each([
    ['marlowe', 'marlowe', 0],
    ['marlow', 'marlowe', 1],
    ['marlwoe', 'marlowe', 1],
    ['narlowe', 'marlowe', 1],
    ['marllowe', 'marlowe', 1],
    ['mrlwe', 'marlowe', 2],
    ['thornber', 'marlowe', 3],
    ['', 'ab', 2],
  ])('%s to %s: %i', (typed, word, slips) => {
    expect(slipsBetween(typed, word, 2)).toBe(slips)
  })

  /** Written plainly from the definition, to hold the quick one to. */
  function plainly(a: string, b: string): number {
    const d = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    )
    const at = (i: number, j: number) => d[i]?.[j] ?? 0
    for (let i = 1; i <= a.length; i += 1)
      for (let j = 1; j <= b.length; j += 1) {
        let best = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        )
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, at(i - 2, j - 2) + 1)
        ;(d[i] as number[])[j] = best
      }
    return at(a.length, b.length)
  }

  it('are counted as the definition counts them, up to the most asked for', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(slipsBetween(a, b, most)).toBe(Math.min(plainly(a, b), most + 1))
      }),
    )
  })

  it('are forgiven at the beginning of a word still being typed', () => {
    expect(slipsToBeginning('barrac', 'barraclough', 1)).toBe(0)
    expect(slipsToBeginning('bararc', 'barraclough', 1)).toBe(1)
    expect(slipsForgiven(3)).toBe(0)
    expect(slipsForgiven(7)).toBe(1)
    expect(slipsForgiven(8)).toBe(2)
  })
})

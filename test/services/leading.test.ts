import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leading } from '../../electron/app/services/caseload/leading.ts'

const item = fc.record({ weight: fc.integer({ min: 0, max: 9 }), name: fc.string() })

it('gives what sorting everything and taking the first would, ties in their order, and leaves the list as it was', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (many, few) => {
      const before = [...many]
      const byWeight = (a: { weight: number }, b: { weight: number }) => b.weight - a.weight
      expect(leading(many, few, byWeight)).toEqual(many.toSorted(byWeight).slice(0, few))
      expect(many).toEqual(before)
    }),
  )
})

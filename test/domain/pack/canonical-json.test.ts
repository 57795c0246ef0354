import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../domain/pack/canonical-json.ts'
import { composePack } from '../../../domain/pack/compose-pack.ts'
import { packInput } from './pack-input.ts'

describe('canonicalJson', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: { z: true, y: 'é"' } })).toBe(
      '{"a":{"y":"é\\"","z":true},"b":[{"c":null,"d":1},"x"]}',
    )
  })

  it('is the JSON of the same value', () => {
    const pack = composePack(packInput())
    expect(JSON.parse(canonicalJson(pack))).toEqual(pack)
  })

  it('does not depend on the order in which keys were made', () => {
    const { record } = packInput()
    const backwards = Object.fromEntries(Object.entries(record).toReversed())
    expect(canonicalJson(composePack(packInput({ record: backwards })))).toBe(
      canonicalJson(composePack(packInput())),
    )
  })
})

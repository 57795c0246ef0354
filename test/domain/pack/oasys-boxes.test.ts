import { describe, expect, it } from 'vitest'
import { composePack } from '../../../domain/pack/compose-pack.ts'
import { oasysBoxes } from '../../../domain/pack/oasys-boxes.ts'
import { packInput } from './pack-input.ts'

describe('oasysBoxes', () => {
  const boxes = oasysBoxes(composePack(packInput()))

  it('stand in keying order, each reference once', () => {
    expect(boxes.map(({ ref }) => ref)).toEqual([
      'CASEID',
      '3.97',
      '4.94',
      '5.97',
      '6.97',
      '7.97',
      '8.97',
      '9.97',
      '10.97',
      '11.97',
      '12.97',
      '13.1.t',
      'RM28.1',
      'RM28',
      'IP.29',
      'RP.35',
      'RP.60',
    ])
  })

  it('carry what is known, and say so where nothing is', () => {
    const text = (ref: string) => boxes.find((box) => box.ref === ref)
    expect(text('CASEID')?.text).toContain('CRD: 15 July 2027')
    expect(text('8.97')).toMatchObject({ text: 'No change recorded as at 23 November 2026.', filled: false })
    expect(text('RP.35')?.text).toContain('Handover meeting, COM, Mon 30 Nov 2026')
    expect(text('RM28.1')?.text).toContain('RoSH in the community: High')
  })
})

import type { ComposedSection } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { packValue, recordedValues } from '../section-values.ts'

/** Section 2: who they are and who to speak to. */
export function identity(input: PackInput): ComposedSection {
  const { values, gaps } = recordedValues(input, '2')
  const asked = [
    {
      key: 'interpreter',
      label: 'Interpreter needed',
      message: 'Interpreter needed: not recorded. Ask the person.',
    },
    {
      key: 'accessibility',
      label: 'Reasonable adjustments',
      message: 'Reasonable adjustments: not recorded. Ask the person.',
    },
  ]
  const blanks = asked.map(({ key, label }) => packValue({ key, label, value: null, group: 'Identity' }))
  const lastOfIdentity = values.findLastIndex(({ group }) => group === 'Identity') + 1
  return {
    section: {
      key: '2',
      title: 'Identity and contacts',
      oasys_refs: ['CASEID'],
      san_refs: [],
      values: values.toSpliced(lastOfIdentity, 0, ...blanks),
      table: null,
    },
    gaps: [...gaps, ...asked.map(({ key, message }) => ({ section: '2', key, message }))],
  }
}

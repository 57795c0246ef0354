import { formatDate } from '../../text/dates.ts'
import { NEED_AREAS } from '../need-areas.ts'
import type { ComposedSection } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { packValue, recordedValues } from '../section-values.ts'

/**
 * Section 9: one block for each need area, in keying order. Nothing about needs is recorded in the desk yet, so each
 * block is a gap and says so; what OASys last said is pointed to by its date and never retold.
 */
export function needs(input: PackInput): ComposedSection {
  const { values, gaps } = recordedValues(input, '9')
  const since = input.record.oasys_date ? ` since the OASys of ${formatDate(input.record.oasys_date)}` : ''
  const blocks = NEED_AREAS.map(({ key, title, oasysRef, sanRef, psfrRef }) =>
    packValue({
      key: `need.${key}`,
      label: title,
      group: 'Change, work done and work left',
      value: null,
      oasys_ref: oasysRef,
      san_ref: sanRef,
      psfr_ref: psfrRef,
    }),
  )
  return {
    section: {
      key: '9',
      title: 'Needs and progress',
      oasys_refs: NEED_AREAS.map(({ oasysRef }) => oasysRef),
      san_refs: [...new Set(NEED_AREAS.map(({ sanRef }) => sanRef))],
      values: [...values, ...blocks],
      table: null,
    },
    gaps: [
      ...gaps,
      ...NEED_AREAS.map(({ key, title, oasysRef }) => ({
        section: '9',
        key: `need.${key}`,
        message: `${title} (${oasysRef}): no change recorded${since}. Say what changed, what was done and what is left, or confirm no change.`,
      })),
    ],
  }
}

/** What an empty block prints. */
export const noChange = (input: Pick<PackInput, 'today'>): string =>
  `No change recorded as at ${formatDate(input.today)}`

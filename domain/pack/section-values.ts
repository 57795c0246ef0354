import type { PersonField } from '../model/person-record.ts'
import { factText } from './fact-text.ts'
import { mayBePrinted } from './free-text.ts'
import type { PackGap, PackValue } from './pack.ts'
import type { PackInput } from './pack-input.ts'
import { PLACED_FIELDS, type PlacedField } from './placed-fields.ts'
import { labelOf, originsOf, type Origin } from './provenance.ts'
import { SOURCE_NAMES, type SourceCode } from './sources.ts'

const nothingMore = {
  group: null,
  source: null,
  as_of: null,
  confirmed_by: null,
  confirmed_at: null,
  oasys_ref: null,
  san_ref: null,
  psfr_ref: null,
}

/** A value with only what is said of it; the rest is null. */
export const packValue = (
  said: Pick<PackValue, 'key' | 'label' | 'value'> & Partial<PackValue>,
): PackValue => ({
  ...nothingMore,
  ...said,
})

/** Worked out by the desk on the day the pack is built. */
export const workedOut = (input: PackInput): Pick<PackValue, 'source' | 'as_of'> => ({
  source: SOURCE_NAMES.C,
  as_of: input.today,
})

const lookIn: Record<SourceCode, string> = {
  N: 'Look in NOMIS.',
  D: 'Look in Delius, or ask the COM.',
  O: 'Look in OASys.',
  P: 'Look in PPUD, or ask the parole hub.',
  M: 'Look in Manage POM cases.',
  U: 'Record it in the OMU.',
  C: 'It is worked out once the dates are known.',
}

export const notRecorded = (label: string, from: SourceCode) => `${label}: not recorded. ${lookIn[from]}`

const LABELS: Partial<Record<PersonField, string>> = {
  prison_code: 'Prison',
  rosh: 'RoSH in the community',
  // The yes or no is all a pack may say about a victim: never a name, a place or a way to reach them.
  vlo_assigned: 'Victim contact scheme in play',
  handover_date: 'Handover date in the national record',
  earliest_release_date: 'Earliest release in the extract',
}

export const printedLabel = (field: PersonField): string => LABELS[field] ?? labelOf(field)

/** The recorded facts of one section: each that is known, and a gap for each that should be and is not. */
export function recordedValues(
  input: PackInput,
  section: keyof typeof PLACED_FIELDS,
): { values: PackValue[]; gaps: PackGap[] } {
  const origins = originsOf(input.history)
  const values: PackValue[] = []
  const gaps: PackGap[] = []
  for (const placed of PLACED_FIELDS[section]) {
    const { value, gap } = recorded(input, placed, origins[placed.field])
    if (value !== null) values.push(value)
    if (gap !== null) gaps.push({ section, key: placed.field, message: gap })
  }
  return { values, gaps }
}

function recorded(
  input: PackInput,
  placed: PlacedField,
  origin: Origin | undefined,
): { value: PackValue | null; gap: string | null } {
  const { field, need, from, group } = placed
  const raw = input.record[field]
  const label = printedLabel(field)
  const key = { key: field, label, group }
  if (raw === undefined || raw === null) {
    const asked = need === 'always' || (need !== 'if_known' && need(input.record, input.plan))
    return asked
      ? { value: packValue({ ...key, value: null }), gap: notRecorded(label, from) }
      : { value: null, gap: null }
  }
  const text = field === 'prison_code' ? prisonText(input, String(raw)) : factText(field, raw)
  if (!mayBePrinted(text)) {
    return {
      value: packValue({ ...key, value: null }),
      gap: `${label}: left out, because its words may speak of a victim. Write it again without.`,
    }
  }
  return {
    value: packValue({
      ...key,
      value: text,
      source: origin?.source ?? SOURCE_NAMES.U,
      as_of: origin?.asAt ?? null,
    }),
    gap: null,
  }
}

const prisonText = ({ establishment }: PackInput, code: string): string =>
  code === establishment.code ? `${establishment.name} (${code})` : code

import { daysBetween } from '../../dates/arithmetic.ts'
import type { CivilDate } from '../../dates/civil-date.ts'
import { formatDate } from '../../text/dates.ts'
import { MARKING, type ComposedSection, type PackGap, type PackType, type PackValue } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { originsOf } from '../provenance.ts'
import { packValue, recordedValues } from '../section-values.ts'

/** A source older than this is flagged when a pack is built. Our own choice: no policy sets one. */
export const FRESH_DAYS = 7

/** `Surname, Forename`; what is known of it. */
export function nameOf({ record }: PackInput): string {
  return [record.last_name, record.first_name].filter(Boolean).join(', ')
}

/** Section 0: whose pack, which version, and how old each source is. */
export function cover(input: PackInput, type: PackType): ComposedSection {
  const { values, gaps } = recordedValues(input, '0')
  const here = { source: 'Handover Desk', as_of: input.today, group: 'The pack' }
  const name = nameOf(input)
  const pack: PackValue[] = [
    packValue({ key: 'pack_type', label: 'Pack type', value: capital(type), ...here }),
    packValue({ key: 'version', label: 'Version', value: String(input.version), ...here }),
    packValue({ key: 'built_on', label: 'Built on', value: formatDate(input.today), ...here }),
    packValue({ key: 'built_by', label: 'Built by', value: input.author, ...here }),
    packValue({ key: 'marking', label: 'Marking', value: MARKING, ...here }),
    packValue({ key: 'reviewer', label: 'Reviewed by', value: null, group: 'The pack' }),
    packValue({ key: 'limited_access', label: 'Limited access', value: null, group: 'The pack' }),
  ]
  const named = packValue({
    key: 'name',
    label: 'Name',
    value: name || null,
    group: 'The case',
    ...nameOrigin(input),
  })
  const missing: PackGap[] = [
    { section: '0', key: 'reviewer', message: 'Reviewed by: not recorded. The pack has not been reviewed.' },
    {
      section: '0',
      key: 'limited_access',
      message: 'Limited access: not recorded. Ask the COM whether the Delius record is restricted.',
    },
  ]
  if (!name) missing.unshift({ section: '0', key: 'name', message: 'Name: not recorded. Look in NOMIS.' })
  return {
    section: {
      key: '0',
      title: 'Cover and status',
      oasys_refs: ['CASEID'],
      san_refs: [],
      values: [named, ...values, ...pack],
      table: {
        title: 'How old each source is',
        headings: ['Source', 'As at', 'Age'],
        rows: sourcesOf(input).map(({ source, asAt }) => [
          source,
          asAt ? formatDate(asAt) : 'Not known',
          age(asAt, input.today),
        ]),
      },
    },
    gaps: [...missing, ...gaps],
  }
}

function nameOrigin(input: PackInput): Pick<PackValue, 'source' | 'as_of'> {
  const origin = originsOf(input.history).last_name
  return { source: origin?.source ?? null, as_of: origin?.asAt ?? null }
}

/** Each system that gave something still shown, with the newest day it spoke of. */
export function sourcesOf(input: PackInput): { source: string; asAt: CivilDate | null }[] {
  const newest = new Map<string, CivilDate | null>()
  for (const { source, asAt } of Object.values(originsOf(input.history))) {
    const known = newest.get(source) ?? null
    newest.set(source, known !== null && (asAt === null || known > asAt) ? known : asAt)
  }
  return [...newest]
    .map(([source, asAt]) => ({ source, asAt }))
    .sort((a, b) => (a.source < b.source ? -1 : 1))
}

function age(asAt: CivilDate | null, today: CivilDate): string {
  if (asAt === null) return 'Not known'
  const days = daysBetween(asAt, today)
  const text = days <= 0 ? 'Today' : days === 1 ? '1 day' : `${days} days`
  return days > FRESH_DAYS ? `${text}: check before relying on it` : text
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

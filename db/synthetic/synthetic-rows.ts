import { addDays, addMonths } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonField, PersonRecord } from '../../domain/model/person-record.ts'
import { FIRST_NAMES, LAST_NAMES, OFFENCES } from './names.ts'
import { Chance } from './random.ts'
import { rowsOf, toCsv } from './sample-extracts.ts'
import { COMS } from './sample-person.ts'
import { SAMPLE } from './sample-settings.ts'

/** Twenty columns as a unit's list has them. */
export const SYNTHETIC_FIELDS = [
  'prison_number',
  'last_name',
  'first_name',
  'date_of_birth',
  'crn',
  'location',
  'category',
  'main_offence',
  'sentence_start_date',
  'crd',
  'hdced',
  'ped',
  'sed',
  'led',
  'tier',
  'rosh',
  'mappa_level',
  'pom_name',
  'com_name',
  'probation_region',
] as const satisfies readonly PersonField[]

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXY'

/** The `place`th prison number from `from` on; they run out after four million. */
function prisonNumber(place: number): string {
  const letters = Math.floor(place / 10_000)
  const digits = String(place % 10_000).padStart(4, '0')
  return `B${digits}${LETTERS[Math.floor(letters / LETTERS.length) % LETTERS.length]}${LETTERS[letters % LETTERS.length]}`
}

/** `count` made-up people with ordinary sentences seen on `today`: for tests and benches of any size. */
export function syntheticRows(count: number, today: CivilDate, seed = 1): PersonRecord[] {
  const chance = new Chance(seed)
  const regions = [
    'Yorkshire and the Humber',
    'Yorkshire and the Humber',
    'Yorkshire and the Humber',
    'North East',
    'East Midlands',
  ]
  return Array.from({ length: count }, (_, place): PersonRecord => {
    const region = chance.pick(regions)
    const crd = addDays(today, chance.between(10, 1500))
    const start = addMonths(crd, -chance.between(14, 70))
    const custody = chance.between(12, 60)
    const rosh = chance.pick(['low', 'medium', 'medium', 'high', 'very_high'] as const)
    return {
      prison_number: prisonNumber(place),
      last_name: chance.pick(LAST_NAMES),
      first_name: chance.pick(FIRST_NAMES),
      date_of_birth: addDays(today, -chance.between(7_700, 24_000)),
      crn: `Y${String(place).padStart(6, '0')}`,
      location: `${chance.pick(['A', 'B', 'C', 'D'])}${chance.between(1, 3)}-${String(chance.between(1, 60)).padStart(3, '0')}`,
      category: chance.pick(['C', 'C', 'C', 'D']),
      main_offence: chance.pick(OFFENCES),
      sentence_start_date: start < today ? start : addMonths(today, -1),
      crd,
      ...(chance.once(0.2) ? { hdced: addMonths(crd, -4) } : {}),
      ...(chance.once(0.12) ? { ped: addMonths(crd, -20) } : {}),
      sed: addMonths(crd, custody),
      led: addMonths(crd, custody),
      tier: chance.pick(['A', 'B', 'C', 'D']),
      rosh,
      ...(rosh === 'high' || rosh === 'very_high' ? { mappa_level: chance.between(1, 3) } : {}),
      pom_name: chance.pick(SAMPLE.poms),
      ...(chance.once(0.6) ? { com_name: chance.pick(COMS[region] ?? ['Robin Aske']) } : {}),
      probation_region: region,
    }
  })
}

/** The same people as a CSV of twenty columns. */
export const syntheticCsv = (rows: readonly PersonRecord[]): string => toCsv(rowsOf(rows, SYNTHETIC_FIELDS))

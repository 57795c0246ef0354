import { addDays, addMonths } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { findRegion } from '../../domain/reference/probation-regions.ts'
import type { Chance } from './random.ts'
import { FIRST_NAMES, LAST_NAMES, OFFENCES } from './names.ts'
import { SAMPLE, type SamplePom } from './sample-settings.ts'

/** Somebody made up, as the last list has them, and how earlier lists differed. */
export interface SamplePerson {
  record: PersonRecord
  /** What the first list had instead. */
  earlier: PersonRecord
  inFirstList: boolean
  inLaterList: boolean
  /** What the national service shows as the handover date. */
  nationalHandover: CivilDate | null
}

export const day = (text: string) => text as CivilDate

/** The release date whose handover, so many months and days before, is `handover`. */
export const releaseFor = (handover: CivilDate, months: number, days: number): CivilDate =>
  addMonths(addDays(handover, days), months)

/** Hands out prison numbers, CRNs and names that nobody else of the sample has. */
export class Identities {
  readonly #chance: Chance
  readonly #taken = new Set<string>()

  constructor(chance: Chance, taken: Iterable<string>) {
    this.#chance = chance
    for (const one of taken) this.#taken.add(one)
  }

  prisonNumber(): string {
    return this.#fresh(() => `A${this.#digits(4)}${this.#letter()}${this.#letter()}`)
  }

  crn(): string {
    return this.#fresh(() => `X${this.#digits(6)}`)
  }

  bookingNumber(): string {
    return this.#fresh(() => `${this.#digits(5)}${this.#letter()}`)
  }

  name(): { first: string; last: string } {
    const full = this.#fresh(() => `${this.#chance.pick(FIRST_NAMES)} ${this.#chance.pick(LAST_NAMES)}`)
    const [first = '', last = ''] = full.split(' ')
    return { first, last }
  }

  #fresh(make: () => string): string {
    for (;;) {
      const one = make()
      if (this.#taken.has(one)) continue
      this.#taken.add(one)
      return one
    }
  }

  #digits(count: number): string {
    return String(this.#chance.between(0, 10 ** count - 1)).padStart(count, '0')
  }

  #letter(): string {
    return this.#chance.pick('ABCDEFGHJKLMNPQRTUVWXY'.split(''))
  }
}

const CHECK_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY'

/** A police number whose check letter is right. */
export function makePnc(chance: Chance, year: number): string {
  const serial = String(chance.between(1, 999_999)).padStart(7, '0')
  const letter = CHECK_LETTERS[Number(`${String(year % 100).padStart(2, '0')}${serial}`) % 23]
  return `${year}/${serial}${letter}`
}

export const COMS: Record<string, readonly string[]> = {
  'Yorkshire and the Humber': [
    'Hannah Priestley',
    'Leon Grady',
    'Sunita Bhatt',
    'Tomasz Wren',
    'Grace Ferriby',
    'Joan Ellery',
    'Martin Oakes',
  ],
  'North East': ['Nia Beddoe', 'Ellis Thirlwell', 'Carol Raine'],
  'East Midlands': ['Ellen Storey', 'Dominic Farr'],
}

export const staffEmail = (name: string, domain: 'probation' | 'prison') =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}.example`

/** What everybody has besides a sentence: identity, place, home, risk and allocation. */
export function basePerson(chance: Chance, identities: Identities, home: string): PersonRecord {
  const { first, last } = identities.name()
  const born = addDays(day('1961-01-01'), chance.between(0, 15_500))
  const region = findRegion(home)
  const unit = region === null ? undefined : chance.pick(region.units)
  const rosh = chance.pick(['low', 'medium', 'medium', 'medium', 'high', 'high', 'very_high'] as const)
  const pom = chance.pick(SAMPLE.poms)
  return {
    prison_number: identities.prisonNumber(),
    last_name: last,
    first_name: first,
    date_of_birth: born,
    sex: 'male',
    crn: identities.crn(),
    pnc: makePnc(chance, Number(born.slice(0, 4)) + chance.between(15, 20)),
    booking_number: identities.bookingNumber(),
    prison_code: SAMPLE.establishment.code,
    location: `${chance.pick(['A', 'B', 'C', 'D', 'E'])}${chance.between(1, 3)}-${String(chance.between(1, 44)).padStart(3, '0')}`,
    category: 'C',
    main_offence: chance.pick(OFFENCES),
    rosh,
    tier: chance.pick(
      rosh === 'very_high'
        ? ['A']
        : rosh === 'high'
          ? ['B', 'B', 'C']
          : rosh === 'medium'
            ? ['C', 'C', 'D']
            : ['D', 'E'],
    ),
    resourcing: chance.once(0.8) ? 'enhanced' : 'standard',
    vlo_assigned: chance.once(0.15),
    legacy_cohort:
      rosh === 'high' || rosh === 'very_high' ? 'nps' : chance.pick(['crc', 'crc', 'nps'] as const),
    ...(rosh === 'high' || rosh === 'very_high'
      ? { mappa_level: chance.pick([1, 1, 2, 2, 3]) }
      : chance.once(0.3)
        ? { mappa_level: 0 }
        : {}),
    ...allocated(pom, addDays(SAMPLE.today, -chance.between(20, 400))),
    probation_region: home,
    ldu_code: unit?.deliusCode ?? '',
    ldu_name: unit?.name ?? '',
    team_name: `${unit?.name ?? home} ${chance.pick(['Team 1', 'Team 2', 'Sentence management'])}`,
    keyworker: chance.pick([
      'Officer Blake',
      'Officer Dunne',
      'Officer Hart',
      'Officer Moss',
      'Officer Pell',
    ]),
  }
}

const allocated = (pom: SamplePom, since: CivilDate): PersonRecord => ({
  pom_name: pom,
  pom_email: staffEmail(pom, 'prison'),
  allocation_date: since,
})

/** A COM of the home region. */
export function withCom(chance: Chance, record: PersonRecord): void {
  const name = chance.pick(COMS[record.probation_region ?? ''] ?? ['Robin Aske'])
  record.com_name = name
  record.com_email = staffEmail(name, 'probation')
}

/** A determinate sentence released on `crd`, `custody` months after it began. */
export function determinate(crd: CivilDate, custody: number): PersonRecord {
  const start = addMonths(crd, -custody)
  return {
    legal_status: 'sentenced',
    imprisonment_status: 'ADIMP_ORA',
    sentence_start_date: start,
    reception_date: start,
    sentence_length: `${String(Math.floor((custody * 2) / 12)).padStart(2, '0')}/${String((custody * 2) % 12).padStart(2, '0')}/00`,
    crd,
    sed: addMonths(crd, custody),
    led: addMonths(crd, custody),
  }
}

/** An extended sentence: parole from `ped`, released at the latest two years after. */
export function paroleCase(ped: CivilDate, custody: number): PersonRecord {
  const crd = addMonths(ped, 24)
  const { crd: _, ...sentence } = determinate(crd, custody)
  return {
    ...sentence,
    imprisonment_status: 'EXSENT08',
    crd,
    ped,
    sed: addMonths(crd, 36),
    led: addMonths(crd, 36),
  }
}

/** Life, or a sentence for public protection. */
export function indeterminate(kind: 'life' | 'ipp', ted: CivilDate, served: number): PersonRecord {
  const start = addMonths(ted, -served)
  return {
    legal_status: 'sentenced',
    indeterminate: true,
    imprisonment_status: kind === 'life' ? 'MLP' : 'IPP',
    sentence_length: 'Life',
    sentence_start_date: start,
    reception_date: start,
    ted,
  }
}

import { addDays, addMonths } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { NOTED_NAMES, NOTED_NUMBERS, peopleOfNote } from './people-of-note.ts'
import { Chance } from './random.ts'
import {
  basePerson,
  determinate,
  Identities,
  indeterminate,
  paroleCase,
  releaseFor,
  withCom,
  type SamplePerson,
} from './sample-person.ts'
import { SAMPLE } from './sample-settings.ts'

const today = SAMPLE.today
const SEED = 20_261_123

/** One kind of case and how many of it the sample has. */
interface Kind {
  count: number
  make: (chance: Chance, place: number) => PersonRecord
  /** Where all of them come from; otherwise any of the three regions. */
  home?: string
}

const later = (chance: Chance, from: number, to: number): CivilDate =>
  addDays(today, chance.between(from, to))

/** An ordinary sentence: most handovers lie ahead, some behind, a few in the next eight weeks. */
function ordinary(chance: Chance): PersonRecord {
  const lot = chance.next()
  const handover =
    lot < 0.3 ? later(chance, -205, -3) : lot < 0.36 ? later(chance, 1, 56) : later(chance, 57, 1300)
  const crd = releaseFor(handover, 7, 15)
  const served = Math.max(1, Math.ceil((Date.parse(crd) - Date.parse(today)) / 2_629_800_000))
  const record = determinate(crd, Math.max(12, served + chance.between(1, 30)))
  // Curfew eligibility half a year before release, for some: later than the handover, so it changes nothing.
  if (chance.once(0.2)) record.hdced = addMonths(crd, -6)
  if (chance.once(0.1)) record.tused = addMonths(crd, 12)
  return record
}

function parole(chance: Chance): PersonRecord {
  const ped = later(chance, -400, 1500)
  const record = paroleCase(ped, chance.between(60, 120))
  if (ped < today && chance.once(0.6)) record.parole_outcome = 'No Release [*]'
  return record
}

function lifer(chance: Chance): PersonRecord {
  const ted = later(chance, 30, 2500)
  const record = indeterminate(chance.once(0.8) ? 'life' : 'ipp', ted, chance.between(120, 300))
  return record
}

function recall(chance: Chance): PersonRecord {
  const released = later(chance, -900, -120)
  return {
    ...determinate(released, chance.between(12, 40)),
    sed: addMonths(released, 40),
    led: addMonths(released, 40),
    legal_status: 'recall',
    imprisonment_status: chance.pick(['LR', 'FTR_ORA', 'LR_ORA']),
    recall: true,
    prrd: later(chance, 20, 700),
    reception_date: later(chance, -110, -5),
  }
}

/** A tariff long past and a hearing more than a year off. */
const farHearing = (chance: Chance): PersonRecord => ({
  ...indeterminate('ipp', later(chance, -4000, -900), 60),
  thd: later(chance, 400, 700),
  review_type: 'On/Post Tariff',
  review_status: 'Active - Future',
})

const open = (record: PersonRecord): PersonRecord => ({
  ...record,
  category: 'D',
  category_active_since: addDays(today, -90),
})

const KINDS: readonly Kind[] = [
  { count: 207, make: ordinary },
  { count: 34, make: parole },
  { count: 24, make: lifer },
  { count: 34, make: recall },
  // Ten months or less from sentence to release.
  { count: 16, make: (chance) => determinate(later(chance, 20, 200), chance.between(7, 10)) },
  {
    count: 3,
    make: (chance) => ({
      legal_status: 'immigration',
      imprisonment_status: 'DET',
      reception_date: later(chance, -300, -30),
      nationality: 'Not stated',
    }),
  },
  {
    count: 8,
    make: (chance) => ({
      ...determinate(later(chance, 300, 800), chance.between(40, 70)),
      early_allocation: true,
      mappa_level: 3,
      rosh: 'very_high',
      tier: 'A',
    }),
  },
  {
    count: 2,
    make: (chance) => ({ ...lifer(chance), early_allocation: true, rosh: 'very_high', tier: 'A' }),
  },
  // In open conditions by category, with a tariff or hearing ahead.
  { count: 7, make: (chance) => open({ ...indeterminate('life', later(chance, 60, 500), 180) }) },
  { count: 3, make: (chance) => ({ ...lifer(chance), additional_isp: true }) },
  // A hearing over a year away: only the national rules tell these apart, so they come from the region that has them.
  {
    count: 4,
    home: 'North East',
    make: (chance) => ({
      ...farHearing(chance),
      legal_status: 'recall',
      imprisonment_status: 'LR_IPP',
      recall: true,
      mappa_level: 1,
    }),
  },
  {
    count: 4,
    home: 'North East',
    make: (chance, place) => ({
      ...farHearing(chance),
      parole_outcome: 'No Release [*]',
      mappa_level: 2 + (place % 2),
    }),
  },
  {
    count: 5,
    home: 'North East',
    make: (chance) => open({ ...farHearing(chance), parole_outcome: 'No Release [*]', mappa_level: 0 }),
  },
  // Sentenced, and no date of release worked out yet.
  {
    count: 4,
    make: (chance) => ({
      legal_status: 'sentenced',
      imprisonment_status: 'SENT03',
      sentence_start_date: later(chance, -60, -5),
      reception_date: later(chance, -70, -61),
    }),
  },
  {
    count: 5,
    make: (chance) => ({
      legal_status: 'remand',
      imprisonment_status: 'TRL',
      reception_date: later(chance, -150, -5),
    }),
  },
  {
    count: 2,
    make: (chance) => ({
      legal_status: 'unsentenced',
      imprisonment_status: 'JR',
      reception_date: later(chance, -90, -5),
    }),
  },
  {
    count: 1,
    make: (chance) => ({
      legal_status: 'civil',
      imprisonment_status: 'CIVIL_CON',
      reception_date: later(chance, -30, -5),
    }),
  },
  {
    count: 1,
    make: (chance) => ({
      ...determinate(later(chance, 200, 400), 30),
      restricted_patient: true,
      supporting_prison: SAMPLE.establishment.code,
    }),
  },
]

/** Everybody of the sample establishment: the people of note, then about 360 more. The same every time. */
export function samplePeople(): SamplePerson[] {
  const chance = new Chance(SEED)
  const identities = new Identities(chance, [...NOTED_NUMBERS, ...NOTED_NAMES, 'X527346'])
  const people = peopleOfNote(chance, identities)
  for (const { count, make, home } of KINDS) {
    for (let place = 0; place < count; place += 1)
      people.push(madePerson(chance, identities, make(chance, place), home ?? homeOf(chance)))
  }
  for (const person of people) {
    person.nationalHandover ??= nationalHandover(person.record)
    growUp(person.record)
  }
  return people
}

/** Sentenced as an adult: born early enough for it. */
function growUp(record: PersonRecord): void {
  const { date_of_birth: born, sentence_start_date: start } = record
  if (!born || !start) return
  const years = 21 - Number(start.slice(0, 4)) + Number(born.slice(0, 4))
  if (years > 0) record.date_of_birth = addMonths(born, -12 * years)
}

/** Most come from Yorkshire and the Humber; the two regions with rules of their own follow. */
function homeOf(chance: Chance): string {
  const lot = chance.next()
  return lot < 0.78 ? SAMPLE.region : lot < 0.9 ? 'North East' : 'East Midlands'
}

function madePerson(
  chance: Chance,
  identities: Identities,
  sentence: PersonRecord,
  home: string,
): SamplePerson {
  const record = { ...basePerson(chance, identities, home), ...sentence }
  const handover = nationalHandover(record)
  const sentenced = record.legal_status === 'sentenced' || record.legal_status === 'recall'
  const near = handover !== null && handover < addDays(today, 40)
  if (sentenced && (near || record.recall === true || chance.once(0.15)) && !chance.once(0.04))
    withCom(chance, record)
  if (record.indeterminate === true || chance.once(0.5)) record.oasys_date = later(chance, -700, -10)
  if (record.rosh !== undefined) record.rosh_date = later(chance, -600, -10)
  if (!sentenced) {
    for (const field of [
      'crn',
      'tier',
      'resourcing',
      'com_name',
      'com_email',
      'rosh',
      'rosh_date',
      'mappa_level',
    ] as const)
      delete record[field]
    record.category = record.legal_status === 'immigration' ? 'C' : 'U'
  }
  return { record, earlier: {}, inFirstList: true, inLaterList: true, nationalHandover: null }
}

/** What the national service would show: its rules, without their finer points. */
function nationalHandover(record: PersonRecord): CivilDate | null {
  if (record.recall === true) return null
  const { crd, ped, ted, thd } = record
  const ahead = [ted, thd].find((date) => typeof date === 'string' && date > today)
  if (record.indeterminate === true) return typeof ahead === 'string' ? addMonths(ahead, -12) : null
  if (typeof ped === 'string') return addMonths(ped, -12)
  return typeof crd === 'string' ? addDays(addMonths(crd, -8), -14) : null
}

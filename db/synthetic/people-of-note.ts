import { addMonths } from '../../domain/dates/arithmetic.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { Chance } from './random.ts'
import {
  basePerson,
  day,
  determinate,
  indeterminate,
  paroleCase,
  releaseFor,
  staffEmail,
  type Identities,
  type SamplePerson,
} from './sample-person.ts'
import type { SamplePom } from './sample-settings.ts'

const YORKSHIRE = 'Yorkshire and the Humber'
const NORTH_EAST = 'North East'
const EAST_MIDLANDS = 'East Midlands'

interface Note {
  name: readonly [last: string, first: string]
  number: string
  pom: SamplePom
  /** Null where nobody is named yet. */
  com: string | null
  rosh: 'low' | 'medium' | 'high' | 'very_high'
  tier: string
  home?: string
  unit?: readonly [code: string, name: string]
  sentence: PersonRecord
  more?: PersonRecord
  earlier?: PersonRecord
  inFirstList?: boolean
  inLaterList?: boolean
  nationalHandover?: string
}

/** A sentence whose handover, 7 months and 15 days before release, falls on a day. */
const handedOver = (on: string, custody = 28) => determinate(releaseFor(day(on), 7, 15), custody)
/** The same under the national rules: 8 months and 14 days. */
const handedOverNationally = (on: string) => determinate(releaseFor(day(on), 8, 14), 30)

const LEEDS = ['N55LEE', 'Leeds'] as const
const BRADFORD = ['N55BAC', 'Bradford and Calderdale'] as const
const WAKEFIELD = ['N55WAK', 'Wakefield'] as const
const HULL = ['N55HER', 'Hull and East Riding'] as const
const KIRKLEES = ['N55KIR', 'Kirklees'] as const
const NEWCASTLE = ['N54NUTY', 'Newcastle upon Tyne'] as const
const DERBY = ['N53DRBY', 'Derby City'] as const

const life = (ted: string, thd: string | null, more: PersonRecord = {}): PersonRecord => ({
  ...indeterminate('life', day(ted), 216),
  ...(thd === null ? {} : { thd: day(thd), review_type: 'On/Post Tariff', review_status: 'Active' }),
  ...more,
})
const ipp = (ted: string, thd: string | null, more: PersonRecord = {}): PersonRecord => ({
  ...indeterminate('ipp', day(ted), 48),
  ...(thd === null ? {} : { thd: day(thd), review_type: 'On/Post Tariff', review_status: 'Active' }),
  ...more,
})

/** People whose situation somebody should see: handovers of these weeks, what went wrong, and what lists leave out. */
const NOTES: readonly Note[] = [
  // Handover in the next eight weeks, or today.
  {
    name: ['Reyes-Holt', 'Kai'],
    number: 'A7781MR',
    pom: 'Amy Thornber',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: handedOver('2027-01-18', 24),
    more: { hdced: day('2027-01-04') },
  },
  {
    name: ['Whitlock', 'Terence'],
    number: 'A2093LV',
    pom: 'Amy Thornber',
    com: 'Hannah Priestley',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: handedOver('2026-11-23'),
  },
  {
    name: ['Nwosu', 'Daniel'],
    number: 'A8042JB',
    pom: 'Beth Lindqvist',
    com: null,
    rosh: 'medium',
    tier: 'C',
    home: NORTH_EAST,
    unit: NEWCASTLE,
    sentence: handedOverNationally('2026-11-26'),
  },
  {
    name: ['Stannard', 'Lee'],
    number: 'A6610CE',
    pom: 'Amy Thornber',
    com: 'Leon Grady',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: handedOver('2026-11-27'),
  },
  {
    name: ['Marlowe', 'Dean'],
    number: 'A4417KD',
    pom: 'Amy Thornber',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: {
      ...determinate(day('2027-07-15'), 28),
      sentence_start_date: day('2025-03-14'),
      reception_date: day('2025-03-14'),
      sed: day('2030-01-28'),
      led: day('2030-01-28'),
      sentence_length: '04/10/15',
    },
    more: { date_of_birth: day('1991-05-09'), crn: 'X527346', location: 'C2-014', mappa_level: 2 },
    earlier: { crd: day('2027-09-29') },
    nationalHandover: '2027-01-15',
  },
  {
    name: ['Ibbotson', 'Craig'],
    number: 'A3350RN',
    pom: 'Jonah Askey',
    com: 'Grace Ferriby',
    rosh: 'medium',
    tier: 'C',
    unit: HULL,
    sentence: handedOver('2026-12-04'),
  },
  {
    name: ['Rashid', 'Imran'],
    number: 'A9127FT',
    pom: 'Farida Noor',
    com: 'Sunita Bhatt',
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: handedOver('2026-12-06', 40),
  },
  {
    name: ['Pryce', 'Gethin'],
    number: 'A5504HW',
    pom: 'Callum Reid',
    com: 'Nia Beddoe',
    rosh: 'high',
    tier: 'B',
    home: NORTH_EAST,
    unit: NEWCASTLE,
    sentence: handedOverNationally('2026-12-07'),
  },
  {
    name: ['Abara', 'Chidi'],
    number: 'A6238DK',
    pom: 'Amy Thornber',
    com: 'Sunita Bhatt',
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: paroleCase(addMonths(day('2026-12-09'), 8), 72),
  },
  {
    name: ['Farrow', 'Nathan'],
    number: 'A7419SC',
    pom: 'Priya Nair',
    com: 'Leon Grady',
    rosh: 'low',
    tier: 'D',
    unit: KIRKLEES,
    sentence: handedOver('2026-12-11'),
  },
  {
    name: ['Lacey', 'Owen'],
    number: 'A1976XP',
    pom: 'Jonah Askey',
    com: 'Tomasz Wren',
    rosh: 'low',
    tier: 'D',
    home: EAST_MIDLANDS,
    unit: DERBY,
    sentence: determinate(day('2027-05-11'), 24),
  },
  {
    name: ['Gill', 'Harpreet'],
    number: 'A2865VY',
    pom: 'Farida Noor',
    com: 'Hannah Priestley',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: handedOver('2026-12-14'),
    earlier: { crd: day('2027-08-05') },
  },
  {
    name: ['Underhay', 'Paul'],
    number: 'A4693ZL',
    pom: 'Segun Oyelaran',
    com: 'Ellen Storey',
    rosh: 'very_high',
    tier: 'A',
    unit: LEEDS,
    sentence: life('2020-05-04', '2027-08-18'),
  },
  {
    name: ['Kowalczyk', 'Piotr'],
    number: 'A3108GM',
    pom: 'Amy Thornber',
    com: 'Tomasz Wren',
    rosh: 'medium',
    tier: 'C',
    unit: WAKEFIELD,
    sentence: handedOver('2026-12-19'),
  },
  {
    name: ['Bexley', 'Aaron'],
    number: 'A9570NH',
    pom: 'Callum Reid',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: handedOver('2026-12-25', 36),
  },
  {
    name: ['Sewell', 'Jordan'],
    number: 'A5827QT',
    pom: 'Priya Nair',
    com: 'Leon Grady',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: handedOver('2026-12-28'),
  },
  {
    name: ['Oldroyd', 'Shaun'],
    number: 'A7264BD',
    pom: 'Amy Thornber',
    com: null,
    rosh: 'medium',
    tier: 'C',
    unit: WAKEFIELD,
    sentence: handedOver('2027-01-05'),
  },
  {
    name: ['Bramhall', 'Steven'],
    number: 'A0937JT',
    pom: 'Beth Lindqvist',
    com: null,
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: handedOver('2026-12-14'),
    more: { arrival_date: day('2026-11-19') },
    inFirstList: false,
  },
  // Handed over, and nobody named.
  {
    name: ['Tunstall', 'Kyle'],
    number: 'A8813TA',
    pom: 'Amy Thornber',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: handedOver('2026-11-21'),
  },
  {
    name: ['Yardley', 'Curtis'],
    number: 'A2750EJ',
    pom: 'Callum Reid',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: handedOver('2026-11-16'),
  },
  {
    name: ['Hussain', 'Tariq'],
    number: 'A4926UC',
    pom: 'Farida Noor',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: handedOver('2026-11-09'),
  },
  {
    name: ['Ede', 'Michael'],
    number: 'A4031WB',
    pom: 'Jonah Askey',
    com: null,
    rosh: 'medium',
    tier: 'C',
    unit: HULL,
    sentence: handedOver('2026-11-09'),
  },
  // Dates that moved in the last list.
  {
    name: ['Crosland', 'Adam'],
    number: 'A3817TW',
    pom: 'Priya Nair',
    com: 'Leon Grady',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: determinate(day('2027-07-01'), 26),
    earlier: { crd: day('2027-09-06') },
  },
  {
    name: ['Beckwith', 'Noel'],
    number: 'A4470LJ',
    pom: 'Jonah Askey',
    com: 'Grace Ferriby',
    rosh: 'low',
    tier: 'D',
    unit: HULL,
    sentence: determinate(day('2027-07-06'), 22),
    earlier: { crd: day('2027-08-17') },
  },
  {
    name: ['Osgood', 'Martin'],
    number: 'A7090KV',
    pom: 'Beth Lindqvist',
    com: 'Joan Ellery',
    rosh: 'medium',
    tier: 'C',
    unit: WAKEFIELD,
    sentence: determinate(day('2027-01-28'), 30),
    earlier: { crd: day('2026-12-16') },
  },
  {
    name: ['Zielinski', 'Adam'],
    number: 'A1534RB',
    pom: 'Callum Reid',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: paroleCase(day('2027-12-13'), 84),
    earlier: { ped: null },
  },
  {
    name: ['Crane', 'Liam'],
    number: 'A3942GR',
    pom: 'Amy Thornber',
    com: 'Tomasz Wren',
    rosh: 'medium',
    tier: 'C',
    unit: WAKEFIELD,
    sentence: determinate(day('2026-12-02'), 30),
    more: { confirmed_release_date: day('2026-12-02') },
  },
  {
    name: ['Dacre', 'Liam'],
    number: 'A6182MX',
    pom: 'Beth Lindqvist',
    com: null,
    rosh: 'low',
    tier: 'D',
    unit: LEEDS,
    sentence: determinate(day('2027-07-20'), 8),
    inFirstList: false,
  },
  {
    name: ['Holt', 'Ryan'],
    number: 'A3475GE',
    pom: 'Callum Reid',
    com: 'Martin Oakes',
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: {
      ...determinate(day('2025-03-04'), 20),
      legal_status: 'recall',
      imprisonment_status: 'LR',
      recall: true,
      prrd: day('2027-05-14'),
      reception_date: day('2026-11-20'),
    },
    inFirstList: false,
  },
  {
    name: ['Keane', 'Joseph'],
    number: 'A8246WD',
    pom: 'Priya Nair',
    com: 'Leon Grady',
    rosh: 'low',
    tier: 'D',
    unit: KIRKLEES,
    sentence: determinate(day('2027-02-09'), 18),
    inLaterList: false,
  },
  {
    name: ['Amory', 'Piers'],
    number: 'A5561HC',
    pom: 'Segun Oyelaran',
    com: 'Joan Ellery',
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: determinate(day('2028-03-09'), 48),
    more: { restricted_patient: true, supporting_prison: 'HQI' },
    inLaterList: false,
  },
  {
    name: ['Penhale', 'Jory'],
    number: 'A6075NT',
    pom: 'Amy Thornber',
    com: 'Hannah Priestley',
    rosh: 'high',
    tier: 'B',
    unit: KIRKLEES,
    sentence: ipp('2012-09-24', '2027-01-21', { custody_report_due: day('2026-11-26') }),
  },
  // Tariff passed, still here.
  {
    name: ['Blackett', 'Ian'],
    number: 'A1160JS',
    pom: 'Segun Oyelaran',
    com: 'Sunita Bhatt',
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: life('2026-11-22', '2027-08-05'),
  },
  {
    name: ['Vasey', 'Robert'],
    number: 'A0358WK',
    pom: 'Segun Oyelaran',
    com: 'Hannah Priestley',
    rosh: 'very_high',
    tier: 'A',
    unit: KIRKLEES,
    sentence: life('2024-02-12', null),
  },
  {
    name: ['Yates', 'Norman'],
    number: 'A0466TD',
    pom: 'Segun Oyelaran',
    com: null,
    rosh: 'very_high',
    tier: 'A',
    unit: HULL,
    sentence: life('2019-03-17', null),
  },
  {
    name: ['Imrie', 'Douglas'],
    number: 'A0917CR',
    pom: 'Segun Oyelaran',
    com: null,
    rosh: 'high',
    tier: 'B',
    unit: LEEDS,
    sentence: ipp('2016-05-03', '2027-02-09', { custody_report_due: day('2026-12-08') }),
  },
  {
    name: ['Osei-Grant', 'Paul'],
    number: 'A2284MB',
    pom: 'Callum Reid',
    com: 'Leon Grady',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: ipp('2012-01-19', null, {
      parole_outcome: 'No Release [*]',
      review_type: 'On/Post Tariff',
      review_status: 'Complete',
    }),
  },
  {
    name: ['Maddox', 'Carl'],
    number: 'A3019FP',
    pom: 'Farida Noor',
    com: 'Tomasz Wren',
    rosh: 'high',
    tier: 'B',
    unit: WAKEFIELD,
    sentence: life('2025-07-08', '2026-11-02'),
  },
  {
    name: ['Corrigan', 'Neil'],
    number: 'A2651GH',
    pom: 'Segun Oyelaran',
    com: 'Hannah Priestley',
    rosh: 'high',
    tier: 'B',
    unit: KIRKLEES,
    sentence: life('2026-01-26', '2027-01-28'),
    more: { restricted_patient: true, supporting_prison: 'HQI' },
  },
  {
    name: ['Deeley', 'Francis'],
    number: 'A1872XW',
    pom: 'Beth Lindqvist',
    com: 'Ellen Storey',
    rosh: 'high',
    tier: 'B',
    home: EAST_MIDLANDS,
    unit: DERBY,
    sentence: ipp('2013-10-01', '2027-03-12', { custody_report_due: day('2027-01-07') }),
  },
  {
    name: ['Treloar', 'Simon'],
    number: 'A0743KE',
    pom: 'Jonah Askey',
    com: 'Grace Ferriby',
    rosh: 'medium',
    tier: 'C',
    unit: HULL,
    sentence: life('2021-08-30', '2027-04-21', { custody_report_due: day('2027-02-16') }),
  },
  {
    name: ['Askwith', 'Jon'],
    number: 'A1593VN',
    pom: 'Priya Nair',
    com: 'Leon Grady',
    rosh: 'medium',
    tier: 'C',
    unit: KIRKLEES,
    sentence: ipp('2011-12-05', '2027-05-11'),
  },
  {
    name: ['Purdie', 'Malcolm'],
    number: 'A0285LQ',
    pom: 'Farida Noor',
    com: 'Sunita Bhatt',
    rosh: 'high',
    tier: 'B',
    unit: BRADFORD,
    sentence: life('2023-09-14', '2027-06-03'),
  },
]

/** The people of note, with everything else about them filled in by chance. */
export function peopleOfNote(chance: Chance, identities: Identities): SamplePerson[] {
  return NOTES.map((note) => {
    const record = basePerson(chance, identities, note.home ?? YORKSHIRE)
    const [last, first] = note.name
    Object.assign(record, {
      last_name: last,
      first_name: first,
      prison_number: note.number,
      rosh: note.rosh,
      tier: note.tier,
      resourcing: 'enhanced',
    })
    Object.assign(record, { pom_name: note.pom, pom_email: staffEmail(note.pom, 'prison') })
    if (note.unit !== undefined)
      Object.assign(record, {
        ldu_code: note.unit[0],
        ldu_name: note.unit[1],
        team_name: `${note.unit[1]} Team 1`,
      })
    if (note.com !== null)
      Object.assign(record, { com_name: note.com, com_email: staffEmail(note.com, 'probation') })
    Object.assign(record, note.sentence, note.more)
    return {
      record,
      earlier: note.earlier ?? {},
      inFirstList: note.inFirstList ?? true,
      inLaterList: note.inLaterList ?? true,
      nationalHandover: note.nationalHandover === undefined ? null : day(note.nationalHandover),
    }
  })
}

export const NOTED_NUMBERS: readonly string[] = NOTES.map(({ number }) => number)
export const NOTED_NAMES: readonly string[] = NOTES.map(({ name: [last, first] }) => `${first} ${last}`)

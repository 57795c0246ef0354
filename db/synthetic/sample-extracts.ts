import { addDays } from '../../domain/dates/arithmetic.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../domain/model/person-record.ts'
import { samplePeople } from './sample-people.ts'
import type { SamplePerson } from './sample-person.ts'
import { SAMPLE } from './sample-settings.ts'

/** A list as rows of text, the headings first. */
export type Grid = string[][]

type Column = readonly [heading: string, cell: (record: PersonRecord, person: SamplePerson) => string]

const dated = (separator: string) => (value: unknown) =>
  typeof value === 'string' ? value.split('-').toReversed().join(separator) : ''
const slashes = dated('/')
const dashes = dated('-')
const plain = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const yesNo = (value: unknown) => (value === true ? 'Y' : value === false ? 'N' : '')

const field =
  (name: PersonField, write: (value: unknown) => string = plain) =>
  (record: PersonRecord) =>
    write(record[name])
const surnameFirst = ({ last_name: last, first_name: first }: PersonRecord) => `${last}, ${first}`

const LEGAL_WORDS: Record<string, string> = {
  sentenced: 'Sentenced',
  recall: 'Recall',
  remand: 'Remand',
  unsentenced: 'Convicted Unsentenced',
  civil: 'Civil Prisoner',
  immigration: 'Immigration Detainee',
}

/** Dates as NOMIS lists write them, and names in capitals. */
const NOMIS: readonly Column[] = [
  ['Offender No', field('prison_number')],
  ['Surname', (record) => plain(record.last_name).toUpperCase()],
  ['Forename(s)', (record) => plain(record.first_name).toUpperCase()],
  ['DOB', field('date_of_birth', slashes)],
  ['Gender', (record) => (record.sex === 'male' ? 'M' : '')],
  ['Prison', field('prison_code')],
  ['Location', field('location')],
  ['Category', field('category')],
  ['Category date', field('category_active_since', slashes)],
  [
    'Legal Status',
    (record) =>
      record.indeterminate === true && record.recall !== true
        ? 'Indeterminate Sentence'
        : (LEGAL_WORDS[record.legal_status ?? ''] ?? ''),
  ],
  ['Imprisonment Status', field('imprisonment_status')],
  ['Indeterminate', field('indeterminate', yesNo)],
  ['Recall', field('recall', yesNo)],
  ['Main Offence', field('main_offence')],
  ['Sentence', field('sentence_length')],
  ['Sentence Start', field('sentence_start_date', slashes)],
  ['Reception date', field('reception_date', slashes)],
  ['Date transferred in', field('arrival_date', slashes)],
  ['HDCED', field('hdced', slashes)],
  ['ARD', field('ard', slashes)],
  ['CRD', field('crd', slashes)],
  ['PED', field('ped', slashes)],
  ['TED', field('ted', slashes)],
  ['SED', field('sed', slashes)],
  ['LED', field('led', slashes)],
  ['TUSED', field('tused', slashes)],
  ['PRRD', field('prrd', slashes)],
  ['Confirmed release date', field('confirmed_release_date', slashes)],
  ['Restricted patient', field('restricted_patient', yesNo)],
  ['Supporting prison', field('supporting_prison')],
  ['PNC', field('pnc')],
  ['Book number', field('booking_number')],
  ['Allocated POM', field('pom_name')],
  ['POM email', field('pom_email')],
  ['Allocation date', field('allocation_date', slashes)],
  ['Key worker', field('keyworker')],
]

const ROSH_WORDS: Record<string, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very High',
}

const DELIUS: readonly Column[] = [
  ['CRN', field('crn')],
  ['Name', surnameFirst],
  ['DOB', field('date_of_birth', slashes)],
  ['NOMS', field('prison_number')],
  ['PNC', field('pnc')],
  ['Tier', field('tier')],
  ['RoSH', (record) => ROSH_WORDS[record.rosh ?? ''] ?? ''],
  ['RoSH date', field('rosh_date', slashes)],
  ['MAPPA', (record) => (typeof record.mappa_level === 'number' ? `M${record.mappa_level}` : '')],
  ['Last OASys', field('oasys_date', slashes)],
  ['Team', field('team_name')],
  ['PDU', field('ldu_name')],
  ['PDU code', field('ldu_code')],
  ['Probation region', field('probation_region')],
  ['Officer', (record) => record.com_name ?? 'Unallocated'],
  ['COM email', field('com_email')],
  ['Resourcing', (record) => plain(record.resourcing).toUpperCase()],
  ['VLO', field('vlo_assigned', yesNo)],
  ['Sentence date', field('sentence_start_date', slashes)],
  ['Expected release', field('crd', slashes)],
]

/** The national e-mail's own nine headings. */
const LDU_EMAIL: readonly Column[] = [
  ['Prisoner', surnameFirst],
  ['CRN', field('crn')],
  ['Prisoner number', field('prison_number')],
  ['COM responsible', (_, { nationalHandover }) => plain(nationalHandover)],
  ['Release/Parole Date', (record) => plain(record.ped ?? record.crd)],
  ['Prison', () => SAMPLE.establishment.code],
  ['Current POM', field('pom_name')],
  ['POM email', field('pom_email')],
  ['COM', field('com_name')],
]

const orNull = (text: string) => (text === '' ? 'NULL' : text)

const PAROLE: readonly Column[] = [
  ['TITLE', () => 'Mr'],
  ['NOMIS ID', field('prison_number')],
  // Some rows of the real list end the number with a full stop.
  ['Offender Prison Number', (record) => `${record.prison_number}.`],
  [
    'Sentence Type',
    (record) =>
      record.imprisonment_status === 'IPP' || record.imprisonment_status === 'LR_IPP' ? 'IPP' : 'Life',
  ],
  ['Date Of Sentence', (record) => orNull(dashes(record.sentence_start_date))],
  ['Tariff Expiry Date', (record) => orNull(dashes(record.ted))],
  ['Review Date', (record) => orNull(dashes(record.thd))],
  ['Review ID', (record) => `R${plain(record.prison_number).slice(1, 5)}`],
  ['Review Milestone Date ID', () => '13'],
  ['Review Type', (record) => orNull(plain(record.review_type))],
  ['Review Status', (record) => orNull(plain(record.review_status))],
  ['Current Target Date (Review)', (record) => orNull(dashes(record.thd))],
  ['MS 13 Target Date', (record) => orNull(dashes(record.custody_report_due))],
  ['MS 13 Completion Date', () => 'NULL'],
  ['Final Result (Review)', (record) => orNull(plain(record.parole_outcome))],
]

const UNIT: readonly Column[] = [
  ['Prison number', field('prison_number')],
  ['Name', surnameFirst],
  ['Early allocation', field('early_allocation', yesNo)],
  ['Further indeterminate sentence', field('additional_isp', yesNo)],
  ['Legacy provider', (record) => plain(record.legacy_cohort).toUpperCase()],
]

function gridOf(
  columns: readonly Column[],
  people: readonly SamplePerson[],
  recordOf = (person: SamplePerson) => person.record,
): Grid {
  return [
    columns.map(([heading]) => heading),
    ...people.map((person) => columns.map(([, cell]) => cell(recordOf(person), person))),
  ]
}

const byNumber = (a: SamplePerson, b: SamplePerson) =>
  plain(a.record.prison_number) < plain(b.record.prison_number) ? -1 : 1
const byName = (a: SamplePerson, b: SamplePerson) =>
  surnameFirst(a.record) < surnameFirst(b.record) ? -1 : 1

/** The national e-mail lists handovers of the next 45 days, and of the weeks before. */
function isInLduEmail({ record, nationalHandover }: SamplePerson): boolean {
  if (nationalHandover === null || record.crn === undefined) return false
  return nationalHandover >= addDays(SAMPLE.today, -120) && nationalHandover <= addDays(SAMPLE.today, 60)
}

/** Every sample extract by its file name, as rows of text. */
export function sampleGrids(): Record<string, Grid> {
  const people = samplePeople()
  const numbered = people.toSorted(byNumber)
  const delius = people
    .filter(({ record, inFirstList }) => inFirstList && record.crn !== undefined)
    .toSorted(byName)
  const inFirst = numbered.filter(({ inFirstList }) => inFirstList)
  const inLater = numbered.filter(({ inLaterList }) => inLaterList)
  return {
    'delius-north-east.xlsx': gridOf(
      DELIUS,
      delius.filter(({ record }) => record.probation_region === 'North East'),
    ),
    'nomis-list.csv': gridOf(NOMIS, inFirst, ({ record, earlier }) => Object.assign({}, record, earlier)),
    'unit-list.csv': gridOf(UNIT, inFirst),
    'parole-list.csv': gridOf(
      PAROLE,
      inFirst.filter(({ record }) => record.indeterminate === true),
    ),
    'delius-list.csv': gridOf(
      DELIUS,
      delius.filter(({ record }) => record.probation_region !== 'North East'),
    ),
    'ldu-email.csv': gridOf(
      LDU_EMAIL,
      inFirst.filter((person) => isInLduEmail(person)),
    ),
    'nomis-list-later.csv': gridOf(NOMIS, inLater),
  }
}

const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** A grid as CSV with Windows line ends, as these systems write it. */
export const toCsv = (grid: Grid, delimiter = ','): string =>
  grid.map((row) => `${row.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join('')

/** What a record becomes in a list of the given fields, headed by their labels, with ISO dates. */
export function rowsOf(records: readonly PersonRecord[], fields: readonly PersonField[]): Grid {
  return [
    fields.map((name) => PERSON_FIELDS[name].label),
    ...records.map((record) => fields.map((name) => plain(record[name]))),
  ]
}

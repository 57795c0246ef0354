import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Adoption } from '../../domain/model/adoption.ts'
import type { Role } from '../../domain/model/role.ts'
import type { Proof } from '../../domain/model/proof.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'

const day = (text: string) => text as CivilDate

export interface SampleFile {
  /** In `samples/`. */
  name: string
  source: string
  asAt: CivilDate
  /** When the sample store says it was imported. */
  importedAt: string
  /** What it is, in one line. */
  about: string
}

export interface SampleUser {
  name: string
  role: Role
}

const POMS = [
  'Amy Thornber',
  'Beth Lindqvist',
  'Callum Reid',
  'Farida Noor',
  'Jonah Askey',
  'Priya Nair',
  'Segun Oyelaran',
] as const
export type SamplePom = (typeof POMS)[number]

/** HMP Hollin Moor, which does not exist, on one Monday morning. Everybody in it is invented. */
export const SAMPLE = {
  establishment: { code: 'HQI', name: 'HMP Hollin Moor' },
  region: 'Yorkshire and the Humber',
  today: day('2026-11-23'),
  /** When the morning is looked at. */
  now: '2026-11-23T08:14:00.000Z',
  /** Shown on the sample's own unlock page. */
  passphrase: 'heather on the moor',
  ruleSet: 'enhanced-7-5' as RuleSetId,
  adoptions: [
    { region: null, ruleSet: 'enhanced-7-5', from: day('2026-04-01') },
    { region: 'North East', ruleSet: 'national-2023', from: day('2026-04-01') },
    { region: 'East Midlands', ruleSet: 'pre-release-5', from: day('2026-04-01') },
    // Entered ahead: nobody is planned under it yet.
    { region: 'East Midlands', ruleSet: 'national-2023', from: day('2027-04-01') },
  ] as readonly Adoption[],
  /** On whose word each was adopted, in the same order; the last by word of mouth. */
  proofs: [
    {
      toldBy: 'Marian Stroud',
      body: 'Office of the regional probation director, Yorkshire and the Humber',
      document: 'Notice of the enhanced model',
      documentDate: day('2026-03-12'),
    },
    {
      toldBy: 'Gareth Pell',
      body: 'North East probation region',
      document: 'Handover notice 4',
      documentDate: day('2026-03-20'),
    },
    {
      toldBy: 'Anita Rowe',
      body: 'East Midlands probation region',
      document: 'Pre-release model, local guidance',
      documentDate: day('2026-02-27'),
    },
    { toldBy: 'Anita Rowe', body: 'East Midlands probation region', document: null, documentDate: null },
  ] as readonly Proof[],
  headOfOmu: 'Ruth Adeyemi',
  /** Who does the imports. */
  administrator: 'Dev Malik',
  poms: POMS,
  /** Everybody but the head of OMU. */
  users: [
    ...POMS.map((name): SampleUser => ({ name, role: 'pom' })),
    { name: 'Dev Malik', role: 'case_administrator' },
    { name: 'Isla Merton', role: 'pre_release_team' },
    { name: 'Owain Teale', role: 'read_only' },
  ] as readonly SampleUser[],
  /** In the order they were imported. */
  files: [
    {
      name: 'delius-north-east.xlsx',
      source: 'delius_caseload',
      asAt: day('2026-11-09'),
      importedAt: '2026-11-09T09:05:00.000Z',
      about: 'Delius-like caseload of the North East as a workbook, two weeks old',
    },
    {
      name: 'nomis-list.csv',
      source: 'nomis_report',
      asAt: day('2026-11-19'),
      importedAt: '2026-11-19T07:40:00.000Z',
      about: 'NOMIS-like list of last Thursday: commas, UTF-8, DD/MM/YYYY',
    },
    {
      name: 'unit-list.csv',
      source: 'other_extract',
      asAt: day('2026-11-19'),
      importedAt: '2026-11-19T07:44:00.000Z',
      about:
        'The unit’s own list of what no national list carries: early allocation, further sentences, legacy provider',
    },
    {
      name: 'parole-list.csv',
      source: 'ppud_mpc',
      asAt: day('2026-11-19'),
      importedAt: '2026-11-19T07:46:00.000Z',
      about: 'Parole reviews as PPUD writes them: DD-MM-YYYY, NULL for nothing',
    },
    {
      name: 'delius-list.csv',
      source: 'delius_caseload',
      asAt: day('2026-11-20'),
      importedAt: '2026-11-20T08:30:00.000Z',
      about: 'Delius-like caseload of the other regions: semicolons, Windows-1252',
    },
    {
      name: 'ldu-email.csv',
      source: 'mpc_ldu_email_csv',
      asAt: day('2026-11-20'),
      importedAt: '2026-11-20T08:34:00.000Z',
      about: 'The national service’s monthly e-mail to local delivery units: ISO dates',
    },
    {
      name: 'nomis-list-later.csv',
      source: 'nomis_report',
      asAt: day('2026-11-22'),
      importedAt: '2026-11-23T07:42:00.000Z',
      about: 'The same NOMIS-like list three days later, with what moved in between',
    },
  ] as readonly SampleFile[],
} as const

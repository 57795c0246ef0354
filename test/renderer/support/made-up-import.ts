import type { OutputOf } from '../../../domain/contract/index.ts'
import { PERSON_FIELD_NAMES, PERSON_FIELDS } from '../../../domain/model/person-record.ts'
import { day, tag } from './words.ts'

export type Inspected = OutputOf<'import.inspect'>
export type Previewed = OutputOf<'import.preview'>
type Row = Previewed['groups'][number]['rows'][number]

const column = (
  heading: string,
  field: string | null,
  samples: string[],
  warning: string | null = null,
): Inspected['columns'][number] => ({
  heading,
  field,
  label: field === null ? null : PERSON_FIELDS[field as keyof typeof PERSON_FIELDS].label,
  samples,
  warning,
  yields: false,
})

export function madeUpInspected(change: Partial<Inspected> = {}): Inspected {
  return {
    name: 'nomis_caseload_20261122.csv',
    format: 'CSV',
    encoding: 'UTF-8',
    rows: 612,
    source: { id: 'nomis_report', name: 'NOMIS caseload report' },
    asAt: day('2026-11-22'),
    dateOrder: 'day_first',
    remembered: null,
    columns: [
      column('Offender No', 'prison_number', ['A4417KD', 'A2093LV', 'A6610CE']),
      column('Surname', 'last_name', ['Marlowe', 'Whitlock', 'Stannard']),
      column('Forename', 'first_name', ['Dean', 'Terence', 'Lee']),
      column('DOB', 'date_of_birth', ['09/05/1991', '17/02/1984', '30/11/1999']),
      column('CRD', 'crd', ['15/07/2027', '01/07/2027', '12/07/2027']),
      column('Sentence Expiry', 'sed', ['28/01/2030'], 'Most rows are blank: blanks change nothing'),
      column('Cell share', null, ['S', 'D', 'S']),
      column('IEP', null, ['Enhanced', 'Standard', 'Basic']),
    ],
    kinds: [
      { id: 'nomis_report', name: 'NOMIS caseload report' },
      { id: 'delius_caseload', name: 'Delius caseload' },
    ],
    fields: PERSON_FIELD_NAMES.map((field) => ({
      field,
      label: PERSON_FIELDS[field].label,
      mayClear: field !== 'prison_number' && field !== 'last_name' && field !== 'first_name',
    })),
    ...change,
  }
}

const row = (number: number, name: string, prisonNumber: string, rest: Partial<Row>): Row => ({
  file: 0,
  row: number,
  name,
  prisonNumber,
  field: 'CRD',
  was: null,
  now: null,
  effect: '',
  tag: null,
  ...rest,
})

const MOVED: readonly Row[] = [
  row(388, 'Crosland, Adam', 'A3817TW', {
    was: '6 Sep 2027',
    now: '1 Jul 2027',
    effect: 'Handover 22 Jan 2027 → 16 Nov 2026',
    tag: tag('late', 'Newly past, 7 days'),
  }),
  row(341, 'Beckwith, Noel', 'A4470LJ', {
    was: '17 Aug 2027',
    now: '6 Jul 2027',
    effect: 'Handover 2 Jan 2027 → 21 Nov 2026',
    tag: tag('late', 'Newly past, 2 days'),
  }),
  row(214, 'Marlowe, Dean', 'A4417KD', {
    was: '29 Sep 2027',
    now: '15 Jul 2027',
    effect: 'Handover 13 Feb 2027 → 30 Nov 2026',
    tag: tag('close', 'In window, not booked'),
  }),
  row(97, 'Gill, Harpreet', 'A2865VY', {
    was: '5 Aug 2027',
    now: '29 Jul 2027',
    effect: 'Handover 21 Dec 2026 → 14 Dec 2026',
    tag: null,
  }),
  row(402, 'Zielinski, Adam', 'A1534RB', {
    field: 'PED',
    now: '13 Dec 2027',
    effect: 'Handover 2 Aug 2027 → 13 Apr 2027',
    tag: tag('changed', 'Newly parole'),
  }),
  row(12, 'Osgood, Martin', 'A7090KV', {
    was: '16 Dec 2026',
    now: '28 Jan 2027',
    effect: 'Handover 1 May 2026 → 13 Jun 2026',
    tag: null,
  }),
  row(15, 'Amory, Piers', 'A5561HC', {
    was: '1 Feb 2028',
    now: '3 Feb 2028',
    effect: 'Handover 16 Jun 2027 → 18 Jun 2027',
    tag: null,
  }),
  row(18, 'Keane, Joseph', 'A8246WD', {
    was: '1 Mar 2028',
    now: '3 Mar 2028',
    effect: 'Handover 16 Jul 2027 → 18 Jul 2027',
    tag: null,
  }),
]

export const madeUpFile = (change: Partial<Previewed['files'][number]> = {}): Previewed['files'][number] => ({
  token: 'f-1',
  name: 'nomis_caseload_20261122.csv',
  kind: 'NOMIS caseload report',
  asAt: day('2026-11-22'),
  rows: 612,
  created: 3,
  updated: 54,
  unchanged: 548,
  absent: 4,
  refusedTotal: 2,
  unmappedColumns: ['Cell share', 'IEP'],
  doubtfulColumns: [],
  olderThan: null,
  sameFile: null,
  ...change,
})

export function madeUpPreview(change: Partial<Previewed> = {}): Previewed {
  return {
    previewId: 'v-1',
    files: [madeUpFile()],
    created: 3,
    updated: 54,
    newlyPastHandover: 2,
    releaseBeforeHandover: 1,
    cleared: [],
    groups: [
      { key: 'dates_moved', title: 'Dates moved', count: 8, rows: [...MOVED] },
      {
        key: 'new',
        title: 'New',
        count: 3,
        rows: [
          row(12, 'Bramhall, Steven', 'A0937JT', {
            field: 'New',
            effect: 'Handover 14 December 2026',
            tag: tag('close', 'Handover within 56 days'),
          }),
          row(58, 'Dacre, Liam', 'A6182MX', {
            field: 'New',
            effect: 'COM responsible from sentence: short sentence',
            tag: tag('fact', 'Short sentence'),
          }),
          row(143, 'Holt, Ryan', 'A3475GE', { field: 'New', effect: 'Recall', tag: tag('fact', 'Recall') }),
        ],
      },
      {
        key: 'com_changed',
        title: 'COM changed',
        count: 2,
        rows: [
          row(31, 'Stannard, Lee', 'A6610CE', {
            field: 'COM',
            now: 'Leon Grady',
            tag: tag('done', 'COM missing cleared'),
          }),
          row(47, 'Gill, Harpreet', 'A2865VY', { field: 'COM', was: 'Hannah Priestley', now: 'Joan Ellery' }),
        ],
      },
      {
        key: 'other',
        title: 'Other changes',
        count: 1,
        rows: [row(5, 'Moss, Ellis', 'A9911LP', { field: 'Location', was: 'B1-002', now: 'C3-010' })],
      },
    ],
    asked: [],
    perhaps: [],
    refusedTotal: 2,
    refused: [
      {
        file: 0,
        row: 77,
        column: 'Offender No',
        code: 'bad_prison_number',
        message: 'Not a prison number: a letter stands where a digit belongs',
        value: 'A44I7KD',
      },
      {
        file: 0,
        row: 190,
        column: 'CRD',
        code: 'impossible_date',
        message: '31 February does not exist',
        value: '31/02/2027',
      },
    ],
    ...change,
  }
}

export function madeUpReport(): OutputOf<'import.confirm'> {
  const { files, newlyPastHandover, refusedTotal, refused } = madeUpPreview()
  return {
    files: files.map((file) => ({
      importId: 'i-3',
      name: file.name,
      rows: file.rows,
      created: file.created,
      updated: file.updated,
      unchanged: file.unchanged,
      absent: file.absent,
      refusedTotal: file.refusedTotal,
    })),
    newlyPastHandover,
    refusedTotal,
    refused,
  }
}

export const MADE_UP_HISTORY: OutputOf<'import.history'> = [
  {
    importId: 'i-2',
    at: '2026-11-20T17:12:00Z',
    by: 'Dev Malik',
    name: 'delius_omu_20261120.xlsx',
    source: 'Delius caseload',
    asAt: day('2026-11-20'),
    rows: 588,
    created: 0,
    updated: 41,
    refused: 1,
    undoneAt: null,
  },
  {
    importId: 'i-1',
    at: '2026-11-19T06:05:00Z',
    by: 'Dev Malik',
    name: 'nomis_caseload_20261119.csv',
    source: 'NOMIS caseload report',
    asAt: day('2026-11-19'),
    rows: 609,
    created: 4,
    updated: 37,
    refused: 0,
    undoneAt: '2026-11-19T06:40:00Z',
  },
]

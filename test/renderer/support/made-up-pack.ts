import type { OutputOf } from '../../../domain/contract/index.ts'
import { day } from './words.ts'

export type PackShown = OutputOf<'pack.show'>
type Section = PackShown['sections'][number]
type Value = Section['values'][number]

const value = (
  key: string,
  label: string,
  text: string | null,
  source: string | null = 'NOMIS',
  asOf = '2026-11-22',
): Value => ({
  key,
  label,
  value: text,
  source: text === null ? null : source,
  asOf: text === null ? null : day(asOf),
})
const section = (key: string, title: string, rest: Partial<Section>): Section => ({
  key,
  title,
  oasysRefs: [],
  values: [],
  table: null,
  ...rest,
})

const SECTIONS: readonly Section[] = [
  section('warnings', 'Before you rely on this', {
    table: {
      headings: ['Section', 'What to know'],
      rows: [['3', 'CRD moved on 22 November 2026, after the last OASys of 4 March 2026.']],
    },
  }),
  section('0', 'Cover and status', {
    values: [
      value('name', 'Name', 'Marlowe, Dean'),
      value('prison_number', 'Prison number', 'A4417KD'),
      value('crn', 'CRN', 'X527346', 'Delius', '2026-11-20'),
      value('type', 'Pack type', 'First handover', 'Worked out here', '2026-11-23'),
      value('reviewer', 'Reviewer', null),
    ],
  }),
  section('1', 'At a glance', {
    values: [
      value(
        'responsible',
        'Responsible',
        'POM responsible until Sunday 29 November 2026. COM responsible from Monday 30 November 2026.',
        'Worked out here',
        '2026-11-23',
      ),
      value('com', 'COM', null),
      value('rosh', 'RoSH in the community', 'High', 'Delius', '2026-11-20'),
      value('mappa', 'MAPPA level', '2', 'Delius', '2026-11-20'),
      value('vlo', 'VLO', null),
    ],
  }),
  section('2', 'Identity and contacts', {
    oasysRefs: ['CASEID'],
    values: [
      value('pnc', 'PNC', '2009/0163001B', 'Delius', '2026-11-20'),
      value('language', 'First language', null),
      value('pom', 'POM', 'Amy Thornber', 'Delius', '2026-11-20'),
    ],
  }),
  section('3', 'Sentence and dates', {
    oasysRefs: ['CASEID'],
    values: [
      value('start', 'Sentence start', '14 March 2025'),
      value('crd', 'CRD', '15 July 2027'),
      value('led', 'Licence ends', '28 January 2030'),
    ],
  }),
  section('9', 'Needs and progress', {
    oasysRefs: ['3.97', '4.94', '8.97'],
    values: [value('drugs', 'Drug misuse', null), value('accommodation', 'Accommodation', null)],
  }),
  section('18', 'Outstanding work and deadlines', {
    oasysRefs: ['RP.35'],
    table: {
      headings: ['Task', 'Owner', 'Due', 'Source'],
      rows: [
        ['Contact with the COM', 'POM', 'Mon 30 Nov 2026', 'Handover tasks'],
        ['Handover meeting', 'COM arranges', 'Mon 30 Nov 2026', 'Founding letter'],
      ],
    },
  }),
]

/** A draft pack with gaps, exported once before. */
export function madeUpPack(personId = 'p-3', change: Partial<PackShown> = {}): PackShown {
  return {
    personId,
    name: 'Marlowe, Dean',
    prisonNumber: 'A4417KD',
    title: 'Handover pack: Marlowe, Dean',
    type: 'first handover',
    nextVersion: 2,
    sections: [...SECTIONS],
    gaps: [
      { section: '0', key: 'reviewer', message: 'Nobody is named as reviewer' },
      { section: '1', key: 'com', message: 'No COM is allocated: ask Yorkshire and the Humber' },
      { section: '1', key: 'vlo', message: 'Not known whether a VLO is assigned' },
      { section: '2', key: 'language', message: 'First language is not recorded' },
      { section: '9', key: 'drugs', message: 'No change since the last OASys has been recorded' },
      { section: '9', key: 'accommodation', message: 'No change since the last OASys has been recorded' },
    ],
    missingSections: [
      '5 Offence and attitude to it',
      '6 Custodial behaviour',
      '7 Risk to others',
      '8 Risk to self and coping',
      '11 Sentence plan and objectives',
    ],
    exported: [
      {
        packId: 'k-1',
        version: 1,
        at: '2026-11-12T15:40:00Z',
        by: 'Amy Thornber',
        hash: '9f2c4a7714b9d1e05c6f8b3a2d7e9910aa44c7d2f1b36e8890d2c5a7e6f40b13',
      },
    ],
    ...change,
  }
}

export const exportedPack = (formats: readonly string[]): OutputOf<'pack.export'> => ({
  saved: true,
  packId: 'k-2',
  version: 2,
  hash: '41d7be5207c3a9f8e6d4b2c1a0998877665544332211ffeeddccbbaa00112233',
  files: formats.map((format) => ({
    name: `HANDOVER_A4417KD_v02_2026-11-23.${format}`,
    sha256: '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
  })),
})

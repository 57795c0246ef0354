import type { OutputOf } from '../../../domain/contract/index.ts'
import { FakeError, type FakeAnswers } from './fake-desk.ts'
import { madeUpHandovers, HANDOVER_COUNTS } from './made-up-handovers.ts'
import { madeUpToday } from './made-up-today.ts'
import { day, tag, TODAY } from './words.ts'

// One made-up establishment, its people invented, on Monday 23 November 2026.

export const PEOPLE = [
  { userId: 'u-amy', name: 'Amy Thornber', role: 'pom' },
  { userId: 'u-beth', name: 'Beth Lindqvist', role: 'pom' },
  { userId: 'u-dev', name: 'Dev Malik', role: 'case_administrator' },
  { userId: 'u-rona', name: 'Rona Petrie', role: 'read_only' },
  { userId: 'u-ruth', name: 'Ruth Adeyemi', role: 'head_of_omu' },
] as const

export const SAMPLE_PASSPHRASE = 'made up people only'

const RULE_SETS: OutputOf<'session.status'>['ruleSets'] = [
  {
    id: 'national-2023',
    name: 'National rules, 2023',
    summary: 'Handover 8 or 12 months before release by risk and sentence.',
    example: 'A fixed sentence with a CRD of 15 July 2027: handover 30 November 2026.',
  },
  {
    id: 'day-1-2021',
    name: 'Day 1 rules, 2021',
    summary: 'Handover under the rules this establishment began with in 2021.',
    example: 'A fixed sentence with a CRD of 15 July 2027: handover 30 November 2026.',
  },
  {
    id: 'enhanced-7-5',
    name: 'Enhanced model, 7.5 months',
    summary: 'Handover seven and a half months before release.',
    example: 'A fixed sentence with a CRD of 15 July 2027: handover 30 November 2026.',
  },
  {
    id: 'pre-release-5',
    name: 'Pre-release teams, 5 months',
    summary: 'Handover five months before release, where a pre-release team works.',
    example: 'A fixed sentence with a CRD of 15 July 2027: handover 30 November 2026.',
  },
]

type Status = OutputOf<'session.status'>

export function madeUpStatus(change: Partial<Status> = {}): Status {
  return {
    state: 'unlocked',
    today: TODAY,
    version: '0.1.0',
    host: 'chromium',
    establishment: { code: 'HOI', name: 'HMP Hollin Moor' },
    people: PEOPLE.map(({ userId, name }) => ({ userId, name })),
    sample: { passphrase: SAMPLE_PASSPHRASE, today: TODAY },
    user: { ...PEOPLE[0] },
    counts: {
      unit: {
        handovers: 31,
        caseload: 574,
        differences: 12,
        quality: 27,
        waiting: 3,
        meetings: 4,
        notes: 2,
        chases: 8,
      },
      mine: {
        handovers: 9,
        caseload: 58,
        differences: 2,
        quality: 3,
        waiting: 3,
        meetings: 4,
        notes: 2,
        chases: 0,
      },
      covering: null,
    },
    covering: [],
    asAt: [
      { source: 'NOMIS', date: day('2026-11-22'), days: 1, stale: false, doubt: 'every handover date' },
      { source: 'Delius', date: day('2026-11-20'), days: 3, stale: false, doubt: 'COM names and risk' },
      {
        source: 'Delius, North East',
        date: day('2026-11-09'),
        days: 14,
        stale: true,
        doubt: 'COM names and risk',
      },
    ],
    backedUpAt: '2026-11-20T17:31:00Z',
    ruleSets: RULE_SETS,
    prisons: [
      { code: 'HOI', name: 'HMP Hollin Moor' },
      { code: 'LWB', name: 'HMP Larkwith Bank' },
    ],
    ...change,
  }
}

export const lockedStatus = (change: Partial<Status> = {}): Status =>
  madeUpStatus({ state: 'locked', user: null, counts: null, asAt: [], backedUpAt: null, ...change })

export const emptyStatus = (): Status =>
  madeUpStatus({
    state: 'none',
    establishment: null,
    people: [],
    sample: null,
    user: null,
    counts: null,
    asAt: [],
    backedUpAt: null,
  })

/** Answers of an unlocked desk as one of its people sees it. */
export function madeUpAnswers(who: (typeof PEOPLE)[number]['userId'] = 'u-amy'): FakeAnswers {
  let status = madeUpStatus({ user: { ...(PEOPLE.find((each) => each.userId === who) ?? PEOPLE[0]) } })
  return {
    'session.status': () => status,
    'session.lock': () => {
      status = lockedStatus()
      return {}
    },
    'session.unlock': ({ userId, passphrase }) => {
      const user = PEOPLE.find((each) => each.userId === userId) ?? PEOPLE[0]
      if (passphrase !== SAMPLE_PASSPHRASE)
        return new FakeError('wrong_passphrase', 'That passphrase does not open this desk.')
      status = madeUpStatus({ user: { ...user } })
      return { ...user }
    },
    'today.show': ({ scope }) => madeUpToday(scope),
    'handovers.list': ({ tab, scope }) => ({
      today: TODAY,
      tab,
      counts: HANDOVER_COUNTS,
      ...madeUpHandovers(tab, scope),
    }),
    'caseload.views': () => [],
    'caseload.list': ({ find, page }) => madeUpCaseload(find, page),
  }
}

const SURNAMES = [
  'Abara',
  'Bexley',
  'Corrigan',
  'Deeley',
  'Ede',
  'Farrow',
  'Gill',
  'Hussain',
  'Ibbotson',
  'Kowalczyk',
]
const FORENAMES = [
  'Chidi',
  'Aaron',
  'Neil',
  'Francis',
  'Michael',
  'Nathan',
  'Harpreet',
  'Tariq',
  'Craig',
  'Piotr',
  'Owen',
]

function madeUpCaseload(find: string, page: number): OutputOf<'caseload.list'> {
  const all = Array.from({ length: 574 }, (_, at) => ({
    personId: `c-${at}`,
    name: `${SURNAMES[at % 10]}, ${FORENAMES[at % 11]}`,
    prisonNumber: `A${1000 + at}${'BCDEFGHJKL'[at % 10]}${'MNPQRSTVWX'[at % 7]}`,
    crn: at % 9 === 0 ? null : `X${100_000 + at}`,
    location: `${'ABCD'[at % 4]}-${(at % 3) + 1}-${String((at % 40) + 1).padStart(3, '0')}`,
    responsibility: (['pom', 'pom_with_com', 'com'] as const)[at % 3] ?? null,
    reason: at % 50 === 7 ? 'Sentence start and release date are missing' : 'Determinate sentence',
    tier: ['B', 'C', 'D'][at % 3] ?? null,
    rosh: ['Low', 'Medium', 'High', null][at % 4] ?? null,
    note: '',
    handover: at % 50 === 7 ? null : day(`2027-0${(at % 9) + 1}-1${at % 10}`),
    earliestRelease: at % 50 === 7 ? null : { type: 'CRD', date: day(`2027-1${at % 3}-0${(at % 9) + 1}`) },
    pom: ['A Thornber', 'B Lindqvist', 'C Reid'][at % 3] ?? null,
    com: at % 4 === 0 ? null : 'Sunita Bhatt',
    region: ['Yorkshire and the Humber', 'North East', 'East Midlands'][at % 3] ?? null,
    tags: at % 50 === 7 ? [tag('unknown', 'Cannot plan')] : [],
  }))
  const sought = find
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean)
  const found = all.filter((row) =>
    sought.every((word) => `${row.name} ${row.prisonNumber} ${row.crn ?? ''}`.toLowerCase().includes(word)),
  )
  const pages = Math.max(1, Math.ceil(found.length / 50))
  return {
    total: found.length,
    page,
    pages,
    choices: {
      pom: ['A Thornber', 'B Lindqvist', 'C Reid'],
      responsible: ['COM responsible', 'POM responsible'],
      wing: ['A', 'B', 'C', 'D'],
      region: ['East Midlands', 'North East', 'Yorkshire and the Humber'],
      tier: ['B', 'C', 'D'],
      rosh: ['High', 'Low', 'Medium', 'Not known'],
      com: ['Missing', 'Named'],
    },
    sums: {
      responsible: [{ label: 'POM responsible', count: found.length }],
      tier: [{ label: 'B', count: found.length }],
    },
    rows: found.slice((page - 1) * 50, page * 50),
  }
}

import type { OutputOf } from '../../../domain/contract/index.ts'
import type { FakeAnswers } from './fake-desk.ts'
import { day, tag, TODAY } from './words.ts'

type Shown = OutputOf<'allocation.show'>
type Pom = Shown['poms'][number]
type StaffRow = OutputOf<'staff.list'>['rows'][number]

const HELD: Pom['workload'] = {
  responsible: 30,
  supporting: 12,
  total: 44,
  coWorking: 1,
  tiers: { a: 4, b: 9, c: 20, d: 8, other: 3 },
  handovers: 5,
  meetings: 6,
  recent: 2,
}

const pom = (staffId: string, name: string, change: Partial<Pom> = {}): Pom => ({
  staffId,
  name,
  kind: 'prison',
  status: 'active',
  pattern: 'Full time',
  workload: HELD,
  away: null,
  tags: [],
  ...change,
})

export const BETH = pom('s-beth', 'Beth Lindqvist', { kind: 'probation' })
export const AMY = pom('s-amy', 'Amy Thornber')
export const CALLUM = pom('s-callum', 'Callum Reid')
export const JONAH = pom('s-jonah', 'Jonah Askey', {
  away: { until: day('2026-12-04'), cover: 'Amy Thornber' },
  tags: [tag('close', 'Away until 4 Dec')],
})
const PRIYA = pom('s-priya', 'Priya Nair', {
  status: 'unavailable',
  tags: [tag('fact', 'Takes no new cases')],
})
export const POMS = [BETH, AMY, CALLUM, JONAH, PRIYA]

export const WAITING: OutputOf<'allocation.list'>['rows'] = [
  {
    personId: 'p-21',
    name: 'Ashdown, Corey',
    prisonNumber: 'A9021WX',
    location: 'A1-011',
    since: day('2026-11-09'),
    days: 10,
    tier: 'B1',
    rosh: 'High',
    handover: day('2028-01-28'),
    standing: 'Responsible',
    recommended: 'probation',
    says: 'Tier B: a probation POM',
    former: ['Segun Oyelaran'],
    tags: [],
  },
  {
    personId: 'p-22',
    name: 'Bellweather, Tom',
    prisonNumber: 'A9034WX',
    location: null,
    since: null,
    days: null,
    tier: null,
    rosh: null,
    handover: null,
    standing: '',
    recommended: null,
    says: 'The tier is not known, so neither kind can be recommended: give the reason for the choice',
    former: [],
    tags: [],
  },
]

export const madeUpShown = (personId: string, change: Partial<Shown> = {}): Shown => ({
  personId,
  name: 'Marlowe, Dean',
  prisonNumber: 'A4417KD',
  today: TODAY,
  version: 812,
  pom: 'Amy Thornber',
  coPom: null,
  allocatedOn: day('2025-12-16'),
  standing: 'Responsible',
  tier: 'B2',
  rosh: 'High',
  recommended: {
    kind: 'probation',
    says: 'Tier B: a probation POM',
    source: 'Manage POM cases, recommendation of a POM (7aeb43b9), 21 August 2026',
    confidence: 'high',
  },
  former: ['Segun Oyelaran'],
  poms: POMS,
  history: [
    {
      id: 'd-1',
      at: '2026-11-20T14:20:00Z',
      by: 'Ruth Adeyemi',
      title: 'Allocated to Amy Thornber, before Segun Oyelaran',
      details: ['A probation POM was recommended.', 'No POM of the recommended kind is available'],
    },
  ],
  ...change,
})

const staffRow = (of: Pom, change: Partial<StaffRow> = {}): StaffRow => ({
  ...of,
  seq: 40,
  halfDays: Array.from({ length: 10 }, () => true),
  email: `${of.staffId}@prison.example`,
  absences: [],
  covers: [],
  ...change,
})

export const JONAH_ROW = staffRow(JONAH, {
  absences: [
    {
      from: day('2026-11-20'),
      to: day('2026-12-04'),
      reason: 'Leave',
      coverId: 's-amy',
      cover: 'Amy Thornber',
      state: 'now',
      tags: [tag('close', 'Away now')],
    },
  ],
})

type HeldCase = OutputOf<'staff.show'>['cases'][number]

const EDE: HeldCase = {
  personId: 'p-31',
  name: 'Ede, Michael',
  prisonNumber: 'A1034GQ',
  role: 'pom',
  version: 501,
  standing: 'Responsible',
  tier: 'A1',
  rosh: 'Very high',
  handover: day('2027-03-02'),
  recommended: 'probation',
  says: 'Tier A: a probation POM',
}

export const HELD_CASES: HeldCase[] = [
  EDE,
  {
    personId: 'p-32',
    name: 'Gill, Harpreet',
    prisonNumber: 'A1036JS',
    role: 'co_pom',
    version: 502,
    standing: 'Supporting',
    tier: 'C1',
    rosh: 'Medium',
    handover: null,
    recommended: null,
    says: 'Works beside the POM: either kind',
  },
]

export const madeUpMember = (change: Partial<OutputOf<'staff.show'>> = {}): OutputOf<'staff.show'> => ({
  today: TODAY,
  row: JONAH_ROW,
  cases: HELD_CASES,
  before: ['Hand over 1 case held as POM.', 'Hand over or end 1 role as co-working POM.'],
  others: [
    { staffId: 's-amy', name: 'Amy Thornber' },
    { staffId: 's-beth', name: 'Beth Lindqvist' },
  ],
  ...change,
})

/** Answers to everything the pages of allocation and staff ask. */
export const ALLOCATION_ANSWERS: FakeAnswers = {
  'allocation.list': () => ({
    today: TODAY,
    total: WAITING.length,
    page: 1,
    pages: 1,
    rows: WAITING,
    outside: 4,
    attention: [{ staffId: 's-jonah', name: 'Jonah Askey', total: 44, says: 'is away and nobody covers' }],
    poms: POMS,
  }),
  'allocation.show': ({ personId }) => madeUpShown(personId),
  'allocation.save': () => ({}),
  'allocation.saveCoWorking': () => ({}),
  'allocation.propose': ({ cases, to }) => ({
    rows: cases.map(({ personId, role }, at) => ({
      ...EDE,
      ...HELD_CASES.find((one) => one.personId === personId),
      ...WAITING.filter((one) => one.personId === personId).map(({ name, prisonNumber, recommended }) => ({
        name,
        prisonNumber,
        recommended,
      }))[0],
      personId,
      role,
      version: 500 + at,
      to: to[at % to.length] ?? null,
    })),
    poms: POMS.filter(({ staffId }) => to.includes(staffId)),
  }),
  'allocation.handOver': ({ cases }) => ({ cases: cases.length }),
  'staff.list': () => ({
    today: TODAY,
    rows: [
      staffRow(AMY, { covers: [{ name: 'Jonah Askey', from: day('2026-11-20'), to: day('2026-12-04') }] }),
      JONAH_ROW,
    ],
    unknown: [{ name: 'Hana Whitcombe', total: 1, coWorking: 0 }],
  }),
  'staff.show': () => madeUpMember(),
  'staff.save': () => ({ staffId: 's-new' }),
  'staff.saveAbsence': () => ({}),
}

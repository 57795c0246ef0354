import { writePeople } from '../../../../db/repositories/people.ts'
import { saveStaff } from '../../../../db/repositories/staff.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { SAMPLE, type SamplePom } from '../../../../db/synthetic/sample-settings.ts'
import type { Store } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { Absence, StaffKind, StaffMember } from '../../../../domain/model/staff-member.ts'

const day = (text: string) => text as CivilDate
const STAFF_AT = '2026-11-19T10:05:00.000Z'
const AWAY_AT = '2026-11-19T10:40:00.000Z'
const ARRIVED_AT = '2026-11-22T07:58:00.000Z'

/** Monday morning first; `0` a half day not worked. */
const STAFF: Record<SamplePom, { kind: StaffKind; halfDays: string }> = {
  'Amy Thornber': { kind: 'prison', halfDays: '1111111111' },
  'Beth Lindqvist': { kind: 'probation', halfDays: '1111111111' },
  'Callum Reid': { kind: 'prison', halfDays: '1111111111' },
  'Farida Noor': { kind: 'probation', halfDays: '1111111111' },
  'Jonah Askey': { kind: 'prison', halfDays: '1111111111' },
  'Priya Nair': { kind: 'prison', halfDays: '1111110000' },
  'Segun Oyelaran': { kind: 'probation', halfDays: '1111111100' },
}

/** One away now, one coming, both with cover. */
const AWAY: readonly { who: SamplePom; from: string; to: string; reason: string; cover: SamplePom }[] = [
  { who: 'Jonah Askey', from: '2026-11-20', to: '2026-12-04', reason: 'Leave', cover: 'Amy Thornber' },
  { who: 'Priya Nair', from: '2026-12-14', to: '2026-12-31', reason: 'Training', cover: 'Callum Reid' },
]

const member = (name: SamplePom, absences: Absence[]): StaffMember => ({
  name,
  kind: STAFF[name].kind,
  status: 'active',
  halfDays: [...STAFF[name].halfDays].map((half) => half === '1'),
  email: `${name.toLowerCase().replace(' ', '.')}@prison.example`,
  absences,
})

/** The POMs of the sample, who is away, and people who arrived last week and wait for one. */
export async function recordSampleStaff(store: Store): Promise<void> {
  const head = listUsers(store.read).find(({ name }) => name === SAMPLE.headOfOmu)
  if (head === undefined) return
  const actor = { userId: head.id }
  await store.write((db) => {
    const ids = new Map(
      SAMPLE.poms.map((name) => [name, saveStaff(db, actor, STAFF_AT, null, member(name, []))]),
    )
    for (const { who, from, to, reason, cover } of AWAY) {
      const absence = { from: day(from), to: day(to), reason, coverId: ids.get(cover) ?? null }
      saveStaff(db, actor, AWAY_AT, ids.get(who) ?? null, member(who, [absence]))
    }
  })
  await recordArrivals(store)
}

interface Arrival {
  number: string
  name: [last: string, first: string]
  born: string
  arrived: string
  sentenced: string
  crd: string
  cell: string
  tier: string | null
  rosh: PersonRecord['rosh']
  /** Somebody a list names of whom nobody has made a record. */
  pom?: string
}

const ARRIVALS: readonly Arrival[] = [
  {
    number: 'A9021WX',
    name: ['Ashdown', 'Corey'],
    born: '1993-02-11',
    arrived: '2026-11-09',
    sentenced: '2026-06-15',
    crd: '2028-09-12',
    cell: 'A1-011',
    tier: 'B1',
    rosh: 'high',
  },
  {
    number: 'A9034WX',
    name: ['Bellweather', 'Tom'],
    born: '1988-07-30',
    arrived: '2026-11-16',
    sentenced: '2026-11-13',
    crd: '2028-03-01',
    cell: 'A1-017',
    tier: 'C2',
    rosh: 'medium',
  },
  {
    number: 'A9047WX',
    name: ['Cardew', 'Luis'],
    born: '1999-10-04',
    arrived: '2026-11-17',
    sentenced: '2026-02-02',
    crd: '2027-08-20',
    cell: 'A2-021',
    tier: 'D1',
    rosh: 'low',
  },
  {
    number: 'A9052WX',
    name: ['Dunmore', 'Anton'],
    born: '1979-12-19',
    arrived: '2026-11-18',
    sentenced: '2025-05-21',
    crd: '2029-01-15',
    cell: 'A2-024',
    tier: 'C1',
    rosh: 'very_high',
  },
  {
    number: 'A9063WX',
    name: ['Eastaff', 'Remi'],
    born: '2001-03-08',
    arrived: '2026-11-19',
    sentenced: '2026-11-18',
    crd: '2027-12-06',
    cell: 'A3-002',
    tier: null,
    rosh: 'medium',
  },
  {
    number: 'A9078WX',
    name: ['Fallowes', 'Idris'],
    born: '1985-09-23',
    arrived: '2026-11-20',
    sentenced: '2026-09-10',
    crd: '2028-05-30',
    cell: 'A3-009',
    tier: 'C3',
    rosh: null,
    pom: 'Hana Whitcombe',
  },
]

/** Lists came over the weekend; nobody has allocated these yet. */
async function recordArrivals(store: Store): Promise<void> {
  const administrator = listUsers(store.read).find(({ name }) => name === SAMPLE.administrator)
  const nomis = SAMPLE.files.findLast(({ source }) => source === 'nomis_report')
  const delius = SAMPLE.files.findLast(({ source }) => source === 'delius_caseload')
  if (administrator === undefined || nomis === undefined || delius === undefined) return
  const actor = { userId: administrator.id }
  await store.write((db) => {
    const prison = ARRIVALS.map(prisonFacts)
    const ids = writePeople(
      db,
      actor,
      { at: ARRIVED_AT, importId: null, source: nomis.source, asAt: nomis.asAt },
      prison.map((record) => ({ personId: null, record, delta: record })),
    )
    writePeople(
      db,
      actor,
      { at: ARRIVED_AT, importId: null, source: delius.source, asAt: delius.asAt },
      ARRIVALS.map((one, at) => {
        const delta = probationFacts(one)
        return { personId: ids[at] ?? null, record: { ...prison[at], ...delta }, delta }
      }),
    )
  })
}

const prisonFacts = ({ number, name, born, arrived, sentenced, crd, cell, pom }: Arrival): PersonRecord => ({
  prison_number: number,
  last_name: name[0],
  first_name: name[1],
  date_of_birth: day(born),
  sex: 'male',
  prison_code: SAMPLE.establishment.code,
  location: cell,
  category: 'C',
  legal_status: 'sentenced',
  imprisonment_status: 'ADIMP_ORA',
  sentence_start_date: day(sentenced),
  reception_date: day(arrived),
  arrival_date: day(arrived),
  crd: day(crd),
  ...(pom === undefined ? {} : { pom_name: pom }),
})

const probationFacts = ({ tier, rosh }: Arrival): PersonRecord => ({
  probation_region: SAMPLE.region,
  resourcing: 'enhanced',
  ...(tier === null ? {} : { tier }),
  ...(rosh === null || rosh === undefined ? {} : { rosh }),
})

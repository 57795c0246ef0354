import type { OutputOf } from '../../../../domain/contract/index.ts'
import { tierLetter } from '../../../../domain/allocation/recommend-pom.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { MANDATED_MEETING_IDS } from '../../../../domain/model/plan.ts'
import { plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'

export type Workload = OutputOf<'staff.list'>['rows'][number]['workload']

/** How far ahead handovers and meetings are counted, and how far back what is new. */
const AHEAD_DAYS = 28
const RECENT_DAYS = 7

export interface Holder {
  /** As the first case met writes it. */
  name: string
  workload: Workload
}

const nothing = (): Workload => ({
  responsible: 0,
  supporting: 0,
  total: 0,
  coWorking: 0,
  tiers: { a: 0, b: 0, c: 0, d: 0, other: 0 },
  handovers: 0,
  meetings: 0,
  recent: 0,
})

/** What somebody without a case holds. */
export const NO_WORKLOAD: Readonly<Workload> = nothing()

const remembered = new WeakMap<Unit, ReadonlyMap<string, Holder>>()

/** What everybody whom cases name holds, by `plainStaffName`. Counted once a unit. */
export function workloadsOf(unit: Unit): ReadonlyMap<string, Holder> {
  const known = remembered.get(unit)
  if (known !== undefined) return known
  const holders = new Map<string, Holder>()
  const holderOf = nameReader(holders)
  const days = {
    today: unit.today,
    last: addDays(unit.today, AHEAD_DAYS),
    recent: addDays(unit.today, -RECENT_DAYS),
  }
  for (const one of unit.cases) {
    const { record } = one.planned.person
    const holder = holderOf(record.pom_name)
    if (holder !== null) countCase(holder.workload, one, days)
    const second = holderOf(record.co_pom_name)
    if (second !== null) second.workload.coWorking += 1
  }
  remembered.set(unit, holders)
  return holders
}

/** Names repeat by the hundred, and making one plain costs more than finding it. */
function nameReader(holders: Map<string, Holder>): (text: string | null | undefined) => Holder | null {
  const read = new Map<string, Holder | null>()
  return (text) => {
    if (text === null || text === undefined) return null
    const known = read.get(text)
    if (known !== undefined) return known
    const name = staffNameOf(text)
    const plain = name === null ? '' : plainStaffName(name)
    const holder = name === null ? null : (holders.get(plain) ?? { name, workload: nothing() })
    if (holder !== null) holders.set(plain, holder)
    read.set(text, holder)
    return holder
  }
}

const TIERS = { A: 'a', B: 'b', C: 'c', D: 'd' } as const
const MEETINGS: ReadonlySet<string> = new Set(MANDATED_MEETING_IDS)

function countCase(
  load: Workload,
  { planned, tasks }: UnitCase,
  { today, last, recent }: { today: CivilDate; last: CivilDate; recent: CivilDate },
): void {
  const { record } = planned.person
  const handover = planned.plan?.handover_date ?? null
  const allocated = record.allocation_date ?? null
  const letter = tierLetter(record.tier)
  load.total += 1
  if (planned.responsibility === 'com') load.supporting += 1
  else if (planned.responsibility !== null) load.responsible += 1
  load.tiers[TIERS[letter as keyof typeof TIERS] ?? 'other'] += 1
  if (handover !== null && handover >= today && handover <= last) load.handovers += 1
  if (allocated !== null && allocated > recent && allocated <= today) load.recent += 1
  for (const { task, due, state } of tasks)
    if (MEETINGS.has(task) && state === 'not_yet_started' && due !== null && due >= today && due <= last)
      load.meetings += 1
}

import { listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { listNewlyPast, type NewlyPast } from '../../../../db/repositories/plan-memory.ts'
import { listTasks } from '../../../../db/repositories/tasks.ts'
import type { Store } from '../../../../db/types.ts'
import type { HandoverTab } from '../../../../domain/model/handover-tab.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Booking } from '../../../../domain/meetings/booking.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { namesAny } from '../../../../domain/model/staff-name.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { ruleSetFor } from '../../../../domain/planning/adoption.ts'
import { isPresent, type PlannedCase, type Planning } from '../planning/planned-case.ts'
import { comOf, type Com } from './com-state.ts'
import { tabsOf } from './lists.ts'
import { movedBackOn } from './moved-back.ts'
import { headsLists, releaseFirstOf, type ReleaseFirst } from './release-first.ts'
import { latestRecords, recordedOf, tasksOf, taskTitle, type CaseTask, type TaskRecords } from './tasks.ts'
import { rosterOf, type Roster } from '../allocation/roster.ts'
import { toRearrange, type ToRearrange } from '../meetings/rearrange-of.ts'
import { worryOf, type Worry } from './worry.ts'

/** One case with all that the lists, the diary and the case page say of it. */
export interface UnitCase {
  personId: string
  /** `Surname, Forename` */
  name: string
  prisonNumber: string
  planned: PlannedCase
  com: Com
  tasks: CaseTask[]
  tabs: Set<HandoverTab>
  releaseFirst: ReleaseFirst | null
  /** The last day the COM was responsible, where a tariff passing gave the case back to the prison. */
  movedBack: CivilDate | null
  /** Meetings booked for a day ahead that something has come between. */
  rearrange: ToRearrange[]
  /** Bookings ahead of meetings the case asks for no longer. */
  dropped: DroppedBooking[]
  worry: Worry
  /** The day a change put the handover date in the past: until then the POM was responsible. Null where it simply came. */
  passedOn: CivilDate | null
  /** From today to handover; negative once past. */
  days: number | null
  /** The place in the log of the last task recorded. */
  taskSeq: number
}

/** A booking ahead whose meeting fell away, the dates having moved. */
export interface DroppedBooking {
  task: string
  title: string
  booking: Booking
}

export interface Unit {
  today: CivilDate
  /** The rule set the establishment itself works under: a case under another says so. */
  usualRules: RuleSetId
  /** Those here or away for a while: what every list, calendar, export and count is made of. */
  cases: UnitCase[]
  /** Everybody ever recorded, those who left among them. */
  byId: ReadonlyMap<string, UnitCase>
}

export function nameOf(record: PersonRecord): string {
  const surname = record.last_name?.trim() ?? ''
  const forename = record.first_name?.trim() ?? ''
  if (surname === '' || forename === '')
    return surname + forename === '' ? 'Name not known' : surname + forename
  return `${surname}, ${forename}`
}

/** The place in the log of the last task recorded; 0 where none is. */
function lastSeqOf(records: TaskRecords | undefined): number {
  let last = 0
  if (records !== undefined) for (const { seq } of records.values()) last = Math.max(last, seq)
  return last
}

function droppedOf(
  tasks: readonly CaseTask[],
  records: TaskRecords | undefined,
  today: CivilDate,
): DroppedBooking[] {
  const dropped: DroppedBooking[] = []
  for (const [task, record] of records ?? []) {
    const { booking } = recordedOf(record)
    if (booking === null || booking.on < today || tasks.some((known) => known.task === task && known.asked))
      continue
    dropped.push({ task, title: taskTitle(task), booking })
  }
  return dropped
}

export function viewCase(
  planned: PlannedCase,
  records: TaskRecords | undefined,
  passedOn: CivilDate | null,
  today: CivilDate,
  roster: Roster,
): UnitCase {
  const { facts, plan, person } = planned
  const releaseFirst = releaseFirstOf(facts, plan, today)
  const com = comOf(planned, releaseFirst, today, passedOn)
  const tasks = tasksOf(planned, records, today)
  const movedBack = movedBackOn(planned, today)
  const rearrange = toRearrange(planned, tasks, records, roster, today)
  return {
    personId: person.id,
    name: nameOf(person.record),
    prisonNumber: person.record.prison_number ?? '',
    planned,
    com,
    tasks,
    tabs: tabsOf(planned, com, tasks, releaseFirst, today),
    releaseFirst,
    movedBack,
    passedOn,
    rearrange,
    dropped: droppedOf(tasks, records, today),
    worry: worryOf({ planned, com, tasks, releaseFirst, movedBack, rearrange }, today),
    days: plan === null || plan.handover_date === null ? null : daysBetween(today, plan.handover_date),
    taskSeq: lastSeqOf(records),
  }
}

/** The day a change put this handover date in the past; null where the date came by itself, or is another by now. */
function passedOnOf({ plan }: PlannedCase, past: NewlyPast | undefined): CivilDate | null {
  const handover = plan?.handover_date ?? null
  if (past === undefined || handover === null || past.handover !== handover) return null
  return past.on > handover ? past.on : null
}

/** Whether nobody's absence has come between, or gone from, what is booked: the one thing of a case that stands elsewhere. */
function sameAbsences(
  { planned, tasks, rearrange }: UnitCase,
  records: TaskRecords | undefined,
  roster: Roster,
  today: CivilDate,
): boolean {
  const now = toRearrange(planned, tasks, records, roster, today)
  return now.length === rearrange.length && now.every(({ says }, at) => says === rearrange[at]?.says)
}

interface Remembered {
  revision: number
  unit: Unit
}
const remembered = new WeakMap<Store, Remembered>()

/** Everybody in the store as seen on `today`. Remembered until the store or the day changes, for every page alike. */
export function unitOf(planning: Planning, store: Store, today: CivilDate): Unit {
  const before = remembered.get(store)
  if (before !== undefined && before.revision === store.revision && before.unit.today === today)
    return before.unit
  const revision = store.revision
  const records = latestRecords(listTasks(store.read))
  const passed = new Map(listNewlyPast(store.read).map((past) => [past.personId, past]))
  const roster = rosterOf(store)
  // A case planned as before with nothing more recorded is seen as before.
  const known = before?.unit.today === today ? before.unit.byId : undefined
  const cases = planning.caseload(store, today).map((planned) => {
    const itsRecords = records.get(planned.person.id)
    const seen = known?.get(planned.person.id)
    const passedOn = passedOnOf(planned, passed.get(planned.person.id))
    return seen !== undefined &&
      seen.planned === planned &&
      seen.passedOn === passedOn &&
      seen.taskSeq === lastSeqOf(itsRecords) &&
      sameAbsences(seen, itsRecords, roster, today)
      ? seen
      : viewCase(planned, itsRecords, passedOn, today, roster)
  })
  const usualRules = ruleSetFor({}, null, listAdoptions(store.read), today).ruleSet
  const unit: Unit = {
    today,
    usualRules,
    cases: cases.filter(({ planned }) => isPresent(planned)),
    byId: new Map(cases.map((one) => [one.personId, one])),
  }
  remembered.set(store, { revision, unit })
  return unit
}

/** The cases allocated to POMs of these names, however lists write them; everybody's where it is null. */
export function casesOf(unit: Unit, poms: readonly string[] | null): UnitCase[] {
  if (poms === null) return unit.cases
  const isTheirs = namesAny(poms)
  return unit.cases.filter(({ planned }) => isTheirs(planned.person.record.pom_name))
}

/** The same with those who left or died: for what has to be finished about them. */
export function everybodyOf(unit: Unit, poms: readonly string[] | null): UnitCase[] {
  const all = [...unit.byId.values()]
  if (poms === null) return all
  const isTheirs = namesAny(poms)
  return all.filter(({ planned }) => isTheirs(planned.person.record.pom_name))
}

/** The same of people who left: in no list and no count. */
export function leftCasesOf(unit: Unit, poms: readonly string[] | null): UnitCase[] {
  const isTheirs = poms === null ? () => true : namesAny(poms)
  return [...unit.byId.values()].filter(
    ({ planned }) => !isPresent(planned) && isTheirs(planned.person.record.pom_name),
  )
}

/** Who may leave first, nearest first; then worst first; then by handover date, soonest first and none last; then by name. */
export function byWorry(a: UnitCase, b: UnitCase): number {
  return byReleaseFirst(a, b) || b.worry.score - a.worry.score || byHandover(a, b)
}

/** Heads every list: who may leave before handover and soon, by the days left, none where the day has come; the others alike. */
export function byReleaseFirst(one: UnitCase, other: UnitCase): number {
  const [a, b] = [headingDays(one), headingDays(other)]
  return a === b ? 0 : a < b ? -1 : 1
}

const headingDays = ({ releaseFirst }: UnitCase): number =>
  releaseFirst !== null && headsLists(releaseFirst) ? releaseFirst.daysLeft : Infinity

export function byHandover(a: UnitCase, b: UnitCase): number {
  if (a.days !== b.days) {
    if (a.days === null) return 1
    if (b.days === null) return -1
    return a.days - b.days
  }
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1
}

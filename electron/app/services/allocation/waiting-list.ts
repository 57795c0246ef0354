import { waitingSince, workingDaysWaited } from '../../../../domain/allocation/waiting.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { ReadDb, Store } from '../../../../db/types.ts'
import { isArrival } from '../../../../domain/movements/presence.ts'
import { movementsIn } from '../planning/decided.ts'
import { caseTags } from '../caseload/tags.ts'
import { byHandover, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { recommendationFor, roshOf, standingOf } from './case-to-allocate.ts'
import { formerPoms } from './former-poms.ts'
import { awayOn, type Roster } from './roster.ts'
import { pomsToChoose, workloadOf } from './staff-rows.ts'

type WaitingList = OutputOf<'allocation.list'>

const PAGE = 50
/** As one page: what can be chosen from at once. */
const MOST = 500

interface Waiting {
  one: UnitCase
  since: CivilDate | null
  days: number | null
}

/** Nobody is named, or what a list writes for nobody. */
const hasNoPom = ({ planned }: UnitCase) => staffNameOf(planned.person.record.pom_name) === null

/** Whether offender management in custody asks for a POM; a case that cannot be planned may, so it counts. */
const asksForPom = ({ planned }: UnitCase) => planned.plan === null || planned.plan.in_scope

/** The day of the last arrival somebody confirmed; null where none is recorded. */
function movedInOn({ planned }: UnitCase): CivilDate | null {
  return movementsIn(planned.decisions).findLast(isArrival)?.on ?? null
}

const remembered = new WeakMap<Unit, { waiting: Waiting[]; outside: number }>()

/** The cases that wait, longest first, and how many without a POM ask for none. Worked out once a unit. */
export function waitingIn(unit: Unit): { waiting: Waiting[]; outside: number } {
  const known = remembered.get(unit)
  if (known !== undefined) return known
  const without = unit.cases.filter(hasNoPom)
  const waiting = without.filter(asksForPom).map((one): Waiting => {
    const since = waitingSince(one.planned.facts, movedInOn(one))
    return { one, since, days: workingDaysWaited(since, unit.today) }
  })
  waiting.sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity) || byHandover(a.one, b.one))
  const found = { waiting, outside: without.length - waiting.length }
  remembered.set(unit, found)
  return found
}

function rowOf({ one, since, days }: Waiting, unit: Unit, db: ReadDb): WaitingList['rows'][number] {
  const { planned } = one
  const { record } = planned.person
  const { kind, says } = recommendationFor(planned)
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    location: record.location ?? null,
    since,
    days,
    tier: record.tier ?? null,
    rosh: roshOf(planned),
    handover: planned.plan?.handover_date ?? null,
    standing: standingOf(planned),
    recommended: kind,
    says,
    former: formerPoms(db, one.personId),
    tags: caseTags(one, unit.usualRules, unit.today),
  }
}

/** Staff whose cases somebody has to look after: they left, or are away with nobody covering. */
function attentionOf(unit: Unit, roster: Roster): WaitingList['attention'] {
  return roster.list.flatMap((record) => {
    const { name, status } = record.body
    const { total } = workloadOf(unit, name)
    if (total === 0) return []
    const row = { staffId: record.staffId, name, total }
    if (status === 'left') return [{ ...row, says: 'has left, and a list still names them' }]
    const away = awayOn(record, roster, unit.today)
    if (away === null || away.coverId !== null) return []
    return [{ ...row, says: 'is away and nobody covers' }]
  })
}

/** Cases without a POM, 50 to a page; a page beyond the last is the last, and null is the first 500 as one. */
export function waitingListOf(store: Store, unit: Unit, roster: Roster, page: number | null): WaitingList {
  const { waiting, outside } = waitingIn(unit)
  const size = page === null ? MOST : PAGE
  const pages = page === null ? 1 : Math.max(1, Math.ceil(waiting.length / size))
  const shown = Math.min(page ?? 1, pages)
  return {
    today: unit.today,
    total: waiting.length,
    page: shown,
    pages,
    rows: waiting.slice((shown - 1) * size, shown * size).map((each) => rowOf(each, unit, store.read)),
    outside,
    attention: attentionOf(unit, roster),
    poms: pomsToChoose(unit, roster, null),
  }
}

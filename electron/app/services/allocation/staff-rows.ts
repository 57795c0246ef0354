import type { StaffRecord } from '../../../../db/repositories/staff.ts'
import { absenceState, workingPatternInWords } from '../../../../domain/allocation/absences.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Absence } from '../../../../domain/model/staff-member.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import { dayInTag } from '../../../../domain/text/status-tags.ts'
import type { Unit } from '../caseload/unit-view.ts'
import { awayOn, type Roster } from './roster.ts'
import { NO_WORKLOAD, workloadsOf, type Workload } from './workload.ts'

export type PomToChoose = OutputOf<'allocation.show'>['poms'][number]
export type StaffRow = OutputOf<'staff.list'>['rows'][number]

/** What the person of that name holds. */
export function workloadOf(unit: Unit, name: string): Workload {
  return workloadsOf(unit).get(plainStaffName(name))?.workload ?? NO_WORKLOAD
}

/** At work, away with or without cover, unavailable, left. */
function tagsOf(record: StaffRecord, load: Workload, roster: Roster, today: CivilDate): Tag[] {
  const { status } = record.body
  const tags: Tag[] = []
  if (status === 'left') {
    if (load.total + load.coWorking > 0) tags.push({ text: 'Cases still name them', tone: 'late' })
    return [...tags, { text: 'Left', tone: 'unknown' }]
  }
  const away = awayOn(record, roster, today)
  if (away !== null) {
    tags.push({ text: `Away until ${dayInTag(away.until)}`, tone: 'close' })
    const cover = away.coverId === null ? undefined : roster.byId.get(away.coverId)
    if (cover === undefined) tags.push({ text: 'Nobody covers', tone: 'late' })
    else if (awayOn(cover, roster, today) !== null) tags.push({ text: 'Cover is away too', tone: 'late' })
  }
  if (status === 'unavailable') tags.push({ text: 'Takes no new cases', tone: 'fact' })
  return tags
}

/** Somebody to choose from, with what they hold. */
export function pomToChooseOf(record: StaffRecord, unit: Unit, roster: Roster): PomToChoose {
  const { name, kind, status, halfDays } = record.body
  const load = workloadOf(unit, name)
  const away = awayOn(record, roster, unit.today)
  return {
    staffId: record.staffId,
    name,
    kind,
    status,
    pattern: workingPatternInWords(halfDays),
    workload: load,
    away: away && { until: away.until, cover: away.cover },
    tags: tagsOf(record, load, roster, unit.today),
  }
}

function absenceOf(absence: Absence, roster: Roster, today: CivilDate): StaffRow['absences'][number] {
  const { coverId } = absence
  const state = absenceState(absence, today)
  const tag: Tag | null =
    state === 'now'
      ? { text: 'Away now', tone: 'close' }
      : state === 'coming'
        ? { text: 'Coming', tone: 'planned' }
        : { text: 'Over', tone: 'done' }
  return {
    ...absence,
    cover: coverId === null ? null : (roster.byId.get(coverId)?.body.name ?? null),
    state,
    tags: [tag],
  }
}

/** For whom somebody covers, today or later. */
export function coversOf({ staffId }: StaffRecord, roster: Roster, today: CivilDate): StaffRow['covers'] {
  return roster.list.flatMap(({ body }) =>
    body.absences
      .filter(({ coverId, to }) => coverId === staffId && to >= today)
      .map(({ from, to }) => ({ name: body.name, from, to })),
  )
}

/** One staff record as the staff pages show it. */
export function staffRowOf(record: StaffRecord, unit: Unit, roster: Roster): StaffRow {
  const { halfDays, email, absences } = record.body
  return {
    ...pomToChooseOf(record, unit, roster),
    seq: record.seq,
    halfDays,
    email,
    absences: absences.map((absence) => absenceOf(absence, roster, unit.today)),
    covers: coversOf(record, roster, unit.today),
  }
}

/** Cases for each half day worked: who has most room comes first. */
const loadFor = ({ staffId, workload }: PomToChoose, roster: Roster) => {
  const worked = roster.byId.get(staffId)?.body.halfDays.filter(Boolean).length ?? 0
  return worked === 0 ? Number.POSITIVE_INFINITY : workload.total / worked
}

/** Everybody who has not left: of the recommended kind first, those away after them, those who take no new cases last; then who has most room. */
export function pomsToChoose(
  unit: Unit,
  roster: Roster,
  recommended: PomToChoose['kind'] | null,
): PomToChoose[] {
  const rank = ({ kind, status, away }: PomToChoose) =>
    (status === 'active' ? 0 : 4) +
    (away === null ? 0 : 2) +
    (recommended === null || kind === recommended ? 0 : 1)
  return roster.list
    .filter(({ body }) => body.status !== 'left')
    .map((record) => pomToChooseOf(record, unit, roster))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || loadFor(a, roster) - loadFor(b, roster) || a.name.localeCompare(b.name, 'en-GB'),
    )
}

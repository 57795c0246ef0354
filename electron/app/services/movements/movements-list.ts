import { listImports } from '../../../../db/repositories/imports.ts'
import { eachSighting } from '../../../../db/repositories/sightings.ts'
import { firstImports } from '../../../../db/repositories/people.ts'
import type { ImportRecord, Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { MOVEMENT_WORDS, type Movement, type MovementKind } from '../../../../domain/model/movement.ts'
import { isArrival, isUnaccounted, mayHaveReturned } from '../../../../domain/movements/presence.ts'
import { isCustodyList } from '../../../../domain/pack/sources.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { byWorry, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { movementsIn } from '../planning/decided.ts'

type List = OutputOf<'movements.list'>
type Asked = List['arrived'][number]

const RECENT_DAYS = 28

const isCustody = ({ source }: Pick<ImportRecord, 'source'>) => isCustodyList(source)

/** The newest day of a custody list that held each person. */
export function lastSeen(store: Store): Map<string, CivilDate> {
  const seen = new Map<string, CivilDate>()
  for (const [personId, source, asAt] of eachSighting(store.read)) {
    if (!isCustody({ source })) continue
    const known = seen.get(personId)
    if (known === undefined || asAt > known) seen.set(personId, asAt)
  }
  return seen
}

function asked(one: UnitCase, says: string, suggested: MovementKind, suggestedOn: CivilDate): Asked {
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    says,
    suggested,
    suggestedOn,
    handover: one.planned.plan?.handover_date ?? null,
    pom: one.planned.person.record.pom_name ?? null,
  }
}

/** How somebody new came, as far as their dates say. */
function suggestArrival(one: UnitCase, listed: CivilDate): { kind: MovementKind; on: CivilDate } {
  const { record } = one.planned.person
  const { reception_date: received = null, arrival_date: arrived = null } = record
  if (record.recall === true) return { kind: 'recall_in', on: arrived ?? received ?? listed }
  if (arrived !== null && received !== null && arrived > received) return { kind: 'transfer_in', on: arrived }
  return { kind: 'reception', on: arrived ?? received ?? listed }
}

/** Whom to ask about, worst first in each part, and what was confirmed of late. */
export function movementsListOf(store: Store, unit: Unit): List {
  const { today } = unit
  const custody = listImports(store.read).filter((known) => known.undoneAt === null && isCustody(known))
  const newest = custody.reduce<CivilDate | null>(
    (day, { asAt }) => (day === null || asAt > day ? asAt : day),
    null,
  )
  const everybody = [...unit.byId.values()].sort(byWorry)
  const list: List = {
    today,
    listAsAt: newest,
    arrived: [],
    unaccounted: [],
    returned: [],
    recent: recentOf(everybody, today),
  }
  if (newest === null) return list
  const seen = lastSeen(store)
  const newestIds = new Set(custody.filter(({ asAt }) => asAt === newest).map(({ id }) => id))
  const hasOlder = custody.some(({ asAt }) => asAt < newest)
  const broughtBy = hasOlder ? firstImports(store.read) : new Map<string, string>()
  for (const one of everybody) {
    const last = seen.get(one.personId)
    if (last === undefined) continue
    const { presence, decisions, person } = one.planned
    const movements = movementsIn(decisions)
    const isPatient = person.record.restricted_patient === true
    if (mayHaveReturned(presence, last) && presence.movement !== null)
      list.returned.push(returnedOf(one, presence.movement, last))
    else if (isUnaccounted(presence, movements, { lastSeen: last, newest }, isPatient))
      list.unaccounted.push(
        asked(one, `Last in a list as at ${formatDate(last)}.`, suggestDeparture(one, newest), newest),
      )
    else if (newestIds.has(broughtBy.get(one.personId) ?? '') && !movements.some(isArrival)) {
      const { kind, on } = suggestArrival(one, newest)
      list.arrived.push(
        asked(one, `First in the list as at ${formatDate(newest)}.`, kind, on > today ? today : on),
      )
    }
  }
  return list
}

/** Nobody has said where they went: a release that had come is likelier than a transfer. */
function suggestDeparture(one: UnitCase, newest: CivilDate): MovementKind {
  const { confirmed_release_date: confirmed, crd, ard } = one.planned.person.record
  const release = confirmed ?? ard ?? crd ?? null
  return release !== null && release <= newest ? 'release' : 'transfer_out'
}

function returnedOf(one: UnitCase, left: Movement, last: CivilDate): Asked {
  const how = `${MOVEMENT_WORDS[left.kind].toLowerCase()} on ${formatDate(left.on)}`
  return asked(
    one,
    `Here before: ${how}. In a list again as at ${formatDate(last)}; the earlier record is kept.`,
    one.planned.person.record.recall === true ? 'recall_in' : 'return',
    last,
  )
}

function recentOf(cases: readonly UnitCase[], today: CivilDate): List['recent'] {
  const since = addDays(today, -RECENT_DAYS)
  return cases
    .flatMap((one) =>
      one.planned.decisions
        .filter(({ kind, body, at }) => kind === 'movement' && body !== null && at.slice(0, 10) >= since)
        .map(({ id, at, byName, body }) => {
          const { kind, on, where } = body as Movement
          return {
            personId: one.personId,
            name: one.name,
            prisonNumber: one.prisonNumber,
            movementId: id,
            words: `${MOVEMENT_WORDS[kind]}${where === '' ? '' : `, ${where}`}`,
            on,
            at,
            by: byName,
          }
        }),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

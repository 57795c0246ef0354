import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  ABSENCES,
  ARRIVALS,
  DEPARTURES,
  MOVEMENT_WORDS,
  type Movement,
} from '../../../../domain/model/movement.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

type Entry = ParsedInputOf<'movements.record'>['entries'][number]

const isOf = (kinds: readonly string[], kind: string) => kinds.includes(kind)

/** Why an entry cannot be, or null. `field` says where. */
function mistakeOf(
  entry: Entry,
  { presence, person }: PlannedCase,
  today: CivilDate,
): { field: string; message: string } | null {
  const { kind, on } = entry
  const words = MOVEMENT_WORDS[kind].toLowerCase()
  if (!isCivilDate(on)) return { field: 'on', message: 'The day must be a real date, like 27 3 2026' }
  if (on > today) return { field: 'on', message: 'The day must be today or in the past' }
  if (presence.movement?.kind === 'died') {
    return {
      field: 'kind',
      message: `Recorded as having died on ${formatDate(presence.movement.on)}: take that back first if it is wrong`,
    }
  }
  const born = person.record.date_of_birth ?? null
  if (born !== null && on < born)
    return { field: 'on', message: `The day is before they were born, on ${formatDate(born)}` }
  const received = person.record.reception_date ?? null
  if (isOf([...ABSENCES, 'transfer_out', 'release'], kind) && received !== null && on < received)
    return {
      field: 'on',
      message: `Received into custody on ${formatDate(received)}: ${words} cannot be before that`,
    }
  if (presence.state === 'left' && isOf([...ABSENCES, ...DEPARTURES, 'still_here'], kind) && kind !== 'died')
    return { field: 'kind', message: 'They have left: record how they came back first' }
  if (presence.state === 'here' && presence.movement === null && isOf(ARRIVALS, kind)) return null
  if (
    presence.movement !== null &&
    presence.state === 'left' &&
    isOf(ARRIVALS, kind) &&
    on < presence.movement.on
  )
    return {
      field: 'on',
      message: `They left on ${formatDate(presence.movement.on)}: they cannot have come back before that`,
    }
  return null
}

/** Records movements somebody confirmed, all or none. Throws `bad_input` with each mistake under `entries.N.field`. */
export async function recordMovements(
  desk: Desk,
  { store, user }: Session,
  { entries }: ParsedInputOf<'movements.record'>,
): Promise<number> {
  const today = desk.clock.today()
  const cases = new Map(desk.planning.caseload(store, today).map((planned) => [planned.person.id, planned]))
  const fields: Record<string, string> = {}
  const met = new Set<string>()
  for (const [at, entry] of entries.entries()) {
    const planned = cases.get(entry.personId)
    if (planned === undefined)
      throw new DeskError(
        'not_found',
        'Somebody in this list is not in the store any more. Look at it again.',
      )
    const mistake = met.has(entry.personId)
      ? { field: 'kind', message: 'Record one movement of a person at a time' }
      : mistakeOf(entry, planned, today)
    met.add(entry.personId)
    if (mistake !== null) fields[`entries.${at}.${mistake.field}`] = mistake.message
  }
  const [first] = Object.values(fields)
  if (first !== undefined) throw new DeskError('bad_input', first, fields)
  const moment = desk.clock.now()
  await store.write((db) => {
    for (const { personId, kind, on, where, note } of entries) {
      const body: Movement = { kind, on, where: where.trim(), note: note.trim() }
      saveDecision(
        db,
        { userId: user.id },
        { at: moment.toISOString(), personId, kind: 'movement', subject: newId(moment.getTime()), body },
      )
    }
  })
  return entries.length
}

/** Takes a movement back: it stays in the log, and counts no more. */
export async function takeBackMovement(
  desk: Desk,
  { store, user }: Session,
  { personId, movementId, reason }: ParsedInputOf<'movements.takeBack'>,
): Promise<void> {
  const planned = desk.planning
    .caseload(store, desk.clock.today())
    .find(({ person }) => person.id === personId)
  const record = planned?.decisions.find(({ id, kind }) => id === movementId && kind === 'movement')
  if (record === undefined)
    throw new DeskError('not_found', 'This movement is not on the record any more. Look again.')
  await store.write((db) =>
    saveDecision(
      db,
      { userId: user.id },
      {
        at: desk.clock.now().toISOString(),
        personId,
        kind: 'movement',
        subject: record.subject,
        body: null,
        reason,
      },
    ),
  )
}

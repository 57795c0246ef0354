import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { decisionsAt, saveDecision } from '../../../../db/repositories/decisions.ts'
import type { DecisionRecord, ReadDb } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { whyNoLetter } from '../../../../domain/letters/letter-case.ts'
import type { Told } from '../../../../domain/letters/told.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { confirmedDate, dateToConfirm, letterOf, toldIn, TOLD_SUBJECT } from './letter-shown.ts'

const toldOf = (db: ReadDb, personId: string): DecisionRecord | undefined =>
  toldIn(decisionsAt(db, personId, lastSeq(db)))

/** Writes what was confirmed or given, or takes it back. Throws `conflict` where another record stands than the one seen. */
async function write(
  desk: Desk,
  { store, user }: Session,
  { personId, seen, body }: { personId: string; seen: string | null; body: Told | null },
): Promise<void> {
  await store.write((db) => {
    const standing = toldOf(db, personId)
    if ((standing?.id ?? null) !== seen) {
      const who =
        standing === undefined
          ? 'Somebody took the confirmation back'
          : `${standing.byName} was here meanwhile`
      throw new DeskError(
        'conflict',
        `${who}. Nothing was saved. Look at the letter again, then do it once more if it is still right.`,
      )
    }
    if (body === null && standing === undefined) return
    const at = desk.clock.now().toISOString()
    saveDecision(db, { userId: user.id }, { at, personId, kind: 'told', subject: TOLD_SUBJECT, body })
  })
}

/** Confirms the handover date a person may be told, or takes it back. Throws `conflict` where the date is another than the one seen. */
export async function confirmDate(
  desk: Desk,
  session: Session,
  { personId, handover, seen }: ParsedInputOf<'letter.confirmDate'>,
): Promise<void> {
  const { one, subject } = letterOf(desk, session, personId)
  if (handover === null) return write(desk, session, { personId, seen, body: null })
  const refused = whyNoLetter(subject)
  if (refused !== null) throw new DeskError('not_allowed', refused)
  const planned = dateToConfirm(subject)
  if (planned === null)
    throw new DeskError('bad_input', 'The letter for this case says no date, so there is none to confirm.')
  if (planned !== handover)
    throw new DeskError(
      'conflict',
      `The handover date is now ${formatDate(planned)}, not ${formatDate(handover)}. Nothing was confirmed: look at the dates, then confirm the one that is right.`,
    )
  // Confirmed before and still so: what is recorded of the letter given with it stays.
  const standing = toldIn(one.planned.decisions)
  if (standing !== undefined && (standing.body as Told).handover === handover && standing.id === seen)
    return undefined
  return write(desk, session, {
    personId,
    seen,
    body: { handover, confirmedOn: desk.clock.today(), givenOn: null },
  })
}

/** What stands once the letter was given, or was not after all: a confirmation outlives that, a letter without a date does not. */
function toldAfter(told: Told | null, handover: Told['handover'], on: Told['givenOn']): Told | null {
  if (handover !== null && told !== null) return { ...told, givenOn: on }
  if (on === null && told !== null && told.handover !== null) return { ...told, givenOn: null }
  return on === null ? null : { handover: null, confirmedOn: null, givenOn: on }
}

/**
 * Records the day the letter was given, with the confirmed date or without one. Throws `bad_input` at `on`, and `conflict` where
 * the letter would say another date by now than the one that is said to have been given.
 */
export async function recordGiven(
  desk: Desk,
  session: Session,
  { personId, on, handover, seen }: ParsedInputOf<'letter.given'>,
): Promise<void> {
  const { one, subject } = letterOf(desk, session, personId)
  const refused = whyNoLetter(subject)
  if (refused !== null) throw new DeskError('not_allowed', refused)
  const record = toldIn(one.planned.decisions)
  const told = record === undefined ? null : (record.body as Told)
  const says = confirmedDate(subject, told)
  if (says !== handover) {
    const now = says === null ? 'no date is confirmed that is still so' : `it says ${formatDate(says)}`
    throw new DeskError(
      'conflict',
      `The letter has changed since it was shown: ${now}. Nothing was recorded. Look at the letter again, then record it.`,
    )
  }
  if (on !== null) {
    if (!isCivilDate(on)) refuseField('on', 'The day must be a real date, like 27 3 2026')
    if (on > desk.clock.today()) refuseField('on', 'The day it was given must be today or in the past')
    const confirmedOn = says === null ? null : (told?.confirmedOn ?? null)
    if (confirmedOn !== null && on < confirmedOn)
      refuseField(
        'on',
        `The day it was given must be on or after ${formatDate(confirmedOn)}, when the date was confirmed`,
      )
  }
  return write(desk, session, { personId, seen, body: toldAfter(told, handover, on) })
}

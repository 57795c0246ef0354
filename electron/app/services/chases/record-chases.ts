import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { decisionsAt, saveDecision } from '../../../../db/repositories/decisions.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import type { DecisionRecord, ReadDb } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import { stepAsked } from '../../../../domain/chases/ladder.ts'
import { chaseSubject, readChaseSubject } from '../../../../domain/chases/subject.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import { unitOf, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { ladderOf } from './ladder-setting.ts'
import { isSomewhere } from './place.ts'
import { asksOf, type CaseAsk } from './unit-chases.ts'

/** What stands in the log for one person and subject. */
const standingOf = (db: ReadDb, personId: string, subject: string): DecisionRecord | undefined =>
  decisionsAt(db, personId, lastSeq(db)).find(
    (record) => record.kind === 'chase' && record.subject === subject,
  )

/** Throws `conflict` where another record stands than the one the page was shown. */
function refuseUnseen(
  db: ReadDb,
  one: UnitCase,
  subject: string,
  seen: string | null,
): DecisionRecord | undefined {
  const standing = standingOf(db, one.personId, subject)
  if ((standing?.id ?? null) === seen) return standing
  const who =
    standing === undefined
      ? `The record of the message about ${one.name} was taken back`
      : `${standing.byName} recorded a message about ${one.name} on ${formatDate(dayInLondon(new Date(standing.at)))}`
  throw new DeskError('conflict', `${who}, after you opened this. Nothing was saved. Look at the page again.`)
}

export function refuseDay(field: string, day: CivilDate, today: CivilDate, what: string): void {
  if (!isCivilDate(day)) refuseField(field, `${what} must be a real date, like 27 3 2026`)
  if (day > today) refuseField(field, `${what} must be today or in the past`)
}

function caseIn(unit: Unit, personId: string): UnitCase {
  const one = unit.byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  refuseForTheDead(one.planned)
  return one
}

type Asked = ParsedInputOf<'chases.sent'>['asks'][number]

/** The thing owed that a message is due on today. Throws `conflict` where none is any more, or at another step. */
function dueAsk(
  asks: ReadonlyMap<string, readonly CaseAsk[]>,
  one: UnitCase,
  asked: Asked,
  key: string,
): CaseAsk {
  const found = asks
    .get(one.personId)
    ?.find(
      ({ owed, place }) =>
        isSomewhere(place) && owed.about === asked.about && owed.due === asked.due && place.key === key,
    )
  if (found !== undefined && found.climb.isDue && found.climb.next?.rung.days === asked.rung) return found
  throw new DeskError(
    'conflict',
    `What is asked about ${one.name} has changed since you opened this: a date moved, a COM was named or the ladder is another. Nothing was saved. Look at the page again.`,
  )
}

/**
 * Records one message as sent, for every case in it or for none. Throws `bad_input` for a day ahead or before anything was owed,
 * and `conflict` where somebody recorded it meanwhile or an answer is no longer owed.
 */
export async function recordSent(
  desk: Desk,
  { store, user }: Session,
  { key, sentOn, asks }: ParsedInputOf<'chases.sent'>,
): Promise<void> {
  const today = desk.clock.today()
  refuseDay('sentOn', sentOn, today, 'The day it was sent')
  const unit = unitOf(desk.planning, store, today)
  const owed = asksOf(store, unit)
  const ladder = ladderOf(store)
  await store.write((db) => {
    for (const asked of asks) {
      const { personId, about, due, rung } = asked
      const one = caseIn(unit, personId)
      const subject = chaseSubject({ about, due, rung })
      const standing = refuseUnseen(db, one, subject, asked.seen)
      const { place, climb } = dueAsk(owed, one, asked, key)
      const former = standing === undefined ? due : (standing.body as Chase).sentOn
      if (sentOn < former)
        refuseField(
          'sentOn',
          `The day it was sent must be on or after ${formatDate(former)}, the day ${standing === undefined ? `an answer was due about ${one.name}` : 'it was last sent'}`,
        )
      const step = ladder.find(({ days }) => days === rung)
      const to = `${step === undefined ? '' : `${stepAsked(step, climb.last === null)}, `}${place.name}`
      const body: Chase = { about, rung, to, sentOn, answeredOn: null, answer: '' }
      write(desk, { db, userId: user.id, personId, subject, body })
    }
  })
}

/** Records an answer to messages that were sent. Throws `bad_input` where one was not, or the day lies ahead or before it was sent. */
export async function recordAnswer(
  desk: Desk,
  { store, user }: Session,
  { answeredOn, answer, promisedOn, asks }: ParsedInputOf<'chases.answered'>,
): Promise<void> {
  const today = desk.clock.today()
  refuseDay('answeredOn', answeredOn, today, 'The day of the answer')
  if (promisedOn !== null && promisedOn < today)
    refuseField('promisedOn', 'The day they promised must be today or later, or left empty')
  const unit = unitOf(desk.planning, store, today)
  await store.write((db) => {
    for (const { personId, subject, seen } of asks) {
      const one = caseIn(unit, personId)
      if (readChaseSubject(subject) === null || standingOf(db, personId, subject) === undefined)
        throw new DeskError(
          'bad_input',
          `No message about ${one.name} is recorded as sent, so there is none to answer.`,
        )
      const chase = refuseUnseen(db, one, subject, seen)?.body as Chase
      if (answeredOn < chase.sentOn)
        refuseField(
          'answeredOn',
          `The day of the answer must be on or after ${formatDate(chase.sentOn)}, when ${one.name} was asked about`,
        )
      write(desk, {
        db,
        userId: user.id,
        personId,
        subject,
        body: { ...chase, answeredOn, answer, promisedOn },
      })
    }
  })
}

/** Takes back records of messages that were not sent after all. */
export async function takeBackSent(
  desk: Desk,
  { store, user }: Session,
  { asks }: ParsedInputOf<'chases.takeBack'>,
): Promise<void> {
  const unit = unitOf(desk.planning, store, desk.clock.today())
  await store.write((db) => {
    for (const { personId, subject, seen } of asks) {
      refuseUnseen(db, caseIn(unit, personId), subject, seen)
      write(desk, { db, userId: user.id, personId, subject, body: null })
    }
  })
}

function write(
  desk: Desk,
  entry: {
    db: Parameters<typeof saveDecision>[0]
    userId: string
    personId: string
    subject: string
    body: Chase | null
  },
): void {
  const { db, userId, personId, subject, body } = entry
  const at = desk.clock.now().toISOString()
  saveDecision(db, { userId }, { at, personId, kind: 'chase', subject, body })
}

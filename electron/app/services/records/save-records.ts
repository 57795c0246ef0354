import { decisionsAt, saveDecision } from '../../../../db/repositories/decisions.ts'
import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { newId } from '../../../../db/uuid.ts'
import type { DecisionRecord, ReadDb } from '../../../../db/types.ts'
import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { recallMistakes, type Recall } from '../../../../domain/sentences/recall.ts'
import { sentenceMistakes, type Sentence } from '../../../../domain/sentences/sentence.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf } from '../decisions/case-of.ts'

type Kind = 'sentence' | 'recall'

interface Written {
  personId: string
  kind: Kind
  /** Null for another one. */
  subject: string | null
  /** The record the form was opened on. */
  seen: string | null
  /** Null takes it back. */
  body: Sentence | Recall | null
}

function badDays(days: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(days)
      .filter(([, day]) => day !== null && !isCivilDate(day))
      .map(([field]) => [field, 'This must be a real date, like 27 3 2026']),
  )
}

export async function saveSentence(
  desk: Desk,
  session: Session,
  { personId, subject, seen, ...typed }: ParsedInputOf<'records.saveSentence'>,
): Promise<void> {
  const { person, decisions } = caseOf(desk, session, personId)
  const body: Sentence = {
    ...typed,
    offence: typed.offence.trim(),
    court: typed.court.trim(),
    note: typed.note.trim(),
  }
  refuseMistakes(badDays({ startedOn: body.startedOn }))
  const others = new Map(
    decisions
      .filter((record) => record.kind === 'sentence' && record.subject !== subject)
      .map((record) => [record.subject, record.body as Sentence]),
  )
  const born = person.record.date_of_birth ?? null
  refuseMistakes(sentenceMistakes(body, { today: desk.clock.today(), born, subject, others }))
  await write(desk, session, { personId, kind: 'sentence', subject, seen, body })
}

export async function saveRecall(
  desk: Desk,
  session: Session,
  { personId, subject, seen, ...typed }: ParsedInputOf<'records.saveRecall'>,
): Promise<void> {
  const { person } = caseOf(desk, session, personId)
  const body: Recall = { ...typed, reason: typed.reason.trim() }
  const { recalledOn, returnedOn, releasedAgainOn } = body
  refuseMistakes(badDays({ recalledOn, returnedOn, releasedAgainOn }))
  const sentenced = person.record.sentence_start_date ?? null
  refuseMistakes(recallMistakes(body, { today: desk.clock.today(), sentenced }))
  await write(desk, session, { personId, kind: 'recall', subject, seen, body })
}

export async function takeBackRecord(
  desk: Desk,
  session: Session,
  { personId, kind, subject, seen }: ParsedInputOf<'records.takeBack'>,
): Promise<void> {
  const { decisions } = caseOf(desk, session, personId)
  const follows = decisions.some(
    (record) => record.kind === 'sentence' && (record.body as Sentence).consecutiveTo === subject,
  )
  if (follows)
    throw new DeskError('bad_input', 'Another sentence begins after this one: change that one first.')
  await write(desk, session, { personId, kind, subject, seen, body: null })
}

/** The record that stands now; undefined where there is none. */
const standingOf = (db: ReadDb, { personId, kind, subject }: Written): DecisionRecord | undefined =>
  decisionsAt(db, personId, lastSeq(db)).find((record) => record.kind === kind && record.subject === subject)

async function write(desk: Desk, { store, user }: Session, entry: Written): Promise<void> {
  const now = desk.clock.now()
  await store.write((db) => {
    const standing = entry.subject === null ? undefined : standingOf(db, entry)
    if ((standing?.id ?? null) !== entry.seen) {
      const who =
        standing === undefined ? 'Somebody took this record back' : `${standing.byName} changed this`
      const when = standing === undefined ? '' : ` on ${formatDate(dayInLondon(new Date(standing.at)))}`
      throw new DeskError(
        'conflict',
        `${who}${when}, after you opened it. Nothing was saved. Look at it again, then save once more if yours should take its place.`,
      )
    }
    const { personId, kind, body } = entry
    const subject = entry.subject ?? newId(now.getTime())
    saveDecision(db, { userId: user.id }, { at: now.toISOString(), personId, kind, subject, body })
  })
}

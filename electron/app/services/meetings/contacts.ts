import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import { newId } from '../../../../db/uuid.ts'
import type { DecisionRecord, ReadDb } from '../../../../db/types.ts'
import { decisionsOf } from '../../../../db/repositories/decisions.ts'
import type { NoteEntered } from '../../../../domain/case-notes/note-entered.ts'
import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { contactMistakes, type Contact } from '../../../../domain/meetings/contact.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf, refuseField } from '../decisions/case-of.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { stepsOf } from './steps-of.ts'

/** The contact that stands under a subject; undefined where there is none. Throws `conflict` where it is not the one seen. */
function standingAsSeen(db: ReadDb, personId: string, subject: string, seen: string | null): void {
  const standing: DecisionRecord | undefined = decisionsOf(db, personId).findLast(
    (record) => record.kind === 'contact' && record.subject === subject,
  )
  const stands = standing === undefined || standing.body === null ? null : standing
  if ((stands?.id ?? null) === seen) return
  const who = stands === null ? 'Somebody took this contact back' : `${stands.byName} changed this contact`
  const when = stands === null ? '' : ` on ${formatDate(dayInLondon(new Date(stands.at)))}`
  throw new DeskError(
    'conflict',
    `${who}${when}, after you opened it. Nothing was saved. Look at it again, then save once more if yours should take its place.`,
  )
}

/** Records a contact, or changes the record. Throws `bad_input` at the field, `conflict` where another record stands by now. */
export async function saveContact(
  desk: Desk,
  session: Session,
  { personId, subject, seen, entered, ...typed }: ParsedInputOf<'contacts.save'>,
): Promise<void> {
  const { person } = caseOf(desk, session, personId)
  const body: Contact = {
    ...typed,
    with: typed.with.trim(),
    about: typed.about.trim(),
    nextSteps: typed.nextSteps.map(({ what, owner, by }) => ({ what: what.trim(), owner: owner.trim(), by })),
  }
  if (!isCivilDate(body.on)) refuseField('on', 'The day must be a real date, like 27 3 2026')
  for (const [at, { by }] of body.nextSteps.entries())
    if (!isCivilDate(by)) refuseField(`steps.${at}.by`, 'The day must be a real date, like 27 3 2026')
  const today = desk.clock.today()
  const wrong = contactMistakes(body, { today, born: person.record.date_of_birth ?? null })
  refuseMistakes(wrong)
  const now = desk.clock.now()
  const at = now.toISOString()
  const actor = { userId: session.user.id }
  await session.store.write((db) => {
    const about = subject ?? newId(now.getTime())
    standingAsSeen(db, personId, about, seen)
    const of = saveDecision(db, actor, { at, personId, kind: 'contact', subject: about, body })
    if (!entered.dps && !entered.ndelius) return
    const note: NoteEntered = {
      dps: entered.dps ? today : null,
      ndelius: entered.ndelius ? today : null,
      of,
    }
    saveDecision(db, actor, { at, personId, kind: 'case_note', subject: about, body: note })
  })
}

export async function takeBackContact(
  desk: Desk,
  session: Session,
  { personId, subject, seen }: ParsedInputOf<'contacts.takeBack'>,
): Promise<void> {
  caseOf(desk, session, personId)
  await session.store.write((db) => {
    standingAsSeen(db, personId, subject, seen)
    saveDecision(
      db,
      { userId: session.user.id },
      { at: desk.clock.now().toISOString(), personId, kind: 'contact', subject, body: null },
    )
  })
}

/** Records a next step as done, or opens it again. Throws `not_found` for a step nobody agreed. */
export async function markStep(
  desk: Desk,
  session: Session,
  { personId, source, what, doneOn, note }: ParsedInputOf<'contacts.stepDone'>,
): Promise<void> {
  caseOf(desk, session, personId)
  const today = desk.clock.today()
  const one = unitOf(desk.planning, session.store, today).byId.get(personId)
  const step = one && stepsOf(one).find((known) => known.source === source && known.what === what)
  if (step === undefined)
    throw new DeskError('not_found', 'This next step is not recorded any more: look again.')
  if (doneOn !== null && !isCivilDate(doneOn))
    refuseField('doneOn', 'The day must be a real date, like 27 3 2026')
  if (doneOn !== null && doneOn > today) refuseField('doneOn', 'The day must be today or in the past')
  if (doneOn !== null && doneOn < step.agreedOn)
    refuseField('doneOn', `The day must be on or after ${formatDate(step.agreedOn)}, when it was agreed`)
  if (doneOn === null && step.done === null)
    throw new DeskError('bad_input', 'This next step is open already.')
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      {
        at: desk.clock.now().toISOString(),
        personId,
        kind: 'next_step',
        subject: step.subject,
        body: doneOn === null ? null : { doneOn, note: note.trim() },
      },
    ),
  )
}

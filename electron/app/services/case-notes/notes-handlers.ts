import { saveDecision } from '../../../../db/repositories/decisions.ts'
import type { NoteEntered } from '../../../../domain/case-notes/note-entered.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { pomsIn } from '../caseload/caseload-handlers.ts'
import { everybodyOf, unitOf } from '../caseload/unit-view.ts'
import { refuseField } from '../decisions/case-of.ts'
import { notesOf, notesToEnter } from './notes-of.ts'

/** Records where and when a note was entered. Throws `conflict` where what it is of was changed since it was copied. */
async function markEntered(
  desk: Desk,
  session: Session,
  { personId, subject, of, dps, ndelius }: ParsedInputOf<'notes.entered'>,
): Promise<void> {
  const today = desk.clock.today()
  const one = unitOf(desk.planning, session.store, today).byId.get(personId)
  const note = one && notesOf(one).find((known) => known.subject === subject)
  if (note === undefined) throw new DeskError('not_found', 'What this note was of is not recorded any more.')
  if (note.of !== of)
    throw new DeskError(
      'conflict',
      'The record was changed after this note was copied: copy the note again and enter it anew.',
    )
  for (const [field, day] of Object.entries({ dps, ndelius })) {
    if (day === null) continue
    if (!isCivilDate(day)) refuseField(field, 'The day must be a real date, like 27 3 2026')
    if (day > today) refuseField(field, 'The day must be today or in the past')
    if (day < note.on) refuseField(field, `The day must be on or after ${formatDate(note.on)}`)
  }
  const body: NoteEntered = { dps, ndelius, of }
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      { at: desk.clock.now().toISOString(), personId, kind: 'case_note', subject, body },
    ),
  )
}

export function notesHandlers(desk: Desk): Pick<Handlers, 'notes.list' | 'notes.entered'> {
  return {
    'notes.list': async ({ scope }, { session }) => {
      const unit = unitOf(desk.planning, session.store, desk.clock.today())
      // What was recorded of somebody who has left since still has to be entered.
      const rows = everybodyOf(unit, pomsIn(scope, session, unit.today)).flatMap((one) => {
        const { personId, name, prisonNumber, planned } = one
        const pom = planned.person.record.pom_name ?? null
        return notesToEnter(one).map((note) => Object.assign({ personId, name, prisonNumber, pom }, note))
      })
      rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1))
      return { today: unit.today, rows }
    },
    'notes.entered': async (input, { session }) => {
      await markEntered(desk, session, input)
      return {}
    },
  }
}

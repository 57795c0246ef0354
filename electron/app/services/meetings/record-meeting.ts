import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { saveTask, tasksOf } from '../../../../db/repositories/tasks.ts'
import { timeInLondon } from '../../../../db/london-day.ts'
import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { NoteEntered } from '../../../../domain/case-notes/note-entered.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  heldDoubts,
  heldMistakes,
  type HeldMeeting,
  type MeetingHeld,
} from '../../../../domain/meetings/held.ts'
import type { Desk, Session } from '../../context.ts'
import { standingAsSeen } from './as-seen.ts'
import { meetingOf } from './book-meeting.ts'
import { bookingLimitsOf, leftOn } from './booking-limits.ts'
import { comOf } from './people-of.ts'

type Input = ParsedInputOf<'meetings.record'>

/** What was typed, without blanks round it and without a name twice. */
function tidied({
  on,
  outcome,
  from,
  to,
  mode,
  attended,
  absent,
  covered,
  nextSteps,
  why,
}: Input): MeetingHeld {
  const present = [...new Set(attended.map((name) => name.trim()))].filter((name) => name !== '')
  return {
    on,
    outcome: outcome.trim(),
    from,
    to,
    mode,
    attended: present,
    absent: [...new Set(absent.map((name) => name.trim()))].filter((name) => !present.includes(name)),
    covered,
    nextSteps: nextSteps.map(({ what, owner, by }) => ({ what: what.trim(), owner: owner.trim(), by })),
    why: why.trim(),
  }
}

/** Days of the form that are no days at all, by field. */
function badDays({ on, nextSteps }: MeetingHeld): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (!isCivilDate(on)) wrong['on'] = 'Held on must be a real date, like 27 3 2026'
  for (const [at, { by }] of nextSteps.entries())
    if (!isCivilDate(by)) wrong[`steps.${at}.by`] = 'The day must be a real date, like 27 3 2026'
  return wrong
}

/**
 * Records a mandated meeting as held, in one transaction with the look at what stands and with where its note was entered.
 * Throws `bad_input` at the field, `conflict` where something else stands by now.
 */
export async function recordMeeting(desk: Desk, session: Session, input: Input): Promise<void> {
  const { personId, task, seen, entered } = input
  const { unit, one, meeting } = meetingOf(desk, session, input)
  const { on, outcome, ...typed } = tidied(input)
  const held: HeldMeeting = typed
  const whole: MeetingHeld = { on, outcome, ...held }
  refuseMistakes(badDays(whole))
  const { today, sentenced, windowFrom, windowTo } = bookingLimitsOf(session.store, unit, one, meeting, {
    on,
    attendees: [],
    now: timeInLondon(desk.clock.now()),
  })
  const limits = {
    task,
    today,
    now: timeInLondon(desk.clock.now()),
    sentenced,
    left: leftOn(one),
    windowFrom,
    windowTo,
    com: comOf(one),
  }
  refuseMistakes(heldMistakes(whole, limits))
  const doubts = heldDoubts(whole, limits)
  if (doubts.length > 0 && held.why === '') {
    const message = `${doubts.join(' ')} Say why it was held so.`
    throw new DeskError('bad_input', message, { why: message })
  }
  const at = desk.clock.now().toISOString()
  const actor = { userId: session.user.id }
  await session.store.write((db) => {
    standingAsSeen(db, { personId, task, seen })
    const body = { reference: '', notDone: null, held }
    const record = saveTask(db, actor, { at, personId, task, doneOn: on, note: outcome, body })
    if (!entered.dps && !entered.ndelius) return
    const of = tasksOf(db, personId).find(({ id }) => id === record)?.seq
    const note: NoteEntered = {
      dps: entered.dps ? today : null,
      ndelius: entered.ndelius ? today : null,
      of: String(of),
    }
    saveDecision(db, actor, { at, personId, kind: 'case_note', subject: task, body: note })
  })
}

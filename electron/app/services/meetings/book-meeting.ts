import { saveTask } from '../../../../db/repositories/tasks.ts'
import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { timeInLondon } from '../../../../db/london-day.ts'
import { mayBeHeldAfter } from '../../../../domain/model/handover-task.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { bookingDoubts, bookingMistakes, type Booking } from '../../../../domain/meetings/booking.ts'
import type { Desk, Session } from '../../context.ts'
import { rosterOf } from '../allocation/roster.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import { isRecorded, recordedOf, type CaseTask } from '../caseload/tasks.ts'
import { unitOf, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { standingAsSeen } from './as-seen.ts'
import { bookingLimitsOf } from './booking-limits.ts'
import { againstBooking } from './rearrange-of.ts'

type Input = ParsedInputOf<'meetings.book'>

const refuse = (field: string, message: string): never => {
  throw new DeskError('bad_input', message, { [field]: message })
}

/**
 * The case and its meeting, asked for or recorded while it was. Throws `not_found`, and `bad_input` where the case asks for no
 * such meeting.
 */
export function meetingOf(
  desk: Pick<Desk, 'planning' | 'clock'>,
  { store }: Session,
  { personId, task }: Pick<Input, 'personId' | 'task'>,
): { unit: Unit; one: UnitCase; meeting: CaseTask } {
  const unit = unitOf(desk.planning, store, desk.clock.today())
  const one = unit.byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  refuseForTheDead(one.planned)
  const meeting = one.tasks.find((known) => known.task === task && (known.asked || isRecorded(known)))
  if (meeting === undefined) throw new DeskError('bad_input', 'This case does not ask for that meeting.')
  return { unit, one, meeting }
}

/** Another room or guest needs no reason; another day or time, or none any more, does. */
const isOtherTime = (before: Booking, now: Booking | null): boolean =>
  now === null || before.on !== now.on || before.from !== now.from || before.to !== now.to

/** Books a meeting, moves it or cancels it. Throws `bad_input` at the field, `conflict` where something else stands by now. */
export async function bookMeeting(desk: Desk, session: Session, input: Input): Promise<void> {
  const { personId, task, booking, seen } = input
  const reason = input.reason.trim()
  const { unit, one, meeting } = meetingOf(desk, session, input)
  const { notDone } = meeting
  const isAgain = notDone !== null && mayBeHeldAfter(notDone.reason)
  if (isRecorded(meeting) && !isAgain)
    throw new DeskError('bad_input', 'This meeting is recorded already: change that record instead.')
  if (booking !== null) {
    if (!isCivilDate(booking.on)) refuse('on', 'The day must be a real date, like 27 3 2026')
    const limits = bookingLimitsOf(session.store, unit, one, meeting, {
      on: booking.on,
      attendees: booking.attendees,
      now: timeInLondon(desk.clock.now()),
    })
    const wrong = bookingMistakes(booking, limits)
    refuseMistakes(wrong)
    const doubts = bookingDoubts(booking, limits)
    if (doubts.length > 0 && reason === '') refuse('reason', `${doubts.join(' ')} Say why it is booked so.`)
  }
  if (meeting.booking !== null && reason === '' && isOtherTime(meeting.booking, booking))
    refuse('reason', booking === null ? 'Say why it is called off' : 'Say why it is moved')
  const body: Booking | null =
    booking === null ? null : { ...booking, place: booking.place.trim(), attendees: [...booking.attendees] }
  // With a reason, what speaks against the day is accepted as it stands now; what comes later is said anew.
  const accepted =
    booking === null || reason === ''
      ? []
      : againstBooking(one.planned, meeting, booking, rosterOf(session.store)).map(({ key }) => key)
  await session.store.write((db) => {
    const standing = standingAsSeen(db, { personId, task, seen })
    if (body === null && recordedOf(standing).booking === null)
      throw new DeskError('bad_input', 'Nothing is booked, so there is nothing to cancel.')
    saveTask(
      db,
      { userId: session.user.id },
      {
        at: desk.clock.now().toISOString(),
        personId,
        task,
        doneOn: null,
        note: reason,
        body:
          body === null
            ? null
            : {
                reference: '',
                notDone: null,
                booking: body,
                ...(accepted.length === 0 ? {} : { accepted }),
              },
      },
    )
  })
}

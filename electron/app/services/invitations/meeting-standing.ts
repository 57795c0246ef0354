import { tasksOf } from '../../../../db/repositories/tasks.ts'
import type { ReadDb, TaskRecord } from '../../../../db/types.ts'
import type { InvitationKind } from '../../../../domain/invitations/invitation.ts'
import {
  changesSinceBooked,
  nextSequence,
  OFF,
  toldOf,
  type Told,
} from '../../../../domain/invitations/sequence.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Booking } from '../../../../domain/meetings/booking.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { recordedOf, taskTitle } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { givenOut, type GivenOut } from './invitation-settings.ts'

/** One meeting as far as a diary is concerned. */
export interface MeetingStanding {
  task: string
  title: string
  /** The booking that stands and can still be held; null otherwise. */
  booking: Booking | null
  /** What is recorded, and where that is in the log; null where nothing is. */
  seq: number | null
  /** Why no invitation can go out; empty where one can. */
  whyNot: string
  isHeld: boolean
  /** `In hospital since 3 November 2026`; null for who is here. */
  away: string | null
  /** How often what a diary is told changed since the first booking. */
  changes: number
  given: GivenOut | null
}

/** What one record of a meeting says to a diary; null where it says nothing. */
function saidOf(record: TaskRecord): Told | null {
  const { doneOn, booking } = recordedOf(record)
  if (doneOn !== null) return null
  return booking === null ? OFF : toldOf(booking)
}

/** `Died on 3 November 2026`; null for who is here or away for a while. */
function goneOf({ planned: { presence } }: UnitCase): string | null {
  const { state, movement } = presence
  return state === 'left' && movement !== null
    ? `${MOVEMENT_WORDS[movement.kind]} on ${formatDate(movement.on)}`
    : null
}

function awayOf({ planned: { presence } }: UnitCase): string | null {
  const { state, movement } = presence
  return state === 'away' && movement !== null
    ? `${MOVEMENT_WORDS[movement.kind]} since ${formatDate(movement.on)}`
    : null
}

/** One meeting of a case as it stands now. `records` are all records of that person, oldest first, where they are known. */
export function standingOf(
  db: ReadDb,
  one: UnitCase,
  task: string,
  today: CivilDate,
  records: readonly TaskRecord[] = tasksOf(db, one.personId),
): MeetingStanding {
  const own = records.filter((record) => record.task === task)
  const standing = own.at(-1)
  const { booking, doneOn } = recordedOf(standing)
  const gone = goneOf(one)
  const whyNot =
    doneOn !== null
      ? `The meeting was held on ${formatDate(doneOn)}, so there is nothing to send.`
      : booking === null
        ? 'Nothing is booked.'
        : gone !== null
          ? `${gone}: no invitation goes out.`
          : booking.on < today
            ? `The meeting was booked for ${formatDate(booking.on)}, which has passed: record it as held, or book it again.`
            : ''
  return {
    task,
    title: taskTitle(task),
    booking: whyNot === '' && booking !== null ? { ...plain(booking) } : null,
    seq: standing?.seq ?? null,
    whyNot,
    isHeld: doneOn !== null,
    away: awayOf(one),
    changes: changesSinceBooked(own.map(saidOf)),
    given: givenOut(db, one.personId, task),
  }
}

const plain = ({ on, from, to, mode, place, attendees }: Booking): Booking => ({
  on,
  from,
  to,
  mode,
  place,
  attendees,
})

/** What a diary is to be told of a meeting now. */
export interface Telling {
  kind: InvitationKind
  sequence: number
  told: Told
  booking: Booking
}

/**
 * What is to be sent about a meeting: an invitation, an update where another went out, a cancellation where one went out and
 * the meeting is off with its day still ahead. Null where there is nothing. `cancel` calls off what stands, for somebody away.
 */
export function tellingOf(standing: MeetingStanding, today: CivilDate, cancel: boolean): Telling | null {
  const { booking, changes, given, isHeld } = standing
  const sent = given?.sent ?? null
  const isOut = sent !== null && sent.kind !== 'cancellation'
  if (booking !== null && !(cancel && sent !== null)) {
    const told = toldOf(booking)
    const sequence = nextSequence(told, changes, given)
    const isAgain = sent !== null && sent.told === told && sent.sequence === sequence
    const kind = isAgain ? sent.kind : isOut ? 'update' : 'request'
    return { kind, sequence, told, booking }
  }
  if (given === null || sent === null || sent.booking.on < today || isHeld) return null
  return {
    kind: 'cancellation',
    sequence: nextSequence(OFF, changes, given),
    told: OFF,
    booking: sent.booking,
  }
}

import type { Store } from '../../../../db/types.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { bookingInWords, type Booking } from '../../../../domain/meetings/booking.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { isRecorded } from '../caseload/tasks.ts'
import type { DroppedBooking, UnitCase } from '../caseload/unit-view.ts'
import { invitationsOf } from '../invitations/invitations-of.ts'
import { compareText } from '../../../../domain/text/compare-text.ts'

type CalledOff = OutputOf<'today.show'>['calledOff'][number]

/** A departure is said for this long after somebody recorded it: then whoever was invited knows. */
const SAID_DAYS = 7

/** The day a departure came to be known: of one recorded late the POM hears late. */
function knownOn({ planned: { presence, decisions } }: UnitCase): CivilDate | null {
  if (presence.state !== 'left' || presence.movement === null) return null
  const { on } = presence.movement
  const recorded = decisions
    .filter(({ kind }) => kind === 'movement')
    .map(({ at }) => dayInLondon(new Date(at)))
    .sort()
    .at(-1)
  return recorded === undefined || recorded < on ? on : recorded
}

function whyLeft({ planned: { presence } }: UnitCase): string {
  const { movement } = presence
  if (movement === null) return ''
  const { kind, on, where } = movement
  return `${MOVEMENT_WORDS[kind]}${where === '' ? '' : `, ${where}`}, on ${formatDate(on)}`
}

/** Bookings ahead of somebody who left; none once they have been gone for so long. */
function leftBehind(one: UnitCase, today: CivilDate): DroppedBooking[] {
  const ahead = [...one.dropped]
  for (const { task, title, booking, doneOn, notDone } of one.tasks)
    if (booking !== null && booking.on >= today && !isRecorded({ doneOn, notDone }))
      ahead.push({ task, title, booking })
  // Most who ever left had nothing booked: of them nothing more is asked.
  const known = ahead.length === 0 ? null : knownOn(one)
  return known === null || today > addDays(known, SAID_DAYS) ? [] : ahead
}

/** Whether everybody invited was told from here already. */
function isTold(store: Store, one: UnitCase, task: string, today: CivilDate): boolean {
  const offer = invitationsOf(store, one, today).find((known) => known.task === task)
  return offer === undefined ? false : offer.sent?.kind === 'cancellation' && offer.same
}

/**
 * Meetings booked for a day ahead that nobody will come to: the person left or died within the last week, or the dates moved and
 * the case asks for the meeting no longer. Such a person is in no list, and those invited have the day in their diaries still.
 */
export function calledOffOf(store: Store, cases: readonly UnitCase[], today: CivilDate): CalledOff[] {
  const found: { row: CalledOff; on: Booking['on'] }[] = []
  for (const one of cases) {
    const isGone = one.planned.presence.state === 'left'
    for (const { task, title, booking } of isGone ? leftBehind(one, today) : one.dropped) {
      if (isTold(store, one, task, today)) continue
      const { personId, name, prisonNumber } = one
      found.push({
        on: booking.on,
        row: {
          personId,
          name,
          prisonNumber,
          title,
          words: bookingInWords(booking),
          why: isGone ? whyLeft(one) : `The case asks for no ${midSentence(title)} any more`,
          pom: one.planned.person.record.pom_name ?? null,
        },
      })
    }
  }
  return found
    .sort((a, b) => compareText(a.on, b.on) || compareText(a.row.name, b.row.name))
    .map(({ row }) => row)
}

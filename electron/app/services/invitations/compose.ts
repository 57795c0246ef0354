import {
  detailsOf,
  locationOf,
  messageOf,
  subjectOf,
  summaryOf,
  type InvitationFacts,
} from '../../../../domain/invitations/invitation.ts'
import type { Session } from '../../context.ts'
import type { IcsMethod, MeetingEvent, Party } from '../../documents/invitation-ics.ts'
import { caseReference } from '../caseload/case-reference.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import type { Telling } from './meeting-standing.ts'

/** The same for a meeting in every file, the all-day calendar too (`services/diary/ics-events.ts`), whatever day it is on. */
const meetingUid = (personId: string, task: string): string => `${personId}-${task}@handover-desk`

/** An invitation has somebody who asks and somebody who is asked; anything else is a file to put into a diary. */
export function methodOf({ kind }: Telling, organizer: Party | null, attendees: readonly Party[]): IcsMethod {
  if (organizer === null || attendees.length === 0) return 'PUBLISH'
  return kind === 'cancellation' ? 'CANCEL' : 'REQUEST'
}

export function factsOf(
  { store, user }: Session,
  one: UnitCase,
  title: string,
  { kind, booking }: Telling,
  names: boolean,
): InvitationFacts {
  const { personId, name, prisonNumber } = one
  return {
    kind,
    title,
    booking,
    reference: caseReference(personId),
    who: names ? { name, prisonNumber, establishment: store.establishment.name, from: user.name } : null,
  }
}

export const wordsOf = (facts: InvitationFacts): { subject: string; text: string } => ({
  subject: subjectOf(facts),
  text: messageOf(facts),
})

/** One meeting for a calendar file. Names of organiser and attendees are written only where names are asked for. */
export function eventOf(
  { personId }: UnitCase,
  task: string,
  { kind, sequence, booking }: Telling,
  facts: InvitationFacts,
  { organizer, attendees }: { organizer: Party | null; attendees: readonly Party[] },
): MeetingEvent {
  const shown = ({ name, email }: Party): Party => ({ name: facts.who === null ? null : name, email })
  return {
    uid: meetingUid(personId, task),
    sequence,
    on: booking.on,
    from: booking.from,
    to: booking.to,
    summary: summaryOf(facts),
    location: locationOf(facts),
    description: detailsOf(facts),
    off: kind === 'cancellation',
    organizer: organizer === null ? null : shown(organizer),
    attendees: attendees.map(shown),
  }
}

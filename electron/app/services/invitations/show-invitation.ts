import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { attendeeKey } from '../../../../domain/invitations/attendee.ts'
import { oddTime } from '../../../../domain/invitations/clock-change.ts'
import type { Desk, Session } from '../../context.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { addressBook, organizerOf, type Organizer } from './addresses.ts'
import { factsOf, methodOf, wordsOf } from './compose.ts'
import type { Sent } from './invitation-settings.ts'
import { standingOf, tellingOf, type MeetingStanding, type Telling } from './meeting-standing.ts'

type Input = Pick<ParsedInputOf<'invitations.show'>, 'personId' | 'task' | 'cancel'>
type Shown = OutputOf<'invitations.show'>
export type Attendee = Shown['attendees'][number]

/** One meeting with all an invitation of it rests on. */
export interface Invited {
  one: UnitCase
  standing: MeetingStanding
  telling: Telling | null
  attendees: Attendee[]
  organizer: Organizer | null
  sent: Sent | null
  mayCancel: boolean
}

/** Throws `not_found` for a person who is not in the store. Somebody who died or left is not refused: what went out is called off. */
export function invitedOf(desk: Desk, session: Session, { personId, task, cancel }: Input): Invited {
  const { store } = session
  const unit = unitOf(desk.planning, store, desk.clock.today())
  const one = unit.byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  const standing = standingOf(store.read, one, task, unit.today)
  const sent = standing.given?.sent ?? null
  const mayCancel = standing.booking !== null && standing.away !== null && sent !== null
  const telling = tellingOf(standing, unit.today, cancel && mayCancel)
  const find = addressBook(store, one)
  return {
    one,
    standing,
    telling,
    attendees: telling === null ? [] : attendeesOf(one, telling, sent, find),
    organizer: organizerOf(session, one, find, sent),
    sent,
    mayCancel,
  }
}

/** Those of the booking; a cancellation goes to those to whom the last went, and to nobody else. */
function attendeesOf(
  one: UnitCase,
  { kind, booking }: Telling,
  sent: Sent | null,
  find: ReturnType<typeof addressBook>,
): Attendee[] {
  if (kind === 'cancellation' && sent !== null)
    return sent.to.map(({ name, email }) => ({ who: name ?? email, email, from: 'typed', inCustody: false }))
  return booking.attendees.map((who) => {
    const inCustody = who === one.name
    const known = inCustody ? null : find(who)
    return { who, email: known?.email ?? null, from: known?.from ?? null, inCustody }
  })
}

/** Those to whom the last went and who take part no longer. */
function dropped({ telling, sent }: Invited): string[] {
  if (telling === null || sent === null || telling.kind === 'cancellation') return []
  const taking = new Set(telling.booking.attendees.map(attendeeKey))
  return sent.to.flatMap(({ name }) => (name !== null && !taking.has(attendeeKey(name)) ? [name] : []))
}

function warningsOf(invited: Invited, user: string): string[] {
  const { telling, standing, organizer, attendees } = invited
  if (telling === null) return []
  const { kind, booking } = telling
  const isOff = kind === 'cancellation'
  const warnings: string[] = []
  if (isOff && standing.whyNot !== '') warnings.push(standing.whyNot)
  if (standing.away !== null)
    warnings.push(`${standing.away}: the meeting has to be arranged there, or called off.`)
  for (const odd of [oddTime(booking.on, booking.from), oddTime(booking.on, booking.to)])
    if (odd !== null) warnings.push(odd)
  if (organizer === null)
    warnings.push(
      'No address of yours or of the POM is known, so this is a file to put into a diary, not an invitation to answer. With your own address it becomes one.',
    )
  if (organizer?.from === 'pom' || (organizer?.from === 'first' && organizer.name !== user))
    warnings.push(
      `It goes out in the name of ${organizer.name}, and has to be sent from ${organizer.email}: other programs may take it for somebody else’s.`,
    )
  for (const { who, email, inCustody } of attendees)
    if (email === null && !inCustody)
      warnings.push(`No address is known of ${who}: enter one, or tell them yourself.`)
  for (const who of dropped(invited))
    warnings.push(`${who} was invited before and takes part no longer: tell them yourself.`)
  return warnings
}

/** What would go out about one meeting, and what to know before it does. */
export function showInvitation(
  desk: Desk,
  session: Session,
  { names, ...input }: ParsedInputOf<'invitations.show'>,
): Shown {
  const invited = invitedOf(desk, session, input)
  const { one, standing, telling, attendees, organizer, sent, mayCancel } = invited
  const to = attendees.flatMap(({ email }) =>
    email === null || email === organizer?.email ? [] : [{ name: null, email }],
  )
  const words =
    telling === null
      ? { subject: '', text: '' }
      : wordsOf(factsOf(session, one, standing.title, telling, names))
  return {
    title: standing.title,
    kind: telling?.kind ?? 'nothing',
    method: telling === null ? null : methodOf(telling, organizer, to),
    sequence: telling?.sequence ?? null,
    seen: standing.seq,
    ...words,
    attendees,
    organizer,
    you: session.user.name,
    sent:
      sent === null
        ? null
        : { kind: sent.kind, at: sent.at, by: sent.by, same: sent.sequence === telling?.sequence },
    mayCancel,
    whyNot: telling === null ? whyNothing(standing) : '',
    warnings: warningsOf(invited, session.user.name),
  }
}

function whyNothing({ whyNot, isHeld, given }: MeetingStanding): string {
  if (isHeld) return whyNot
  return given?.sent == null
    ? `${whyNot} No invitation went out, so there is nothing to call off.`
    : `${whyNot} Its day has passed, so there is nothing to call off.`
}

import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { attendeeKey } from '../../../../domain/invitations/attendee.ts'
import { KIND_WORDS } from '../../../../domain/invitations/invitation.ts'
import type { Desk, Session } from '../../context.ts'
import { emlMessage, isEmailAddress } from '../../documents/eml.ts'
import { invitationIcs, type Party } from '../../documents/invitation-ics.ts'
import { caseReference } from '../caseload/case-reference.ts'
import { standingAsSeen } from '../meetings/as-seen.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { eventOf, factsOf, methodOf, wordsOf } from './compose.ts'
import { givenOut, typedAddresses, writeAddresses, writeGivenOut, type Sent } from './invitation-settings.ts'
import type { Telling } from './meeting-standing.ts'
import { invitedOf, type Invited } from './show-invitation.ts'

type Input = ParsedInputOf<'invitations.save'>

const NO_ADDRESS = 'Enter one email address, like name@example.gov.uk, or leave it empty'

/** Those it is sent to. Throws `bad_input` at each address that is none, and for somebody the meeting does not name. */
function recipientsIn({ addresses, ownAddress }: Input, { attendees }: Invited): Party[] {
  const wrong: Record<string, string> = {}
  const invited = attendees.filter(({ inCustody }) => !inCustody).map(({ who }) => who)
  const to: Party[] = []
  for (const { who, email: typed } of addresses) {
    const email = typed.trim()
    if (email === '') continue
    if (!invited.includes(who))
      throw new DeskError('bad_input', `${who} does not take part in this meeting by now. Look at it again.`)
    if (!isEmailAddress(email)) wrong[`to-${invited.indexOf(who)}`] = NO_ADDRESS
    to.push({ name: who, email })
  }
  if (ownAddress.trim() !== '' && !isEmailAddress(ownAddress.trim())) wrong['own'] = NO_ADDRESS
  refuseMistakes(wrong)
  return to
}

/** What was typed and is not known from elsewhere, by name: the next invitation knows it. */
function newlyTyped(
  { ownAddress }: Input,
  { attendees, organizer, telling }: Invited,
  to: readonly Party[],
  user: string,
): Record<string, string> {
  const typed: Record<string, string> = {}
  // A cancellation goes to the addresses of the invitation: nothing is learned from it.
  if (telling?.kind === 'cancellation') return typed
  const known = new Map(attendees.map(({ who, email }) => [who, email]))
  for (const { name, email } of to)
    if (name !== null && known.get(name) !== email) typed[attendeeKey(name)] = email
  const own = ownAddress.trim()
  if (own !== '' && own !== organizer?.email) typed[attendeeKey(user)] = own
  return typed
}

/** `update-4C0D-95F2-2026-11-26.ics`: a case reference, never a person. */
const fileName = ({ one }: Invited, { kind, booking }: Telling, format: Input['format']): string =>
  `${KIND_WORDS[kind]}-${caseReference(one.personId)}-${booking.on}.${format}`

/**
 * Saves what is to go out about one meeting, and keeps that it did. Throws `not_allowed` where exports are off, `bad_input` at
 * an address that is none or where there is nothing to send, `conflict` where the meeting was moved or recorded meanwhile.
 */
export async function saveInvitation(
  desk: Desk,
  session: Session,
  input: Input,
): Promise<OutputOf<'invitations.save'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const { store, user } = session
  const invited = invitedOf(desk, session, input)
  standingAsSeen(store.read, input)
  const { one, standing, telling } = invited
  if (telling === null) throw new DeskError('bad_input', `${standing.whyNot} There is nothing to send.`)
  const to = recipientsIn(input, invited)
  const own = input.ownAddress.trim()
  const organizer: Party | null =
    own === '' || invited.organizer?.from === 'first' ? invited.organizer : { name: user.name, email: own }
  // Whoever asks is not asked as well.
  const attendees = to.filter(({ email }) => email !== organizer?.email)
  const method = methodOf(telling, organizer, attendees)
  const facts = factsOf(session, one, standing.title, telling, input.names)
  const now = desk.clock.now()
  const ics = invitationIcs([eventOf(one, input.task, telling, facts, { organizer, attendees })], {
    method,
    now,
  })
  const bytes =
    input.format === 'ics'
      ? new TextEncoder().encode(ics)
      : emlMessage(
          { to: attendees.map(({ email }) => email), ...wordsOf(facts), calendar: { ics, method } },
          now,
        )
  const file = await desk.host.dialogs.saveFile(bytes, {
    name: fileName(invited, telling, input.format),
    kind:
      input.format === 'ics'
        ? { name: 'Calendar', extensions: ['ics'] }
        : { name: 'E-mail message', extensions: ['eml'] },
  })
  const { kind, sequence, told, booking } = telling
  if (file !== null) {
    const at = desk.clock.now().toISOString()
    const party = organizer === null ? null : { name: organizer.name, email: organizer.email }
    const sent: Sent = {
      kind,
      method,
      sequence,
      told,
      booking,
      to: attendees,
      organizer: party,
      at,
      by: user.name,
    }
    const typed = newlyTyped(input, invited, to, user.name)
    await store.write((db) => {
      const write = { db, actor: { userId: user.id }, at }
      const before = givenOut(db, one.personId, input.task)
      // Somebody may have given out a higher number while the file was being saved: theirs stays the last.
      const last = before !== null && before.sequence > sequence ? before : { sequence, told, booking }
      writeGivenOut(write, one.personId, input.task, { ...last, sent })
      if (Object.keys(typed).length > 0) writeAddresses(write, { ...typedAddresses(db), ...typed })
    })
  }
  return { saved: file !== null, file, kind, method, sequence, to: attendees.length }
}

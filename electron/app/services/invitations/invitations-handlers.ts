import type { Desk, Handlers } from '../../context.ts'
import { saveBooked } from './save-booked.ts'
import { saveInvitation } from './save-invitation.ts'
import { showInvitation } from './show-invitation.ts'

type InvitationMethods = 'invitations.show' | 'invitations.save' | 'invitations.saveAll'

export function invitationsHandlers(desk: Desk): Pick<Handlers, InvitationMethods> {
  return {
    'invitations.show': async (input, { session }) => showInvitation(desk, session, input),
    'invitations.save': (input, { session }) => saveInvitation(desk, session, input),
    'invitations.saveAll': (input, { session }) => saveBooked(desk, session, input),
  }
}

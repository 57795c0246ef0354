import { z } from 'zod'
import { INVITATION_KINDS } from '../invitations/invitation.ts'
import { mandated } from './meetings.ts'
import { method } from './method.ts'
import { civilDate, id, scope } from './schemas.ts'

const writers = ['head_of_omu', 'pom', 'case_administrator'] as const
const icsMethod = z.enum(['REQUEST', 'CANCEL', 'PUBLISH'])
/** Longer than an address may be, so that one that is too long is said at its field. */
const email = z.string().max(400)

export const invitations = {
  'invitations.show': method({
    input: z.strictObject({
      personId: id,
      task: mandated,
      names: z.boolean(),
      /** Calls it off though it stands: for somebody who is away. */
      cancel: z.boolean(),
    }),
    output: z.strictObject({
      title: z.string(),
      kind: z.enum([...INVITATION_KINDS, 'nothing']),
      /** What it would go out as, with the addresses known by now; null where there is nothing to send. */
      method: icsMethod.nullable(),
      sequence: z.number().int().nullable(),
      /** The record of the meeting this rests on; given back when it is saved. */
      seen: z.number().int().nullable(),
      subject: z.string(),
      text: z.string(),
      attendees: z.array(
        z.strictObject({
          /** As the booking names them. */
          who: z.string(),
          email: z.string().nullable(),
          /** Typed for an earlier invitation, of the staff record, or of the case. */
          from: z.enum(['typed', 'staff', 'case']).nullable(),
          /** The person in custody, whom nothing is sent to. */
          inCustody: z.boolean(),
        }),
      ),
      /** In whose name it goes out; null where no address is known. */
      organizer: z
        .strictObject({ name: z.string(), email: z.string(), from: z.enum(['you', 'pom', 'first']) })
        .nullable(),
      /** The signed-in user, as an organiser would be named. */
      you: z.string(),
      /** What went out last; null where nothing did. `same`: this would be the same again. */
      sent: z
        .strictObject({ kind: z.enum(INVITATION_KINDS), at: z.string(), by: z.string(), same: z.boolean() })
        .nullable(),
      mayCancel: z.boolean(),
      /** Why there is nothing to send; empty otherwise. */
      whyNot: z.string(),
      warnings: z.array(z.string()),
    }),
    roles: writers,
    personal: true,
    audit: null,
    changes: [],
    about:
      'What would go out about one booked meeting: invitation, update, cancellation or nothing, to whom, and in which words.',
  }),
  'invitations.save': method({
    input: z.strictObject({
      personId: id,
      task: mandated,
      format: z.enum(['ics', 'eml']),
      names: z.boolean(),
      cancel: z.boolean(),
      /** Those it is sent to, as the booking names them. Who is left out or has an empty address gets none. */
      addresses: z.array(z.strictObject({ who: z.string().max(120), email })).max(12),
      /** The signed-in user’s own address; empty where it was not asked for. */
      ownAddress: email,
      seen: z.number().int().nullable(),
    }),
    output: z.strictObject({
      saved: z.boolean(),
      file: z.string().nullable(),
      kind: z.enum(INVITATION_KINDS),
      method: icsMethod,
      sequence: z.number().int(),
      to: z.number().int(),
    }),
    roles: writers,
    personal: true,
    audit: 'saved an invitation',
    changes: ['tasks'],
    about:
      'Saves the invitation, update or cancellation of one meeting as a calendar file or as an e-mail a mail program opens as a draft, and keeps what went out.',
  }),
  'invitations.saveAll': method({
    input: z.strictObject({
      scope,
      /** Only meetings of cases of this POM; null for every one of the scope. */
      pom: z.string().max(120).nullable(),
      names: z.boolean(),
    }),
    output: z.strictObject({
      saved: z.boolean(),
      file: z.string().nullable(),
      booked: z.number().int(),
      off: z.number().int(),
      /** The day of the first and the last; null where there are none. */
      first: civilDate.nullable(),
      last: civilDate.nullable(),
    }),
    roles: writers,
    personal: true,
    audit: 'saved a calendar file of booked meetings',
    changes: ['tasks'],
    about:
      'Saves one calendar file of every booked meeting, and of those called off since one was given out, for a diary of one’s own.',
  }),
}

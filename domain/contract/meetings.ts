import { z } from 'zod'
import { NOTE_SYSTEMS } from '../case-notes/case-note.ts'
import { INVITATION_KINDS } from '../invitations/invitation.ts'
import { MEETING_MODES } from '../meetings/booking.ts'
import { CONTACT_MODES } from '../meetings/contact.ts'
import { ROLES } from '../model/role.ts'
import { meetingState } from './caseload.ts'
import { booking, heldMeeting, nextStep } from './dated-work.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, scope, tag } from './schemas.ts'

const writers = ['head_of_omu', 'pom', 'case_administrator'] as const

/** Lists of meetings by what is to be done about them. */
export const MEETING_LISTS = ['to_book', 'booked', 'to_record', 'missed', 'held'] as const

const contact = {
  on: civilDate,
  mode: z.enum(CONTACT_MODES),
  with: z.string().max(120),
  minutes: z.number().int().min(1).max(600).nullable(),
  about: z.string().max(20_000),
  nextSteps: z.array(nextStep).max(10),
}

/** What it is recorded under, the record that stands, and who made it. */
const standing = { subject: id, recordId: id, by: z.string(), at: z.string() }

const step = {
  ...nextStep.shape,
  /** When it was done, who said so and how; null while it is open. */
  done: z.strictObject({ on: civilDate, by: z.string(), note: z.string() }).nullable(),
}

const entered = z.record(z.enum(NOTE_SYSTEMS), civilDate.nullable())

const note = z.strictObject({
  /** What it is of: a task, a contact, a decision. */
  subject: z.string(),
  of: z.string(),
  title: z.string(),
  on: civilDate,
  by: z.string(),
  /** One part for each note that has to be entered. */
  parts: z.record(z.enum(NOTE_SYSTEMS), z.array(z.string())),
  /** What was put in other words or left out. */
  left: z.array(z.string()),
  /** `C202, prison liaison`; null where no national code is known. */
  code: z.string().nullable(),
  entered,
  /** The record was changed after its note was entered. */
  changed: z.boolean(),
})

/** The meetings that are booked and recorded here. */
export const mandated = z.enum(['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m'])

export const meetings = {
  'meetings.show': method({
    input: z.strictObject({ personId: id, task: mandated }),
    output: z.strictObject({
      title: z.string(),
      due: civilDate.nullable(),
      windowFrom: civilDate.nullable(),
      windowTo: civilDate.nullable(),
      latestWorkingDay: civilDate.nullable(),
      /** Working days inside the window on which the POM is at work, those with fewest meetings. */
      suggestions: z.array(civilDate),
      /** Why none is suggested, for where none is. */
      whyNone: z.string(),
      /** Who may take part, as they are named in a booking. */
      people: z.array(z.string()),
      modes: z.array(z.strictObject({ mode: z.enum(MEETING_MODES), words: z.string() })),
      /** The COM as attendees are named; null where none is known. */
      com: z.string().nullable(),
      /** The last contact with the community that was recorded, in words; null where none was. */
      lastContact: z.string().nullable(),
      /** What recording it as held does beside: ticks on the checklist, leaves to do, opens next. */
      saving: z.strictObject({
        ticks: z.array(z.string()),
        leaves: z.array(z.string()),
        opens: z.array(z.string()),
      }),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'What a booking of one mandated meeting goes by: its window and days, days to suggest, and who may take part.',
  }),
  'meetings.book': method({
    input: z.strictObject({
      personId: id,
      task: mandated,
      /** Null cancels what is booked. */
      booking: booking.nullable(),
      /** Needed where it is moved, cancelled, or out of the way. */
      reason: z.string().max(500),
      /** The record that stood when the form was opened; null for none. */
      seen: z.number().int().nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'booked a meeting',
    changes: ['tasks'],
    about:
      'Books a mandated meeting, moves it or cancels it. What real life allows out of the way is allowed with a reason; the former booking stays in the log.',
  }),
  'meetings.record': method({
    input: z.strictObject({
      personId: id,
      task: mandated,
      on: civilDate,
      /** Longer than is kept, so that what is too long is said at its field. */
      outcome: z.string().max(20_000),
      ...heldMeeting.shape,
      /** Where its case note was entered already. */
      entered: z.strictObject({ dps: z.boolean(), ndelius: z.boolean() }),
      /** The record that stood when the form was opened; null for none. */
      seen: z.number().int().nullable(),
    }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a meeting',
    changes: ['tasks', 'decisions'],
    about:
      'Records a mandated meeting as held: when, how, who attended, what it covered and what comes next. What is out of the way is asked a reason for; the former record stays in the log.',
  }),
  'meetings.list': method({
    input: z.strictObject({ scope, state: z.enum(MEETING_LISTS) }),
    output: z.strictObject({
      today: civilDate,
      counts: z.record(z.enum(MEETING_LISTS), z.number().int()),
      /** Next steps agreed and still open. */
      steps: z.number().int(),
      about: z.string(),
      rows: z.array(
        z.strictObject({
          ...personRef,
          task: mandated,
          title: z.string(),
          state: meetingState,
          /** The day it was held, is booked for or is due. */
          on: civilDate.nullable(),
          /** `2pm to 2:35pm, video`; empty where nothing is booked. */
          how: z.string(),
          due: civilDate.nullable(),
          windowFrom: civilDate.nullable(),
          windowTo: civilDate.nullable(),
          /** The day release is expected. */
          release: civilDate.nullable(),
          /** Why a booking has to be arranged anew: the end of a sentence; null where it may stay. */
          rearrange: z.string().nullable(),
          relative: z.string(),
          with: z.string(),
          pom: z.string().nullable(),
          tags: z.array(tag),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'The mandated meetings of the cases asked for, by what is to be done about them.',
  }),
  'meetings.steps': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({
      today: civilDate,
      /** Those still open, by the day they are wanted by. */
      rows: z.array(
        z.strictObject({
          ...personRef,
          ...nextStep.shape,
          /** The meeting or contact it was agreed at, as it is recorded under, and in words. */
          source: z.string(),
          title: z.string(),
          pom: z.string().nullable(),
          relative: z.string(),
          overdue: z.boolean(),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'Next steps agreed at meetings and contacts of the cases asked for that are still open, by day.',
  }),
  'meetings.log': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      contacts: z.array(z.strictObject({ ...contact, ...standing, words: z.string() })),
      steps: z.array(z.strictObject({ ...step, source: z.string(), title: z.string() })),
      notes: z.array(note),
      /** Meetings of which something is to go out, or went out and stands. */
      invitations: z.array(
        z.strictObject({
          task: mandated,
          title: z.string(),
          kind: z.enum(INVITATION_KINDS),
          /** `Thu 26 Nov 2026, 2pm to 2:35pm, video` */
          words: z.string(),
          sent: z.strictObject({ kind: z.enum(INVITATION_KINDS), at: z.string(), by: z.string() }).nullable(),
          /** What would go out is what went out last. */
          same: z.boolean(),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Contacts of one person with the community, next steps agreed, and the case notes of both and of decisions.',
  }),
}

export const contacts = {
  'contacts.save': method({
    input: z.strictObject({
      personId: id,
      /** Null records another one. */
      subject: id.nullable(),
      ...contact,
      entered: z.strictObject({ dps: z.boolean(), ndelius: z.boolean() }),
      /** The record the form was opened on; null for a new one. */
      seen: id.nullable(),
    }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a contact',
    changes: ['decisions'],
    about: 'Records a contact with the COM or another in the community, or changes the record.',
  }),
  'contacts.takeBack': method({
    input: z.strictObject({ personId: id, subject: id, seen: id }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'took a contact back',
    changes: ['decisions'],
    about: 'Takes a wrong record of a contact back; it stays in the timeline.',
  }),
  'contacts.stepDone': method({
    input: z.strictObject({
      personId: id,
      /** The meeting or contact it was agreed at, and what it is. */
      source: id,
      what: z.string().max(200),
      /** Null opens it again. */
      doneOn: civilDate.nullable(),
      note: z.string().max(500),
    }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a next step',
    changes: ['decisions'],
    about: 'Records a next step agreed at a meeting or contact as done, or opens it again.',
  }),
}

export const notes = {
  'notes.list': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({
      today: civilDate,
      /** Not yet entered where they have to be, oldest first. */
      rows: z.array(z.strictObject({ ...personRef, pom: z.string().nullable(), ...note.shape })),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'Case notes of meetings, contacts and decisions that are not yet entered in DPS or NDelius.',
  }),
  'notes.entered': method({
    input: z.strictObject({
      personId: id,
      subject: z.string().max(120),
      /** The record the note was of. */
      of: z.string().max(64),
      dps: civilDate.nullable(),
      ndelius: civilDate.nullable(),
    }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a case note as entered',
    changes: ['decisions'],
    about:
      'Records on which day a case note was entered in DPS and in NDelius, or that it was not after all.',
  }),
}

/** A form of the signed-in user, by name. */
const form = z.string().min(1).max(200)

export const drafts = {
  'drafts.list': method({
    input: nothing,
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({
          ...personRef,
          form: z.string(),
          /** `Record handover meeting` */
          title: z.string(),
          at: z.string(),
          /** The page and its question where it goes on. */
          to: z.string(),
        }),
      ),
    }),
    roles: writers,
    personal: true,
    audit: null,
    changes: [],
    about: 'Forms about people that the signed-in user began and did not save, newest first.',
  }),
  'drafts.show': method({
    input: z.strictObject({ form }),
    output: z.strictObject({ draft: z.strictObject({ at: z.string(), body: z.string() }).nullable() }),
    roles: writers,
    personal: true,
    audit: null,
    changes: [],
    about: 'What the signed-in user left in a form without saving it.',
  }),
  'drafts.keep': method({
    input: z.strictObject({
      form,
      /** JSON of whatever the form holds; null forgets it. */
      body: z.string().max(50_000).nullable(),
    }),
    output: z.strictObject({ at: z.string().nullable() }),
    roles: writers,
    personal: true,
    audit: null,
    changes: [],
    about: 'Keeps a form as it is, in the encrypted store, for the signed-in user alone, or forgets it.',
  }),
}

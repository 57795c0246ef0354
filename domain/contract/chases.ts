import { z } from 'zod'
import { ANSWER_MOST, CHASE_ABOUT } from '../chases/chase.ts'
import { method } from './method.ts'
import { ROLES } from '../model/role.ts'
import { civilDate, id, nothing, personRef, scope } from './schemas.ts'

const MAY_CHASE = ['head_of_omu', 'pom', 'case_administrator'] as const

const days = z.number().int()
const rung = z.strictObject({ days, who: z.string().max(200), copy: z.string().max(200) })
/** A delivery unit, team or region, by its name in one spelling. */
const placeKey = z.string().max(200)
const email = z.string().max(254)
const names = z.enum(['initials', 'names'])
const about = z.enum(CHASE_ABOUT)

const last = z
  .strictObject({
    /** What the record is known by, and the record itself: given back with an answer. */
    subject: z.string(),
    seen: id,
    to: z.string(),
    by: z.string(),
    sentOn: civilDate,
    answeredOn: civilDate.nullable(),
    answer: z.string(),
    /** The day by which an answer was promised; null where none was. */
    promisedOn: civilDate.nullable(),
  })
  .nullable()

/** The next step and its day, a working day where it lies ahead; null once the last has been sent, or where no day is known. */
const next = z.strictObject({ days, who: z.string(), on: civilDate }).nullable()

const ask = z.strictObject({
  ...personRef,
  about,
  due: civilDate.nullable(),
  days: days.nullable(),
  /** `No COM is named; handover was on 16 November 2026` */
  says: z.string(),
  short: z.string(),
  /** The step a message is due at today; null where none is. */
  rung: days.nullable(),
  /** The record that stands for that step, null for none: given back when it is sent. */
  seen: id.nullable(),
  next,
  last,
})

/** One case, with everything owed on it there in a few words. */
const owing = z.strictObject({
  ...personRef,
  /** `No COM; meeting missed` */
  what: z.string(),
  days: days.nullable(),
  /** The latest message about any of it, and the soonest step that comes next. */
  last,
  next,
})

const sentAsk = z.strictObject({ personId: id, about, due: civilDate, rung: days, seen: id.nullable() })
const answeredAsk = z.strictObject({ personId: id, subject: z.string().max(60), seen: id })

const message = {
  key: placeKey,
  place: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
}

export const chases = {
  'chases.show': method({
    input: z.strictObject({ scope, names }),
    output: z.strictObject({
      today: civilDate,
      ladder: z.array(rung),
      /** Messages due today, which the side navigation counts. */
      messages: z.number().int(),
      /** Whom a message is due on today, by the step it is due at: each person once at a step. */
      escalations: z.array(
        z.strictObject({ rung, rows: z.array(owing.extend({ key: placeKey, place: z.string() })) }),
      ),
      /** Everything owed, whether or not a message is due, by who owes it; the longest first. */
      owes: z.array(
        z.strictObject({
          kind: z.enum(['place', 'com']),
          key: z.string(),
          name: z.string(),
          /** Where a COM works; empty for a place. */
          of: z.string(),
          asks: z.number().int(),
          /** Days since the oldest was due; null where no day is known of any. */
          longest: days.nullable(),
          lastAsked: civilDate.nullable(),
          /** The place its message goes to. */
          placeKey,
          people: z.array(owing),
        }),
      ),
      /** People of whom no probation team is known, on whom something is owed or whose handover is near: nobody can be asked. */
      teamToFind: z.array(owing),
      /** One message for each place a message is due to. */
      drafts: z.array(
        z.strictObject({
          ...message,
          /** `Head of the LDU, copy to Regional lead` */
          toWords: z.string(),
          /** The days of the steps its cases have reached. */
          rungs: z.array(days),
          /** The same, with whom each goes to and about how many people. */
          steps: z.array(z.strictObject({ days, toWords: z.string(), people: z.number().int() })),
          due: z.array(ask),
          /** How many things are owed there besides, with no message due today; the text names them. */
          open: z.number().int(),
        }),
      ),
      /** What was asked about and is still owed, answered or not, by place: an answer is recorded against these. */
      asked: z.array(z.strictObject({ key: placeKey, place: z.string(), rows: z.array(ask) })),
      /** Of the whole unit, whatever the scope: one list for each place. */
      monthly: z.strictObject({
        dueOn: civilDate,
        until: civilDate,
        lists: z.array(
          z.strictObject({
            key: placeKey,
            place: z.string(),
            people: z.number().int(),
            unnamed: z.number().int(),
            isDue: z.boolean(),
            sentOn: civilDate.nullable(),
            sentBy: z.string().nullable(),
          }),
        ),
      }),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'What probation owes an answer on: escalations due today, who owes it and for how long, one message for each delivery unit, and the monthly lists.',
  }),
  'chases.draft': method({
    input: z.strictObject({
      scope,
      names,
      kind: z.enum(['chase', 'monthly']),
      keys: z.array(placeKey.min(1)).min(1).max(200),
    }),
    output: z.strictObject({ saved: z.boolean(), messages: z.number().int(), file: z.string().nullable() }),
    roles: MAY_CHASE,
    personal: true,
    audit: 'saved chase messages',
    changes: [],
    about:
      'Saves messages as email files a mail program opens as drafts: one file, or one each into a folder. Nothing is recorded as sent.',
  }),
  'chases.sent': method({
    input: z.strictObject({ key: placeKey, sentOn: civilDate, asks: z.array(sentAsk).min(1).max(500) }),
    output: nothing,
    roles: MAY_CHASE,
    personal: true,
    audit: 'recorded a chase as sent',
    changes: ['decisions'],
    about:
      'Records that one message was sent, for every case in it, or for none. Refused where somebody recorded it meanwhile or an answer is no longer owed.',
  }),
  'chases.answered': method({
    input: z.strictObject({
      answeredOn: civilDate,
      answer: z.string().trim().min(1).max(ANSWER_MOST),
      /** The day by which they said they would answer, today or later. */
      promisedOn: civilDate.nullable().default(null),
      asks: z.array(answeredAsk).min(1).max(500),
    }),
    output: nothing,
    roles: MAY_CHASE,
    personal: true,
    audit: 'recorded the answer to a chase',
    changes: ['decisions'],
    about:
      'Records the answer to messages that were sent, with its day and the day promised with it, before which nothing more is due.',
  }),
  'chases.takeBack': method({
    input: z.strictObject({ asks: z.array(answeredAsk).min(1).max(500) }),
    output: nothing,
    roles: MAY_CHASE,
    personal: true,
    audit: 'took back a record of a chase',
    changes: ['decisions'],
    about: 'Takes back records of messages that were not sent after all. The former stay in the log.',
  }),
  'chases.monthlySent': method({
    input: z.strictObject({
      sentOn: civilDate,
      /** Each with the day its list was last sent, as shown. */
      lists: z
        .array(z.strictObject({ key: placeKey.min(1), seen: civilDate.nullable() }))
        .min(1)
        .max(200),
    }),
    output: nothing,
    roles: MAY_CHASE,
    personal: false,
    audit: 'recorded monthly lists as sent',
    changes: ['decisions'],
    about: 'Records that the monthly lists of these places were sent: all of them or none.',
  }),
  'chases.ladder': method({
    input: nothing,
    output: z.strictObject({
      rungs: z.array(rung),
      /** Who said so; null while the usual ladder holds. */
      by: z.string().nullable(),
      /** What stood when the form was opened. */
      seen: z.string().nullable(),
      places: z.array(
        z.strictObject({
          key: placeKey,
          name: z.string(),
          people: z.number().int(),
          /** As the lists from Delius give it. */
          listed: z.string().nullable(),
          emails: z.array(z.strictObject({ days, to: email, cc: email })),
          seen: z.string().nullable(),
        }),
      ),
    }),
    roles: ROLES,
    personal: false,
    audit: null,
    changes: [],
    about: 'The escalation ladder of the establishment, and the addresses of each delivery unit.',
  }),
  'chases.saveLadder': method({
    input: z.strictObject({ rungs: z.array(rung).max(20), seen: z.string().nullable() }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'changed the escalation ladder',
    changes: ['decisions', 'session'],
    about: 'Sets the escalation ladder: after how many days, whom to ask, and who is sent a copy.',
  }),
  'chases.saveAddresses': method({
    input: z.strictObject({
      key: placeKey,
      emails: z.array(z.strictObject({ days, to: email, cc: email })).max(20),
      seen: z.string().nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu', 'case_administrator'],
    personal: false,
    audit: 'changed the addresses of a delivery unit',
    changes: ['decisions'],
    about:
      'Sets to which address of one delivery unit each step of the ladder goes. Empty ones go to the listed address.',
  }),
}

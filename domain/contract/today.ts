import { z } from 'zod'
import { HANDOVER_TABS } from '../model/handover-tab.ts'
import { ROLES } from '../model/role.ts'
import { planChange } from './changes.ts'
import { method } from './method.ts'
import { civilDate, nothing, personRef, scope, tag } from './schemas.ts'

const workItem = z.strictObject({
  ...personRef,
  kind: z.enum(['release_before_handover', 'com_overdue', 'meeting', 'handover', 'task', 'step', 'flag']),
  /** What has to happen, one sentence. */
  what: z.string(),
  /** Why it is in this place. */
  why: z.string(),
  due: civilDate.nullable(),
  days: z.number().int().nullable(),
  tags: z.array(tag),
  pom: z.string().nullable(),
  /** `2pm`, where it has a time of day; empty otherwise. */
  time: z.string(),
  /** The meeting it is, and whether it is to be booked or recorded; null where it is none. */
  meeting: z.strictObject({ task: z.string(), act: z.enum(['book', 'record']) }).nullable(),
  /** Who owes an answer on the case and for how long: `Leeds, 7 days`; null where nobody does. */
  owes: z
    .strictObject({
      who: z.string(),
      days: z.number().int().nullable(),
      asked: civilDate.nullable(),
      /** When the last message was answered, the answer leaving it owed. */
      answered: civilDate.nullable(),
    })
    .nullable(),
})

/** Something somebody else owes on a case. */
const waiting = z.strictObject({
  ...personRef,
  what: z.string(),
  who: z.string(),
  /** Days since it was due; null where it is not yet, or no day is known. */
  days: z.number().int().nullable(),
  asked: civilDate.nullable(),
  answered: civilDate.nullable(),
  /** Where it is dealt with: the chases, the next steps of the case, or the case itself while its day is still ahead. */
  kind: z.enum(['chase', 'step', 'coming']),
})

export const today = {
  'today.show': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({
      today: civilDate,
      cases: z.number().int(),
      /** Each is a link to a Handovers tab. */
      counts: z.array(
        z.strictObject({
          tab: z.enum(HANDOVER_TABS),
          label: z.string(),
          count: z.number().int(),
          detail: z.string(),
        }),
      ),
      /** In one order of worry. `first` are the first three; the rest stand under what is overdue, due and coming. */
      first: z.array(workItem),
      needing: z.number().int(),
      overdue: z.array(workItem),
      overdueTotal: z.number().int(),
      /** How many of the first three are overdue: they stand there and not again below. */
      overdueAbove: z.number().int(),
      /** Today and the six days after it, in date order. */
      week: z.array(workItem),
      /** The four weeks after that. */
      coming: z.array(workItem),
      comingTotal: z.number().int(),
      /** Meetings booked for a day ahead that nobody will come to: the person left, or the case asks for it no longer. */
      calledOff: z.array(
        z.strictObject({
          ...personRef,
          title: z.string(),
          /** `Wed 25 Nov 2026, 2pm to 2:35pm, video` */
          words: z.string(),
          /** `Transferred out, HMP Hull, on 22 November 2026` */
          why: z.string(),
          pom: z.string().nullable(),
        }),
      ),
      /** Plans that changed of late, newest first, at most three; and how many in four weeks. */
      moved: z.array(planChange),
      movedTotal: z.number().int(),
      /** How many of those changed since the last working day, that day included: over night, or over a weekend. */
      overnight: z.number().int(),
      since: civilDate,
      /** What others owe on these cases, the longest wait first. */
      waiting: z.array(waiting),
      waitingTotal: z.number().int(),
      /** Messages due today, by the step of the escalation ladder. */
      escalations: z.array(
        z.strictObject({
          days: z.number().int(),
          who: z.string(),
          /** The worst few, and how many there are. */
          rows: z.array(z.strictObject({ ...personRef, place: z.string(), short: z.string() })),
          total: z.number().int(),
        }),
      ),
      /** People a message is due on today, each once. */
      escalationsTotal: z.number().int(),
      /** Who owes an answer, the longest wait first, and how many do. */
      owes: z.array(
        z.strictObject({
          name: z.string(),
          of: z.string(),
          asks: z.number().int(),
          longest: z.number().int().nullable(),
        }),
      ),
      owesTotal: z.number().int(),
      /** What is due today in one line that names nobody, for the desktop's own notices; empty where nothing is. */
      notice: z.string(),
      /** Cases whose plan could not be made, with what is missing. */
      cannotPlan: z.array(z.strictObject({ ...personRef, message: z.string() })),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'What is overdue, due this week and coming, worst first, with why.',
  }),
  'today.administration': method({
    input: nothing,
    output: z.strictObject({
      today: civilDate,
      /** Each source, how old its newest list is and whether a newer one is due. */
      imports: z.array(
        z.strictObject({
          source: z.string(),
          newest: civilDate.nullable(),
          days: z.number().int().nullable(),
          state: z.enum(['fresh', 'due', 'stale', 'none']),
          /** What stands in doubt while it is old. */
          doubt: z.string(),
        }),
      ),
      limit: z.number().int(),
      arrived: z.number().int(),
      returned: z.number().int(),
      /** People the newest custody list does not hold: each to be asked about. */
      unaccounted: z.array(z.strictObject({ ...personRef, says: z.string() })),
      unaccountedTotal: z.number().int(),
      /** What is doubtful or missing, by kind, most people first. */
      missing: z.array(z.strictObject({ title: z.string(), people: z.number().int() })),
      missingPeople: z.number().int(),
      waiting: z.number().int(),
    }),
    roles: ['head_of_omu', 'case_administrator'],
    personal: true,
    audit: null,
    changes: [],
    about:
      'What a case administrator begins with: imports due, people unaccounted for, missing details, sources grown old.',
  }),
}

import { z } from 'zod'
import { NOT_DONE_REASONS } from '../model/handover-task.ts'
import { datedWork, recordable, recorded } from './dated-work.ts'
import { method } from './method.ts'
import { concern, difference } from './quality.ts'
import {
  CASELOAD_COLUMNS,
  CASELOAD_FILTERS,
  CASELOAD_SORTS,
  CASELOAD_VIEWS,
} from '../model/caseload-query.ts'
import { HANDOVER_TABS } from '../model/handover-tab.ts'
import { ROLES } from '../model/role.ts'
import {
  civilDate,
  id,
  nothing,
  personRef,
  reason,
  responsibility,
  ruleSetId,
  scope,
  tag,
} from './schemas.ts'

/** What an entry of a timeline is about. */
export const TIMELINE_KINDS = [
  'dates',
  'facts',
  'checklist',
  'contact',
  'decision',
  'allocation',
  'movement',
  'pre_release',
  'pack',
] as const

/**
 * to_book: nothing recorded yet and the due day ahead; booked: for today or a day ahead; held; missed: due day passed, none recorded; not_held: recorded as not
 * held, with the reason; set_a_date: no source gives a day.
 */
export const meetingState = z.enum(['to_book', 'booked', 'held', 'missed', 'not_held', 'set_a_date'])
/** named; missing: handover ahead; overdue: from 2 days after handover. */
const com = z.strictObject({
  name: z.string().nullable(),
  state: z.enum(['named', 'missing', 'overdue', 'not_due']),
})

const handoverRow = z.strictObject({
  ...personRef,
  responsibility: responsibility.nullable(),
  reason,
  handoverStart: civilDate.nullable(),
  handover: civilDate.nullable(),
  /** From today to handover; negative once past. */
  days: z.number().int().nullable(),
  windowFrom: civilDate.nullable(),
  windowTo: civilDate.nullable(),
  meeting: z.strictObject({ state: meetingState, on: civilDate.nullable() }).nullable(),
  com,
  pom: z.string().nullable(),
  tier: z.string().nullable(),
  rosh: z.string().nullable(),
  region: z.string().nullable(),
  ruleSet: ruleSetId,
  earliestRelease: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
  /** Worst first, at most three. */
  tags: z.array(tag),
  /** Why the row is here, in one sentence; a second line under the row. Empty where the columns say it all. */
  note: z.string(),
})

const caseloadQuery = {
  view: z.enum(CASELOAD_VIEWS).default('all'),
  /** One value each; a value nobody has finds nobody. */
  filters: z.partialRecord(z.enum(CASELOAD_FILTERS), z.string().max(200)).default({}),
  /** Null is by name, or best first where something is sought. */
  sort: z
    .strictObject({ by: z.enum(CASELOAD_SORTS), down: z.boolean() })
    .nullable()
    .default(null),
}

const savedView = z.strictObject({
  name: z.string().trim().min(1, 'Enter a name for the view').max(60),
  ...caseloadQuery,
  /** Columns left out. */
  hidden: z.array(z.enum(CASELOAD_COLUMNS)).default([]),
})

export const caseload = {
  'handovers.list': method({
    input: z.strictObject({ tab: z.enum(HANDOVER_TABS), scope }),
    output: z.strictObject({
      today: civilDate,
      tab: z.enum(HANDOVER_TABS),
      counts: z.record(z.enum(HANDOVER_TABS), z.number().int()),
      /** What the list is and why the national service leaves it out, where it does. */
      about: z.string(),
      sortedBy: z.string(),
      rows: z.array(handoverRow),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'One list of handover cases, in its own order.',
  }),
  'caseload.list': method({
    input: z.strictObject({
      scope,
      find: z.string().max(100),
      page: z.number().int().min(1),
      ...caseloadQuery,
    }),
    output: z.strictObject({
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
      /** The values each filter may take here, in order. */
      choices: z.record(z.enum(CASELOAD_FILTERS), z.array(z.string())),
      /** How many of those found are in each of these: most first. */
      sums: z.strictObject({
        responsible: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
        tier: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
      }),
      rows: z.array(
        z.strictObject({
          ...personRef,
          crn: z.string().nullable(),
          location: z.string().nullable(),
          responsibility: responsibility.nullable(),
          /** The reason in words, or what is missing where the case cannot be planned. */
          reason: z.string(),
          tier: z.string().nullable(),
          rosh: z.string().nullable(),
          handover: civilDate.nullable(),
          earliestRelease: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
          pom: z.string().nullable(),
          com: z.string().nullable(),
          region: z.string().nullable(),
          tags: z.array(tag),
          /** Why the person is in the list of a view: waiting since when, what is missing. Empty elsewhere. */
          note: z.string(),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Everybody held, 50 to a page: found by name in any order or any part of a number, narrowed, sorted and summed up.',
  }),
  'caseload.export': method({
    input: z.strictObject({
      scope,
      find: z.string().max(100),
      ...caseloadQuery,
      format: z.enum(['csv', 'xlsx']),
    }),
    output: z.strictObject({ saved: z.boolean(), rows: z.number().int(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'exported the caseload',
    changes: [],
    about: 'Saves what is found of the caseload as CSV or XLSX, with the day each source speaks of.',
  }),
  'caseload.views': method({
    input: nothing,
    output: z.array(savedView),
    roles: ROLES,
    personal: false,
    audit: null,
    changes: [],
    about: 'The views of the caseload the signed-in user has saved, by name.',
  }),
  'caseload.saveView': method({
    input: savedView,
    output: nothing,
    roles: ROLES,
    personal: false,
    audit: 'saved a view of the caseload',
    changes: ['views'],
    about:
      'Saves a view of the caseload for the signed-in user, in the place of one of the same name. At most 30.',
  }),
  'caseload.deleteView': method({
    input: z.strictObject({ name: z.string() }),
    output: nothing,
    roles: ROLES,
    personal: false,
    audit: 'deleted a view of the caseload',
    changes: ['views'],
    about: 'Forgets a saved view.',
  }),
  'case.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      ...personRef,
      today: civilDate,
      crn: z.string().nullable(),
      dateOfBirth: civilDate.nullable(),
      age: z.number().int().nullable(),
      location: z.string().nullable(),
      tags: z.array(tag),
      pom: z.string().nullable(),
      coPom: z.string().nullable(),
      /** Who looks after the case while its POM is away, and until when; `name` null: nobody does. */
      cover: z.strictObject({ name: z.string().nullable(), until: civilDate }).nullable(),
      com: z.string().nullable(),
      /** Who is responsible now and until when, in one sentence. Where the plan cannot be made: what is missing. */
      responsibilitySentence: z.string(),
      responsibility: responsibility.nullable(),
      /** By the rules alone: another where an override holds. */
      calculated: responsibility.nullable(),
      reason: reason.nullable(),
      cannotPlan: z.string().nullable(),
      rules: z.strictObject({
        id: ruleSetId,
        name: z.string(),
        whose: z.string(),
        from: civilDate,
        /** Who said so and in which document; null where nobody is named. */
        proof: z.string().nullable(),
      }),
      handoverStart: civilDate.nullable(),
      handover: civilDate.nullable(),
      earliestRelease: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
      sentenceStart: civilDate.nullable(),
      sentenceEnd: civilDate.nullable(),
      flags: z.array(
        z.strictObject({ code: z.string(), title: z.string(), says: z.string(), todo: z.string() }),
      ),
      /** One card for each date worked out: handover and the mandated meetings. */
      dates: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          date: civilDate.nullable(),
          windowFrom: civilDate.nullable(),
          windowTo: civilDate.nullable(),
          latestWorkingDay: civilDate.nullable(),
          /** `in 7 days, 5 of them working days` */
          relative: z.string(),
          confidence: z.enum(['high', 'medium', 'low']),
          provisional: z.boolean(),
          state: meetingState.nullable(),
          tags: z.array(tag),
          /** The sum, line by line: sign (`` `−` `=`), what, the day reached, a note. */
          sum: z.array(
            z.strictObject({
              sign: z.string(),
              label: z.string(),
              date: civilDate.nullable(),
              note: z.string(),
            }),
          ),
          /** Tests that chose the rule, in words. */
          checks: z.array(z.string()),
          rule: z.string(),
          source: z.string(),
        }),
      ),
      /** The same case under every rule set. */
      otherRules: z.array(
        z.strictObject({
          id: ruleSetId,
          name: z.string(),
          handover: civilDate.nullable(),
          outcome: z.string(),
          source: z.string(),
          appliesHere: z.boolean(),
        }),
      ),
      /** The last change of the handover date, whatever made it, where one did. */
      moved: z
        .strictObject({
          was: civilDate,
          /** Null where there is no handover date any more. */
          now: civilDate.nullable(),
          /** `75 days earlier.` */
          says: z.string(),
          /** What changed it, in words, each with its source. */
          because: z.array(z.string()),
          happenedOn: civilDate,
          /** When it was noticed, and in whose session. */
          at: z.string(),
          by: z.string(),
        })
        .nullable(),
      /** What the national record shows, where an extract brought it. */
      national: z
        .strictObject({ handover: civilDate, asAt: civilDate.nullable(), difference: z.string() })
        .nullable(),
      /** Where the national record says otherwise, and what somebody found that to be. */
      differences: z.array(difference),
      /** What is doubtful in the facts, worst first. */
      concerns: z.array(concern),
      tasks: z.array(
        z.strictObject({
          task: z.string(),
          title: z.string(),
          due: civilDate.nullable(),
          state: z.enum(['not_yet_started', 'completed', 'not_done', 'overdue', 'not_needed']),
          /** False for what was recorded while the case asked for it, and it does no longer. */
          asked: z.boolean(),
          ...recorded,
        }),
      ),
      /** Which handover checklist this is; null for a case without a handover. */
      checklist: z.enum(['enhanced', 'standard']).nullable(),
      /** Every record of each task, newest first, those that no longer stand too. */
      taskRecords: z.record(
        z.string(),
        z.array(z.strictObject({ at: z.string(), by: z.string(), says: z.array(z.string()) })),
      ),
      /** The day the last handover pack was made ready or drafted here. */
      packMadeOn: civilDate.nullable(),
      /** Everything dated: the handover tasks and meetings too. */
      work: datedWork,
      /** Said where a meeting ahead lies outside the list of bank holidays, and where any dated work does; else null. */
      holidaysNote: z.string().nullable(),
      workHolidaysNote: z.string().nullable(),
      facts: z.array(
        z.strictObject({
          group: z.string(),
          field: z.string(),
          label: z.string(),
          /** As shown: dates in words, codes spelled out. */
          value: z.string(),
          source: z.string(),
          asAt: civilDate.nullable(),
          knownFrom: z.string(),
          /** As kept: a date as `2027-03-27`, a code, `true` or `false`. */
          raw: z.string(),
          /** Why it was typed, where it was and somebody said why. */
          reason: z.string().nullable(),
          /** What a list says otherwise, where that was not taken. */
          listed: z.strictObject({ value: z.string(), source: z.string(), asAt: civilDate }).nullable(),
        }),
      ),
      /** What is not recorded, and could be. */
      unrecorded: z.array(z.strictObject({ group: z.string(), field: z.string(), label: z.string() })),
      /** Rises with everything learned of the person: given back with what is typed. */
      version: z.number().int(),
      /** Where somebody is who is not simply here; null for those who are. */
      presence: z
        .strictObject({
          state: z.enum(['away', 'left']),
          words: z.string(),
          on: civilDate,
          died: z.boolean(),
        })
        .nullable(),
      timeline: z.array(
        z.strictObject({
          id,
          at: z.string(),
          by: z.string(),
          kind: z.enum(TIMELINE_KINDS),
          title: z.string(),
          details: z.array(z.string()),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: 'opened a case',
    changes: [],
    about:
      'One person: every date with its rule, sum and source, the flags, the facts and where they came from.',
  }),
  'case.recordTask': method({
    input: z.strictObject({
      personId: id,
      task: recordable,
      /** The day it was done; null with `notDone` null takes a wrong record back (the former stays in the log). */
      doneOn: civilDate.nullable(),
      note: z.string().max(2000),
      /** A document and where it is, or a reference in another system. */
      reference: z.string().max(200).default(''),
      /** Why it was not done and will not be, and the day that was clear. */
      notDone: z
        .strictObject({ reason: z.enum(NOT_DONE_REASONS), on: civilDate })
        .nullable()
        .default(null),
      /** The record that stood when the form was opened, null for none: refused where another stands by now. Left out asks nothing. */
      seen: z.number().int().nullable().optional(),
    }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'recorded a handover task',
    changes: ['tasks'],
    about:
      'Records that a handover task, a mandated meeting or other dated work of the case was done, or why it was not, on a day that is today or past.',
  }),
}

import { z } from 'zod'
import { COMPARED_SIDES, COMPARISON_LISTS } from '../model/comparison.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, personRef, ruleSetId, scope, tag } from './schemas.ts'

const side = z.enum(COMPARED_SIDES)
/** `b` left out is the first rule set that is not the establishment's own; `scope` left out is the unit. */
const sides = { a: side, b: ruleSetId.optional(), scope: scope.optional() }
const list = z.enum(COMPARISON_LISTS)
const pair = z.strictObject({ a: z.number().int(), b: z.number().int() })
const month = z.string().regex(/^\d{4}-\d\d$/)

const readers = ['head_of_omu', 'case_administrator', 'read_only'] as const

/** A rule set as headings and columns name it. */
const named = <S extends z.ZodType>(idSchema: S) =>
  z.strictObject({ id: idSchema, name: z.string(), short: z.string() })

export const compare = {
  'compare.show': method({
    input: z.strictObject(sides),
    output: z.strictObject({
      today: civilDate,
      cases: z.number().int(),
      a: named(side),
      b: named(ruleSetId),
      /** What the comparison comes to, in one sentence. */
      finding: z.string(),
      /** The bars of the chart, in order: `At once`, then twelve months. */
      handovers: z.array(z.strictObject({ label: z.string(), a: z.number().int(), b: z.number().int() })),
      /** Each leads to the people it counts. Zeroes that say nothing are left out. */
      counts: z.array(
        z.strictObject({
          list,
          count: z.number().int(),
          says: z.string(),
          detail: z.string(),
        }),
      ),
      lists: z.array(z.strictObject({ list, title: z.string(), people: z.number().int() })),
      byPom: z.array(
        z.strictObject({
          pom: z.string().nullable(),
          cases: z.number().int(),
          earlier: z.number().int(),
          later: z.number().int(),
          pastAtOnce: z.number().int(),
          withoutCom: z.number().int(),
          meetingsLate: z.number().int(),
        }),
      ),
      meetings: z.array(z.strictObject({ month, label: z.string(), handover: pair, beforeRelease: pair })),
    }),
    roles: readers,
    personal: false,
    audit: null,
    changes: [],
    about:
      'The caseload under the rules in force, or any rule set, against another as if from today: nothing is saved.',
  }),
  'compare.people': method({
    input: z.strictObject({ ...sides, list, page: z.number().int().min(1) }),
    output: z.strictObject({
      a: side,
      b: ruleSetId,
      list,
      title: z.string(),
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
      rows: z.array(
        z.strictObject({
          ...personRef,
          pom: z.string().nullable(),
          release: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
          from: civilDate.nullable(),
          to: civilDate.nullable(),
          /** `29 days earlier`; what happens to the date in words where it does not move. */
          moves: z.string(),
          /** The row of B that decides: `Row 12, 8 months 14 days`. */
          rule: z.string(),
          tags: z.array(tag),
        }),
      ),
    }),
    roles: readers,
    personal: true,
    audit: null,
    changes: [],
    about: 'Who a comparison speaks of, 50 to a page, highest risk first.',
  }),
  'compare.export': method({
    input: z.strictObject({ ...sides, list, format: z.enum(['csv', 'xlsx']) }),
    output: z.strictObject({ saved: z.boolean(), rows: z.number().int(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'case_administrator'],
    personal: true,
    audit: 'exported a comparison of rule sets',
    changes: [],
    about: 'Saves one list of a comparison as CSV or XLSX.',
  }),
  'case.whatIf': method({
    input: z.strictObject({
      personId: id,
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('early_allocation') }),
        z.strictObject({ kind: z.literal('parole_date'), to: civilDate }),
        z.strictObject({ kind: z.literal('hearing_date'), to: civilDate }),
        z.strictObject({ kind: z.literal('recalled'), postRecallRelease: civilDate.nullable() }),
        z.strictObject({
          kind: z.literal('release'),
          which: z.enum(['CRD', 'ARD', 'TED', 'HDCAD', 'confirmed']),
          to: civilDate,
        }),
        z.strictObject({ kind: z.literal('rules'), ruleSet: ruleSetId }),
      ]),
    }),
    output: z.strictObject({
      /** `Handover would be 15 April 2026: COM responsible now`; what is missing where no plan can be made. */
      headline: z.string(),
      planned: z.boolean(),
      handover: civilDate.nullable(),
      responsibility: z.enum(['pom', 'pom_with_com', 'com']).nullable(),
      /** Days from the handover date of today’s plan, negative when sooner; null unless both have one. */
      days: z.number().int().nullable(),
      /** The sum, how far off, how far from today’s plan: a sentence each. */
      lines: z.array(z.string()),
      /** Mandated meetings that would move, appear, go or be late at once. */
      meetings: z.array(z.strictObject({ says: z.string(), late: z.boolean() })),
      flagsAppear: z.array(z.strictObject({ title: z.string(), says: z.string() })),
      flagsGo: z.array(z.string()),
    }),
    roles: ROLES,
    personal: true,
    audit: 'asked what if',
    changes: [],
    about: 'The plan one change of fact or rules would give a case: nothing is saved.',
  }),
}

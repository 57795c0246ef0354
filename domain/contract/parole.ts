import { z } from 'zod'
import { MILESTONES, REVIEW_OUTCOMES, REVIEW_STATUSES } from '../parole/parole-review.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, scope, shortText, tag } from './schemas.ts'

const MAY_RECORD = ['head_of_omu', 'pom', 'case_administrator'] as const
const optionalText = (most: number) => z.string().trim().max(most)

const step = z.strictObject({
  milestone: z.enum(MILESTONES),
  title: z.string(),
  due: civilDate.nullable(),
  /** The day comes from the establishment's own offset, not from anybody's typing. */
  own: z.boolean(),
  doneOn: civilDate.nullable(),
  /** In words: done, late, due, no day given. */
  state: z.string(),
  tone: tag.shape.tone,
})

const review = z.strictObject({
  /** Null for the review a list brought. */
  id: id.nullable(),
  reviewType: z.string(),
  hearing: civilDate.nullable(),
  status: z.string(),
  isOpen: z.boolean(),
  outcome: z.enum(REVIEW_OUTCOMES).nullable(),
  /** `Release directed`, the words of the list, or that none is recorded. */
  outcomeWords: z.string(),
  outcomeOn: civilDate.nullable(),
  writer: z.string(),
  countersigner: z.string(),
  note: z.string(),
  steps: z.array(step),
  by: z.string(),
  at: z.string().nullable(),
})

const row = z.strictObject({
  ...personRef,
  pom: z.string().nullable(),
  /** `Target hearing date`, `Custody report`… */
  what: z.string(),
  date: civilDate.nullable(),
  who: z.string(),
  tags: z.array(tag),
})

export const parole = {
  'parole.list': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({
      today: civilDate,
      /** Tariff, eligibility or hearing within 10 months. */
      approaching: z.array(row),
      /** Custody reports not done, with who writes and countersigns. */
      reports: z.array(row),
      /** Hearings past with no outcome recorded, and a PED passed with none. */
      outcomes: z.array(row),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Whose parole is near, which reports are due and from whom, and which outcomes nobody has recorded.',
  }),
  'parole.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      next: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
      /** Newest first; what a list brought stands among them. */
      reviews: z.array(review),
      offsets: z.array(z.strictObject({ milestone: z.enum(MILESTONES), days: z.number().int() })),
      offsetsProof: z.string().nullable(),
    }),
    roles: ROLES,
    personal: true,
    audit: 'looked at the parole of a case',
    changes: [],
    about: 'The reviews of one case, each with its steps, who writes and countersigns, and the outcome.',
  }),
  'parole.saveReview': method({
    input: z.strictObject({
      personId: id,
      /** Null records a new one. */
      reviewId: id.nullable(),
      reviewType: shortText,
      hearing: civilDate.nullable(),
      status: z.enum(REVIEW_STATUSES),
      outcome: z.enum(REVIEW_OUTCOMES).nullable(),
      outcomeOn: civilDate.nullable(),
      writer: optionalText(100),
      countersigner: optionalText(100),
      note: optionalText(1000),
    }),
    output: nothing,
    roles: MAY_RECORD,
    personal: true,
    audit: 'recorded a parole review',
    changes: ['decisions'],
    about: 'Records a parole review, or changes one recorded here. The former stays in the log.',
  }),
  'parole.saveStep': method({
    input: z.strictObject({
      personId: id,
      reviewId: id,
      milestone: z.enum(MILESTONES),
      due: civilDate.nullable(),
      doneOn: civilDate.nullable(),
    }),
    output: nothing,
    roles: MAY_RECORD,
    personal: true,
    audit: 'recorded a step of a parole review',
    changes: ['decisions'],
    about: 'Records when a step of a review is due and when it was done.',
  }),
  'parole.takeBack': method({
    input: z.strictObject({ personId: id, reviewId: id }),
    output: nothing,
    roles: MAY_RECORD,
    personal: true,
    audit: 'took back a parole review',
    changes: ['decisions'],
    about: 'Takes back a review recorded by mistake. That it was recorded stays in the log.',
  }),
  'parole.setOffsets': method({
    input: z.strictObject({
      offsets: z.array(
        z.strictObject({ milestone: z.enum(MILESTONES), days: z.number().int().min(-730).max(365) }),
      ),
      toldBy: shortText,
      body: shortText,
      document: z.string().trim().max(200).nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'set the establishment’s own parole timetable',
    changes: ['rules', 'decisions'],
    about:
      'Sets how many days before or after a hearing each step is due here, and who said so. No source gives a timetable.',
  }),
}

import type { CivilDate } from '../dates/civil-date.ts'

export const REVIEW_STATUSES = ['open', 'completed', 'withdrawn'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

export const REVIEW_OUTCOMES = ['release', 'open_conditions', 'no_release', 'deferred', 'adjourned'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

export const OUTCOME_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  release: 'Release directed',
  open_conditions: 'Moved to open conditions, not released',
  no_release: 'Not released',
  deferred: 'Deferred',
  adjourned: 'Adjourned',
}

/** The steps of a review, in the order they come. */
export const MILESTONES = [
  'reports_commissioned',
  'custody_report',
  'com_report',
  'dossier',
  'hearing',
  'decision',
  'outcome',
] as const
export type Milestone = (typeof MILESTONES)[number]

export const MILESTONE_WORDS: Readonly<Record<Milestone, string>> = {
  reports_commissioned: 'Reports commissioned',
  custody_report: 'Custody report',
  com_report: 'COM report',
  dossier: 'Dossier',
  hearing: 'Hearing',
  decision: 'Decision',
  outcome: 'Outcome received',
}

export interface MilestoneDays {
  due: CivilDate | null
  doneOn: CivilDate | null
}

/** A parole review as recorded here. */
export interface ParoleReview {
  reviewType: string
  /** The target hearing date. */
  hearing: CivilDate | null
  status: ReviewStatus
  outcome: ReviewOutcome | null
  outcomeOn: CivilDate | null
  /** Who writes the custody report, and who countersigns it. */
  writer: string
  countersigner: string
  note: string
  milestones: Partial<Record<Milestone, MilestoneDays>>
}

/** Days before (negative) or after the hearing the establishment has a step done by; a step without one has no day. */
export type MilestoneOffsets = Partial<Record<Milestone, number>>

import type { OutputOf } from '../../../domain/contract/index.ts'

/** One person, as the contract gives it. */
export type CaseFile = OutputOf<'case.show'>
export type CaseDate = CaseFile['dates'][number]
export type CaseTask = CaseFile['tasks'][number]
/** What the form for recording it needs of a task or a piece of dated work. */
export type Recordable = Pick<
  CaseTask,
  'task' | 'title' | 'due' | 'doneOn' | 'notDone' | 'booking' | 'held' | 'note' | 'reference' | 'by' | 'seq'
>

export const CASE_PARTS = [
  'overview',
  'dates',
  'meetings',
  'tasks',
  'risk',
  'parole',
  'pre-release',
  'decisions',
  'allocation',
  'facts',
  'sentence',
  'pack',
  'timeline',
] as const
export type CasePart = (typeof CASE_PARTS)[number]

export const PART_WORDS: Record<CasePart, string> = {
  overview: 'Overview',
  dates: 'Dates and reasons',
  meetings: 'Meetings',
  tasks: 'Tasks',
  risk: 'Risk and contacts',
  parole: 'Parole',
  'pre-release': 'Pre-release',
  decisions: 'Responsibility',
  allocation: 'Allocation',
  facts: 'Facts',
  sentence: 'Sentence',
  pack: 'Pack',
  timeline: 'Timeline',
}

export const casePath = (personId: string, part: CasePart = 'overview'): string => `/case/${personId}/${part}`

/** What one part of the case page is given. */
export interface PartProps {
  file: CaseFile
}

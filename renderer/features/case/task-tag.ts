import type { Tag } from '../../../domain/contract/schemas.ts'
import type { CaseTask } from './case-file.ts'

const TAGS: Record<CaseTask['state'], Tag> = {
  not_yet_started: { text: 'Not yet started', tone: 'fact' },
  completed: { text: 'Completed', tone: 'done' },
  not_done: { text: 'Not done', tone: 'close' },
  overdue: { text: 'Overdue', tone: 'late' },
  not_needed: { text: 'Not needed', tone: 'unknown' },
}

/** Where a task stands, in the words of a task list. */
export const taskTag = (task: CaseTask): Tag => TAGS[task.state]

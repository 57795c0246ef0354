/** What a handover asks for, by the names it is recorded under, in the order it is done. */
export const HANDOVER_TASKS = [
  'review_oasys',
  'com_contact',
  'handover_report',
  'mt-handover',
  'mt-prerelease-2',
  'mt-prerelease-1m',
] as const
export type HandoverTask = (typeof HANDOVER_TASKS)[number]

/** What a checklist asks beside the day. Empty text where nothing was given. */
export interface TaskBody {
  /** A document and where it is, or a reference in another system. */
  reference: string
  /** Why it was not done, where it was not: then there is no day. */
  notDone: string
}

/** Items of dated work that are one of these tasks under another name. */
const TASK_OF_ITEM: Readonly<Record<string, HandoverTask>> = {
  'as-oasys-handover': 'review_oasys',
  'mt-com-contact': 'com_contact',
  'dc-handover-report': 'handover_report',
}

/** The name an item of dated work is recorded under: its own id, or the handover task it is. */
export const taskOfItem = (item: string): string => TASK_OF_ITEM[item] ?? item

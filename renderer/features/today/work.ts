import type { OutputOf } from '../../../domain/contract/index.ts'
import { spanInWords } from '../../../domain/text/dates.ts'
import { showDayMonth } from '../../components/text/show-date.ts'

export type Today = OutputOf<'today.show'>
export type WorkItem = Today['week'][number]
type Kind = WorkItem['kind']

interface Verb {
  label: string
  short: string
  part: string
}

/** The one verb for each kind of work, and the part of the case where it is done. */
const VERBS: Record<Kind, Verb> = {
  release_before_handover: { label: 'Check the dates', short: 'Check dates', part: 'dates' },
  com_overdue: { label: 'Chase for a COM', short: 'Chase', part: 'overview' },
  meeting: { label: 'See the meetings', short: 'Meetings', part: 'meetings' },
  handover: { label: 'Open the pack', short: 'Open pack', part: 'pack' },
  task: { label: 'Record task', short: 'Record', part: 'tasks' },
  step: { label: 'See next steps', short: 'Next steps', part: 'meetings' },
  flag: { label: 'See why', short: 'See why', part: 'dates' },
}

const MEETING_VERBS: Record<'book' | 'record', Omit<Verb, 'part'>> = {
  book: { label: 'Book meeting', short: 'Book' },
  record: { label: 'Record meeting', short: 'Record' },
}

/** What to do about an item, and where: a meeting is booked or recorded at once, a missing COM is chased. */
export function verbOf({ kind, meeting, personId }: WorkItem): { label: string; short: string; to: string } {
  if (kind === 'com_overdue') return { ...VERBS[kind], to: `/chases?person=${personId}` }
  const isMeeting = meeting !== null && (kind === 'meeting' || meeting.act === 'record')
  if (isMeeting)
    return { ...MEETING_VERBS[meeting.act], to: `/case/${personId}/meetings?${meeting.act}=${meeting.task}` }
  const { label, short, part } = VERBS[kind]
  return { label, short, to: `/case/${personId}/${part}` }
}

export const KIND_WORDS: Record<Kind, string> = {
  release_before_handover: 'Release',
  com_overdue: 'COM',
  meeting: 'Meeting',
  handover: 'Handover',
  task: 'Task',
  step: 'Next step',
  flag: 'Check',
}

const COUNTED: Record<Kind, readonly [string, string]> = {
  release_before_handover: ['release', 'releases'],
  com_overdue: ['COM to name', 'COMs to name'],
  meeting: ['meeting', 'meetings'],
  handover: ['handover', 'handovers'],
  task: ['task', 'tasks'],
  step: ['next step', 'next steps'],
  flag: ['check', 'checks'],
}

/** `2 handovers, 1 meeting` */
export function countKinds(items: readonly WorkItem[]): string {
  const counts = new Map<Kind, number>()
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${COUNTED[kind][count === 1 ? 0 : 1]}`).join(', ')
}

/** Items by day, in the order they came. Undated ones stand last, under null. */
export function byDay(items: readonly WorkItem[]): [WorkItem['due'], WorkItem[]][] {
  const days = new Map<WorkItem['due'], WorkItem[]>()
  for (const item of items) days.set(item.due, [...(days.get(item.due) ?? []), item])
  return [...days].sort(([a], [b]) => (a ?? '9').localeCompare(b ?? '9'))
}

/** `today`, `3 days`, `7 days late`: how far off, beside a name. */
export function lateness(days: number | null): string {
  if (days === null) return ''
  if (days === 0) return 'today'
  return days < 0 ? `${spanInWords(-days)} late` : spanInWords(days)
}

/** `, asked 16 Nov, answered 23 Nov`: when somebody was asked, after their name. */
export const askedWords = ({
  asked,
  answered,
}: Pick<Today['waiting'][number], 'asked' | 'answered'>): string =>
  asked === null
    ? ', not asked yet'
    : `, asked ${showDayMonth(asked)}${answered === null ? '' : `, answered ${showDayMonth(answered)}`}`

/** An item's own key: one person may have several. */
export const itemKey = (item: WorkItem): string =>
  `${item.personId} ${item.kind} ${item.due ?? ''} ${item.what}`

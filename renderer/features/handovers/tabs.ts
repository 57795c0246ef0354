import type { HandoverTab } from '../../../domain/contract/caseload.ts'

export const TAB_LABELS: Record<HandoverTab, string> = {
  upcoming: 'Upcoming',
  in_progress: 'In progress',
  tasks_overdue: 'Tasks overdue',
  com_overdue: 'COM overdue',
  past_tariff: 'Past tariff',
  open_com_supports: 'Open, COM supports',
  recalls: 'Recalls',
  short_sentences: 'Short sentences',
  immigration: 'Immigration',
}

/** What users know from the national service. */
export const KNOWN_TABS = ['upcoming', 'in_progress', 'tasks_overdue', 'com_overdue'] as const
/** What it leaves out. */
export const UNLISTED_TABS = [
  'past_tariff',
  'open_com_supports',
  'recalls',
  'short_sentences',
  'immigration',
] as const

export const isTab = (text: string | undefined): text is HandoverTab =>
  text !== undefined && text in TAB_LABELS
export const isUnlisted = (tab: HandoverTab): boolean => UNLISTED_TABS.some((each) => each === tab)
export const tabPath = (tab: HandoverTab): string => `/handovers/${tab}`

/** The lists of handover cases, in the order they are shown: four that users know, then five the national service does not keep. */
export const HANDOVER_TABS = [
  'upcoming',
  'in_progress',
  'tasks_overdue',
  'com_overdue',
  'past_tariff',
  'open_com_supports',
  'recalls',
  'short_sentences',
  'immigration',
] as const
export type HandoverTab = (typeof HANDOVER_TABS)[number]

export const HANDOVER_TAB_NAMES: Record<HandoverTab, string> = {
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

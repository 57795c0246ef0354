/**
 * The lists of handover cases, in the order they are shown: four that users know, five the national service does not keep,
 * then who is outside the usual path or under a decision of ours.
 */
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
  'release_unknown',
  'under_18',
  'remand',
  'overrides',
  'early_allocation',
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
  release_unknown: 'No release date',
  under_18: 'Under 18',
  remand: 'Remand and unsentenced',
  overrides: 'Overrides',
  early_allocation: 'Early allocation',
}

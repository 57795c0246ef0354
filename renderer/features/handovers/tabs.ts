import { HANDOVER_TAB_NAMES, type HandoverTab } from '../../../domain/model/handover-tab.ts'

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

/** Outside the usual path, or under a decision recorded here. */
export const OTHER_TABS = ['release_unknown', 'under_18', 'remand', 'overrides', 'early_allocation'] as const

export const isTab = (text: string | undefined): text is HandoverTab =>
  text !== undefined && text in HANDOVER_TAB_NAMES
export const isUnlisted = (tab: HandoverTab): boolean => !KNOWN_TABS.some((each) => each === tab)
export const tabPath = (tab: HandoverTab): string => `/handovers/${tab}`

/** Lists of the caseload that are always there. */
export const CASELOAD_VIEWS = ['all', 'unallocated', 'new', 'releases', 'missing'] as const
export type CaseloadView = (typeof CASELOAD_VIEWS)[number]

export const VIEW_NAMES: Readonly<Record<CaseloadView, string>> = {
  all: 'Everybody',
  unallocated: 'Unallocated',
  new: 'New in the last 7 days',
  releases: 'Releases in the next 4 weeks',
  missing: 'Missing details',
}

/** What the caseload can be narrowed by, each to one value. */
export const CASELOAD_FILTERS = ['pom', 'responsible', 'wing', 'region', 'tier', 'rosh', 'com'] as const
export type CaseloadFilter = (typeof CASELOAD_FILTERS)[number]

export const FILTER_NAMES: Readonly<Record<CaseloadFilter, string>> = {
  pom: 'POM',
  responsible: 'Responsible',
  wing: 'Wing',
  region: 'Region',
  tier: 'Tier',
  rosh: 'RoSH',
  com: 'COM',
}

/** Columns of the caseload, in their order. The person always stands first. */
export const CASELOAD_COLUMNS = [
  'crn',
  'location',
  'responsible',
  'tier',
  'rosh',
  'handover',
  'release',
  'pom',
  'com',
  'region',
  'flags',
] as const
export type CaseloadColumn = (typeof CASELOAD_COLUMNS)[number]

export const COLUMN_NAMES: Readonly<Record<CaseloadColumn, string>> = {
  crn: 'CRN',
  location: 'Location',
  responsible: 'Responsible',
  tier: 'Tier',
  rosh: 'RoSH',
  handover: 'Handover',
  release: 'Release',
  pom: 'POM',
  com: 'COM',
  region: 'Region',
  flags: 'Flags',
}

/** What the caseload can be sorted by; tags have no order of their own. */
export const CASELOAD_SORTS = [
  'name',
  'crn',
  'location',
  'responsible',
  'tier',
  'rosh',
  'handover',
  'release',
  'pom',
  'com',
  'region',
] as const
export type CaseloadSort = (typeof CASELOAD_SORTS)[number]

/** What is shown of the caseload, and in which order: kept as a saved view under a name. */
export interface CaseloadQuery {
  view: CaseloadView
  filters: Partial<Record<CaseloadFilter, string>>
  sort: { by: CaseloadSort; down: boolean } | null
}

import type { RuleSetId } from '../model/rule-set-id.ts'

/** Something the sources say differently, with what each says and what that means here. */
export interface SourceConflict {
  id: string
  topic: string
  /** What each source says; `ruleSet` where one of the shipped sets follows it. */
  says: readonly { source: string; what: string; ruleSet: RuleSetId | null }[]
  /** What the product does about it. */
  here: string
}

const LETTER = 'Letter on resettlement, 2021'
const PAGE = 'Pre-release policy page'
const SERVICE = 'National service, read in August 2026'

/** Where the sources part. None is hidden by choosing one: each stands here beside the others. */
export const SOURCE_CONFLICTS: readonly SourceConflict[] = [
  {
    id: 'determinate',
    topic: 'When most determinate sentences are handed over',
    says: [
      { source: PAGE, what: '5 months before release', ruleSet: 'pre-release-5' },
      { source: LETTER, what: '7½ months before release', ruleSet: 'enhanced-7-5' },
      { source: SERVICE, what: '8 months and 14 days before release', ruleSet: 'national-2023' },
    ],
    here: 'All are in use somewhere. Each region, or the establishment, says which applies and from when. No other source gives 5 months: it may be a digit lost from 7½ or 8½, which nobody has confirmed.',
  },
  {
    id: 'parole',
    topic: 'When parole and indeterminate cases are handed over',
    says: [
      { source: LETTER, what: '8 months before the PED, tariff or hearing', ruleSet: 'enhanced-7-5' },
      {
        source: PAGE,
        what: '12 months for indeterminate sentences; parole cases as any other',
        ruleSet: 'pre-release-5',
      },
      { source: SERVICE, what: '12 months before the PED, tariff or hearing', ruleSet: 'national-2023' },
      {
        source: 'Help page of the national service',
        what: '8 months for indeterminate sentences',
        ruleSet: null,
      },
    ],
    here: 'The help page and the code of the national service disagree; the code is what it does.',
  },
  {
    id: 'half_month',
    topic: 'How many days half a month is',
    says: [
      { source: 'National service, 2019 to 2022', what: '15 days', ruleSet: 'enhanced-7-5' },
      { source: 'National service since April 2023', what: '14 days', ruleSet: 'national-2023' },
    ],
    here: 'Each rule set keeps its own: 7½ months is 7 months and 15 days, 8½ months is 8 months and 14 days.',
  },
  {
    id: 'finish',
    topic: 'Whether 7½ months is when handover is finished rather than when responsibility passes',
    says: [
      { source: LETTER, what: 'handover at 7½ months', ruleSet: 'enhanced-7-5' },
      { source: SERVICE, what: 'responsibility passes at 8½ months', ruleSet: 'national-2023' },
    ],
    here: 'One reading makes both true: responsibility at 8½, finished by 7½. No text says so, and nothing here assumes it.',
  },
  {
    id: 'short',
    topic: 'Who takes sentences of 10 months or less',
    says: [
      {
        source: LETTER,
        what: 'the short sentence function, where the region runs one',
        ruleSet: 'enhanced-7-5',
      },
      { source: PAGE, what: 'the community from sentence', ruleSet: 'pre-release-5' },
      { source: SERVICE, what: 'the community from sentence', ruleSet: 'national-2023' },
    ],
    here: 'Where a region is not known to run the function, a short case is flagged: confirm that a team exists to take it.',
  },
  {
    id: 'second_meeting',
    topic: 'When the second pre-release meeting is held',
    says: [
      {
        source: LETTER,
        what: 'two further meetings, one of them a month before release',
        ruleSet: 'enhanced-7-5',
      },
      { source: SERVICE, what: 'neither is on its checklist', ruleSet: 'national-2023' },
    ],
    here: 'No source dates the second: it has a window and no day until somebody sets one, or the establishment sets an offset of its own.',
  },
  {
    id: 'meeting',
    topic: 'Whether an enhanced handover has a meeting',
    says: [
      { source: LETTER, what: 'a handover meeting of COM, POM and prisoner', ruleSet: 'enhanced-7-5' },
      {
        source: 'National service, for handovers from 1 September 2026',
        what: 'the meeting leaves the checklist (switched off in production when read)',
        ruleSet: null,
      },
    ],
    here: 'The meeting is kept: inspectors found half of them not held as intended, and a task nobody lists is not done.',
  },
  {
    id: 'hdc',
    topic: 'Whether home detention curfew has ended',
    says: [
      {
        source: 'National release date service, configuration of August 2026',
        what: 'no new HDCED from 2 September 2026 for most adults',
        ruleSet: null,
      },
      { source: 'NOMIS', what: 'still shows HDCEDs', ruleSet: null },
    ],
    here: 'An HDCED is never hidden. One on or after that day is flagged: check whether it applies.',
  },
  {
    id: 'hearing_12',
    topic: 'A hearing exactly 12 months away',
    says: [
      {
        source: 'Documents of the national service',
        what: '12 months or more is far off',
        ruleSet: 'national-2023',
      },
      {
        source: 'Code of the national service',
        what: 'exactly 12 counts as less, for a time is compared with a date',
        ruleSet: null,
      },
    ],
    here: 'Dates are compared with dates: exactly 12 months is far off.',
  },
]

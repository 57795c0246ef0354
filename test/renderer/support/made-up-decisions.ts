import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { AUTOMATIC_NAMES, DISCRETIONARY_NAMES } from '../../../domain/early-allocation/assessment.ts'

type Shown = OutputOf<'decisions.show'>

const day = (text: string) => text as CivilDate
const no = <N extends string>(names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, false])) as Record<N, boolean>

const OVERRIDE: Shown['overrides'][number] = {
  id: 'o-1',
  to: 'com',
  reason: 'community_asked',
  note: 'Agreed at the monthly meeting.',
  agreedByPrison: 'Ruth Adeyemi',
  agreedByProbation: 'Priya Holt',
  agreedOn: day('2026-11-20'),
  document: null,
  from: day('2026-11-23'),
  until: day('2026-12-31'),
  ended: null,
  by: 'Ruth Adeyemi',
  at: '2026-11-23T09:04:00.000Z',
  state: 'in_force',
  says: 'Since 23 November 2026, until 31 December 2026',
}

/** A case with an override in force, one that is over, and an assessment that waits for the community. */
export const madeUpDecisions = (change: Partial<Shown> = {}): Shown => ({
  calculated: 'pom',
  effective: 'com',
  overrides: [
    OVERRIDE,
    {
      ...OVERRIDE,
      id: 'o-0',
      to: 'pom',
      document: 'Notice 12',
      state: 'over',
      says: 'Ended by itself after 1 June 2026',
    },
  ],
  earlyAllocation: {
    state: 'awaiting_decision',
    says: 'Waiting for the community to decide: record the decision when it comes.',
    windowOpens: day('2026-01-15'),
    isOpen: true,
    assessments: [
      {
        id: 'a-1',
        assessedOn: day('2026-11-20'),
        oasysDate: day('2026-11-02'),
        automatic: no(AUTOMATIC_NAMES),
        discretionary: { ...no(DISCRETIONARY_NAMES), mappa_level_2: true },
        releaseWithin24Months: null,
        otherReason: '',
        outcome: 'discretionary',
        insideWindow: true,
        community: null,
        awaitsDecision: true,
        by: 'Amy Thornber',
        at: '2026-11-20T10:00:00.000Z',
      },
    ],
  },
  ...change,
})

import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { PROBATION_REGIONS } from '../../../domain/reference/probation-regions.ts'
import { countedChange } from '../../../domain/text/plan-changes.ts'
import { SOURCE_CONFLICTS } from '../../../domain/rule-sets/conflicts.ts'
import { shownItems } from '../../../electron/app/services/rules/shown-items.ts'
import { shownRuleSets } from '../../../electron/app/services/rules/shown-rule-sets.ts'

type Rules = OutputOf<'rules.show'>

const day = (text: string) => text as CivilDate

/** The real rule sets and items, with made-up adoptions. */
export function madeUpRules(change: Partial<Rules> = {}): Rules {
  const recorded = { by: 'Ruth Adeyemi', at: '2026-04-01T09:00:00.000Z' }
  return {
    today: day('2026-11-23'),
    establishment: 'HMP Hollin Moor',
    regions: PROBATION_REGIONS.map(({ name }) => name),
    adoptions: [
      {
        region: null,
        ruleSet: 'enhanced-7-5',
        name: 'Enhanced 7½ months',
        from: day('2026-04-01'),
        state: 'in_force',
        proof: 'Told by Priya Holt, Regional office: Notice 12, 12 March 2026',
        ...recorded,
      },
      {
        region: 'Wales',
        ruleSet: 'national-2023',
        name: 'National service 8½ months',
        from: day('2027-04-01'),
        state: 'coming',
        proof: null,
        ...recorded,
      },
    ],
    needsProof: false,
    ruleSets: shownRuleSets((id) => (id === 'enhanced-7-5' ? ['HMP Hollin Moor'] : [])),
    conflicts: SOURCE_CONFLICTS.map(({ id, topic, says, here }) => ({
      id,
      topic,
      says: says.map(({ source, what, ruleSet }) => ({
        source,
        what,
        appliesHere: ruleSet === 'enhanced-7-5',
      })),
      here,
    })),
    items: shownItems([], day('2026-11-23')),
    ...change,
  }
}

export const madeUpEffect = (): OutputOf<'rules.previewItem'> => ({
  revision: 812,
  on: day('2026-11-23'),
  cases: 574,
  changed: 2,
  counts: [
    { label: countedChange('newly_past', 1), count: 1 },
    { label: countedChange('com_changed', 2), count: 2 },
  ],
  rows: [
    {
      personId: 'p-1',
      name: 'Marlowe, Dean',
      prisonNumber: 'A1001QQ',
      pom: 'Amy Thornber',
      was: '30 November 2026',
      now: '1 November 2026',
      tags: [{ text: 'Newly past', tone: 'late' }],
    },
    {
      personId: 'p-2',
      name: 'Rashid, Imran',
      prisonNumber: 'A1002QQ',
      pom: null,
      was: '6 December 2026',
      now: '7 November 2026',
      tags: [{ text: 'Date moved', tone: 'changed' }],
    },
  ],
})

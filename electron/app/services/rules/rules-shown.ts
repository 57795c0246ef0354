import { listAdoptionRecords, type AdoptionRecord } from '../../../../db/repositories/adoptions.ts'
import { listLocalItemRecords } from '../../../../db/repositories/local-items.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Proof } from '../../../../domain/model/proof.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { proofSource } from '../../../../domain/planning/prepare-items.ts'
import { PROBATION_REGIONS } from '../../../../domain/reference/probation-regions.ts'
import { SOURCE_CONFLICTS } from '../../../../domain/rule-sets/conflicts.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { shownItems } from './shown-items.ts'
import { shownRuleSets } from './shown-rule-sets.ts'

type Shown = OutputOf<'rules.show'>
type State = Shown['adoptions'][number]['state']

export const proofInWords = (proof: Proof | null): string | null =>
  proof === null ? null : `Told by ${proof.toldBy}, ${proofSource(proof)}`

/** What each recorded adoption is today: one for a region and day that was recorded again is replaced. */
function statesOf(records: readonly AdoptionRecord[], today: CivilDate): Map<string, State> {
  const states = new Map<string, State>()
  const regions = new Set(records.map(({ region }) => region))
  for (const region of regions) {
    const ofRegion = records.filter((record) => record.region === region)
    const standing = new Map(ofRegion.map((record) => [record.from, record]))
    const current = [...standing.values()]
      .filter(({ from }) => from <= today)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)
    for (const record of ofRegion) {
      const isStanding = standing.get(record.from) === record
      states.set(
        record.id,
        !isStanding ? 'replaced' : record.from > today ? 'coming' : record === current ? 'in_force' : 'past',
      )
    }
  }
  return states
}

const ORDER: Readonly<Record<State, number>> = { in_force: 0, coming: 1, past: 2, replaced: 3 }

/** The rules in force here, every rule set and dated item behind them, and where their sources part. */
export function rulesShown(store: Store, today: CivilDate): Shown {
  const records = listAdoptionRecords(store.read)
  const states = statesOf(records, today)
  const name = store.establishment.name
  const current = records.filter(({ id }) => states.get(id) === 'in_force')
  const inForceFor = (rules: RuleSetId) =>
    current.filter(({ ruleSet }) => ruleSet === rules).map(({ region }) => region ?? name)
  return {
    today,
    establishment: name,
    regions: PROBATION_REGIONS.map((region) => region.name),
    adoptions: records
      .map((record) => ({
        region: record.region,
        ruleSet: record.ruleSet,
        name: RULE_SETS[record.ruleSet].name,
        from: record.from,
        state: states.get(record.id) ?? 'past',
        proof: proofInWords(record.proof),
        by: record.byName,
        at: record.at,
      }))
      .sort(
        (a, b) =>
          ORDER[a.state] - ORDER[b.state] ||
          (a.region ?? '').localeCompare(b.region ?? '', 'en-GB') ||
          (a.from < b.from ? 1 : -1),
      ),
    needsProof: current.some(({ region, proof }) => region === null && proof === null),
    ruleSets: shownRuleSets(inForceFor),
    conflicts: SOURCE_CONFLICTS.map(({ id, topic, says, here }) => ({
      id,
      topic,
      says: says.map(({ source, what, ruleSet }) => ({
        source,
        what,
        appliesHere: ruleSet !== null && inForceFor(ruleSet).length > 0,
      })),
      here,
    })),
    items: shownItems(listLocalItemRecords(store.read), today),
  }
}

import { createHash } from 'node:crypto'
import type { RememberedPlan } from '../../../../domain/model/remembered-plan.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

/** What is kept of a planned case. The day it was planned on is not in it: the same plan on another day is the same text. */
export function rememberedOf(planned: PlannedCase): RememberedPlan {
  const { plan, adoption, responsibility, facts } = planned
  return {
    rules: planned.rules,
    region: adoption.region,
    since: adoption.from,
    calculated: plan?.responsibility ?? null,
    responsibility,
    reason: plan?.reason ?? null,
    start: plan?.handover_start_date ?? null,
    handover: plan?.handover_date ?? null,
    release: plan?.earliest_release ?? null,
    kind: plan?.handover_type ?? null,
    flags: plan?.flags ?? [],
    meetings: planned.meetings().map(({ id, due, window_from, window_to }) => ({
      id,
      due,
      from: window_from,
      to: window_to,
    })),
    com: facts.com_name ?? facts.com_email ?? null,
  }
}

/** The same as text, by which two are told apart. */
export const bodyOf = (planned: PlannedCase): string => JSON.stringify(rememberedOf(planned))

const editions = new Map<RuleSetId, string>()

/** A digest of what a rule set says: another one means that the program, not the case, has changed. */
export function editionOf(rules: RuleSetId): string {
  let edition = editions.get(rules)
  if (edition === undefined) {
    const digest = createHash('sha256').update(JSON.stringify(RULE_SETS[rules])).digest('hex')
    editions.set(rules, (edition = digest.slice(0, 16)))
  }
  return edition
}

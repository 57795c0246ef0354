import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { EarlyAllocationAssessment } from '../../../../domain/early-allocation/assessment.ts'
import {
  awaitsDecision,
  earlyAllocationState,
  isInWindow,
  windowOpensOn,
  type EarlyAllocationState,
} from '../../../../domain/early-allocation/early-allocation.ts'
import { holdsOn, lastDayOf } from '../../../../domain/planning/override.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { assessmentsIn, overridesIn } from '../planning/decided.ts'
import type { PlannedCase, RecordedOverride } from '../planning/planned-case.ts'

type Shown = OutputOf<'decisions.show'>

function overrideShown({ record, body }: RecordedOverride, today: CivilDate): Shown['overrides'][number] {
  const last = lastDayOf(body)
  const state = holdsOn(body, today) ? 'in_force' : body.from > today && last >= body.from ? 'coming' : 'over'
  return {
    id: record.id,
    by: record.byName,
    at: record.at,
    ...body,
    state,
    says: overrideSays(body, state, last),
  }
}

function overrideSays(
  { from, ended }: RecordedOverride['body'],
  state: Shown['overrides'][number]['state'],
  last: CivilDate,
): string {
  if (state === 'coming') return `From ${formatDate(from)} until ${formatDate(last)}`
  if (state === 'in_force') return `Since ${formatDate(from)}, until ${formatDate(last)}`
  if (last < from) return `Never came into force: ended before ${formatDate(from)}`
  return ended === null ? `Ended by itself after ${formatDate(last)}` : `Ended from ${formatDate(ended.on)}`
}

const STATE_SAYS: Record<EarlyAllocationState, (opens: CivilDate | null) => string> = {
  none: (opens) =>
    opens === null
      ? 'Not assessed. No date is known to count the 18 months from.'
      : `Not assessed. An assessment stands from ${formatDate(opens)}.`,
  granted: () => 'Agreed: handover is counted 15 months before release, where the rules in force say so.',
  awaiting_decision: () => 'Waiting for the community to decide: record the decision when it comes.',
  refused: () => 'The community declined. Handover is counted as usual.',
  not_eligible: () => 'Assessed as not eligible. Assess again if anything changes.',
  too_early: (opens) =>
    `Assessed before the 18 months: it has to be done again${opens === null ? '' : ` from ${formatDate(opens)}`}.`,
  redo: () => 'The 18 months have begun since it was assessed: do it again now.',
}

function assessmentShown(record: DecisionRecord): Shown['earlyAllocation']['assessments'][number] {
  const body = record.body as EarlyAllocationAssessment
  return { id: record.id, by: record.byName, at: record.at, ...body, awaitsDecision: awaitsDecision(body) }
}

/** Everything decided about responsibility and early allocation of one case, newest first, with where it stands. */
export function decisionsShown(planned: PlannedCase, today: CivilDate): Shown {
  const { decisions, facts, plan } = planned
  const assessments = assessmentsIn(decisions)
  const opens = windowOpensOn(facts)
  const state = earlyAllocationState(assessments, facts, today)
  return {
    calculated: plan?.responsibility ?? null,
    effective: planned.responsibility,
    overrides: overridesIn(decisions)
      .map((each) => overrideShown(each, today))
      .toReversed(),
    earlyAllocation: {
      state,
      says: STATE_SAYS[state](opens),
      windowOpens: opens,
      isOpen: isInWindow(facts, today),
      assessments: decisions
        .filter(({ kind }) => kind === 'early_allocation')
        .map(assessmentShown)
        .toReversed(),
    },
  }
}

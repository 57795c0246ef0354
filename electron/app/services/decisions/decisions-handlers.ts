import type { Desk, Handlers } from '../../context.ts'
import { assessEarlyAllocation, recordCommunityDecision } from './assess-early-allocation.ts'
import { caseOf } from './case-of.ts'
import { decisionsShown } from './decisions-shown.ts'
import { exportAssessment } from './export-assessment.ts'
import { endOverride, overrideResponsibility } from './override-responsibility.ts'

type DecisionMethods =
  | 'decisions.show'
  | 'responsibility.override'
  | 'responsibility.end'
  | 'assessment.save'
  | 'assessment.recordDecision'
  | 'assessment.export'

/** What people decide about one case: who is responsible, and whether it is allocated early. */
export function decisionsHandlers(desk: Desk): Pick<Handlers, DecisionMethods> {
  return {
    'decisions.show': async ({ personId }, { session }) =>
      decisionsShown(caseOf(desk, session, personId), desk.clock.today()),
    'responsibility.override': async (input, { session }) => {
      await overrideResponsibility(desk, session, input)
      return {}
    },
    'responsibility.end': async (input, { session }) => {
      await endOverride(desk, session, input)
      return {}
    },
    'assessment.save': async (input, { session }) => assessEarlyAllocation(desk, session, input),
    'assessment.recordDecision': async (input, { session }) => {
      await recordCommunityDecision(desk, session, input)
      return {}
    },
    'assessment.export': async (input, { session }) => exportAssessment(desk, session, input),
  }
}

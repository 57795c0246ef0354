/** The rules need a fact nobody recorded: no plan can be made until it is. */
export interface PlanProblem {
  error: { code: 'missing_fact'; field: string; message: string }
}

export function isProblem(plan: object): plan is PlanProblem {
  return 'error' in plan
}

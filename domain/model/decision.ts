/** What is decided about one case by people here, each with a shape of its own for its `body`. */
export const DECISION_KINDS = [
  'responsibility',
  'early_allocation',
  'parole_review',
  'national_difference',
  'movement',
  'allocation',
  'ready_to_go',
  'sentence',
  'recall',
  'kept_ours',
  'contact',
  'case_note',
  'next_step',
  'chase',
  'told',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

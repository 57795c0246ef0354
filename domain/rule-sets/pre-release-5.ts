import { beforeRelease, noDates, row, type RuleSet } from './rule-set.ts'

/** The pre-release model in full, as the resettlement policy page gives it. */
export const preRelease5: RuleSet = {
  id: 'pre-release-5',
  name: 'Pre-release 5 months',
  shortName: '5-month rules',
  monthsLabel: '5 months',
  summary:
    'The pre-release model in full: 5 months before release for determinate sentences with more than 10 months to serve, 12 months for indeterminate sentences, no handover for shorter ones.',
  openPrisonStart: false,
  rows: [
    row(1, 'recalled', noDates('com'), 'recall_case'),
    row(2, 'immigration', noDates('com'), 'immigration_case'),
    row(3, 'no_release', noDates('pom'), 'release_date_unknown'),
    row(4, 'early_allocation', beforeRelease(15), 'early_allocation', { clamped: true }),
    row(5, 'indeterminate', beforeRelease(12), 'indeterminate', { clamped: true }),
    row(6, 'short', noDates('com'), 'determinate_short'),
    row(7, 'any', beforeRelease(5), 'determinate', {
      clamped: true,
      reasonIf: { fact: 'parole_date', reason: 'determinate_parole' },
    }),
  ],
  source: 'Probation Service welcome hub, Resettlement and pre-release policy and practice changes',
  effectiveFrom: null,
  effectiveTo: null,
  effective:
    'Once staffing allows the pre-release model in full; no date given. No other source found gives 5 months, so confirm it locally before adopting.',
  confidence: 'low',
}

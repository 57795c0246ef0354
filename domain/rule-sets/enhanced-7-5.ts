import { beforeRelease, noDates, row, type RuleSet } from './rule-set.ts'

/** The enhanced model the 2021 letter announced. */
export const enhanced75: RuleSet = {
  id: 'enhanced-7-5',
  name: 'Enhanced 7½ months',
  shortName: '7½-month rules',
  monthsLabel: '7½ months',
  summary:
    'The enhanced model of the 2021 letter: 7 months and 15 days before release for determinate sentences, 8 months for parole and indeterminate cases, two further mandated meetings.',
  openPrisonStart: false,
  rows: [
    row(1, 'recalled', noDates('com'), 'recall_case'),
    row(2, 'immigration', noDates('com'), 'immigration_case'),
    row(3, 'no_release', noDates('pom'), 'release_date_unknown'),
    row(4, 'early_allocation', beforeRelease(15), 'early_allocation', { clamped: true }),
    row(5, 'indeterminate', beforeRelease(8), 'indeterminate', { clamped: true }),
    row(6, 'short_with_service', noDates('com'), 'determinate_short'),
    row(7, 'parole', beforeRelease(8), 'determinate_parole', { clamped: true }),
    row(8, 'any', beforeRelease(7, 15), 'determinate', { clamped: true }),
  ],
  source: 'HMPPS letter on the resettlement approach, June 2021, item 3 beyond Day 1',
  effectiveFrom: null,
  effectiveTo: null,
  effective:
    'Announced for spring 2022, region by region as staff came into post; no region dates are known here.',
  confidence: 'medium',
}

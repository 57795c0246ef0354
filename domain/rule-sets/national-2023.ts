import type { CivilDate } from '../dates/civil-date.ts'
import { beforeRelease, noDates, row, type RuleSet } from './rule-set.ts'

/** The national calculator as its code stood in August 2026. It never moves a date to the sentence start. */
export const national2023: RuleSet = {
  id: 'national-2023',
  name: 'National service 8½ months',
  shortName: 'National rules',
  monthsLabel: '8½ months',
  summary:
    'What the national Manage POM cases service calculates: 8 months and 14 days before release, 12 months for parole and indeterminate cases, no handover for sentences of 10 months or less.',
  openPrisonStart: true,
  rows: [
    row(1, 'additional_isp', noDates('pom'), 'additional_isp'),
    row(2, 'far_hearing_recalled_low_mappa', noDates('pom_with_com'), 'recall_thd_over_12_months'),
    row(3, 'far_hearing_refused_mappa_2_3', noDates('com'), 'parole_mappa_2_3'),
    row(4, 'far_hearing_refused', noDates('pom_with_com'), 'thd_over_12_months'),
    row(5, 'recalled', noDates('com'), 'recall_case'),
    row(6, 'immigration', noDates('com'), 'immigration_case'),
    row(7, 'no_release', noDates('pom'), 'release_date_unknown'),
    row(8, 'early_allocation', beforeRelease(15), 'early_allocation'),
    row(9, 'indeterminate', beforeRelease(12), 'indeterminate', {
      reasonIf: { fact: 'open_conditions', reason: 'indeterminate_open' },
    }),
    row(10, 'short', noDates('com'), 'determinate_short'),
    row(11, 'parole', beforeRelease(12), 'determinate_parole'),
    row(12, 'any', beforeRelease(8, 14), 'determinate'),
  ],
  source: 'Manage POM cases, handover_calculation.rb and offender_handover.rb at 7aeb43b9, 21 August 2026',
  effectiveFrom: '2023-04-11' as CivilDate,
  effectiveTo: null,
  effective:
    'Determinate rules in the service from April 2023, parole and indeterminate rules from November 2023, recalled and refused indeterminate cases from May 2024. Read in August 2026; later changes are not known here.',
  confidence: 'high',
}

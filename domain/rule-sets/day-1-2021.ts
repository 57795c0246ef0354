import type { CivilDate } from '../dates/civil-date.ts'
import { beforeRelease, noDates, row, type RuleSet } from './rule-set.ts'

const dated = { clamped: true, needsCohort: true }

/** Unification day: everybody stays on the model of the provider they came from. */
export const day1In2021: RuleSet = {
  id: 'day-1-2021',
  name: 'Day 1, 26 June 2021',
  shortName: 'Day 1 rules',
  monthsLabel: '4½ months (NPS) or 12 weeks (CRC)',
  summary:
    'Nothing changes on Day 1: legacy NPS cases are supported from 7 months and 15 days before release and handed over at 4 months and 15 days; legacy CRC cases are handed over 84 days before release or curfew.',
  openPrisonStart: false,
  rows: [
    row(1, 'recalled', noDates('com'), 'recall_case'),
    row(2, 'immigration', noDates('com'), 'immigration_case'),
    row(3, 'no_release', noDates('pom'), 'release_date_unknown'),
    row(4, 'early_allocation_nps', beforeRelease(15), 'early_allocation', dated),
    row(5, 'indeterminate_or_parole', beforeRelease(8), 'indeterminate', {
      ...dated,
      reasonIf: { fact: 'determinate', reason: 'determinate_parole' },
    }),
    row(
      6,
      'nps',
      { kind: 'legacy_nps', start: { months: 7, days: 15 }, handover: { months: 4, days: 15 } },
      'nps_determinate',
      dated,
    ),
    row(7, 'crc', { kind: 'legacy_crc', offset: { months: 0, days: 84 } }, 'crc_determinate', dated),
  ],
  source:
    'HMPPS letter on the resettlement approach, June 2021, Day 1 item 4; legacy offsets from the history of Manage POM cases (a4c7e49d, 7003a3dd, 07cbb094)',
  effectiveFrom: '2021-06-26' as CivilDate,
  effectiveTo: null,
  effective: 'From 26 June 2021 until an area is told otherwise.',
  confidence: 'high',
}

import * as fc from 'fast-check'
import { addDays, fromDayNumber } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { NEEDS, type CaseFacts } from '../../domain/model/case-facts.ts'

export const TODAY = '2026-11-21' as CivilDate

/** Any accepted day. */
export const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map(fromDayNumber)

/** Days near today, with a taste for the ends of months, where clamping lives. */
export const nearDay = fc.oneof(
  fc.integer({ min: -2500, max: 2500 }).map((days) => addDays(TODAY, days)),
  fc
    .tuple(
      fc.integer({ min: 2022, max: 2031 }),
      fc.constantFrom('01-31', '02-28', '03-01', '03-31', '08-31', '10-31'),
    )
    .map(([year, day]) => `${year}-${day}` as CivilDate),
  fc.constantFrom('2024-02-29', '2028-02-29', '2026-11-21', '2027-11-21').map((day) => day as CivilDate),
)

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const flag = maybe(fc.boolean())
const rarely = fc.constantFrom(false, false, false, null, true)

export const anyFacts: fc.Arbitrary<CaseFacts> = fc.record(
  {
    date_of_birth: fc
      .constantFrom('1980-05-09', '2008-11-21', '2008-11-22', '2008-02-29')
      .map((day) => day as CivilDate),
    sentence_start_date: maybe(nearDay),
    conditional_release_date: maybe(nearDay),
    automatic_release_date: maybe(nearDay),
    parole_eligibility_date: fc
      .constantFrom(null, null)
      .chain((none) => fc.oneof(fc.constant(none), nearDay)),
    tariff_expiry_date: maybe(nearDay),
    target_hearing_date: maybe(nearDay),
    home_detention_curfew_eligibility_date: maybe(nearDay),
    home_detention_curfew_actual_date: maybe(nearDay),
    confirmed_release_date: maybe(nearDay),
    approved_parole_date: maybe(nearDay),
    early_removal_scheme_eligibility_date: maybe(nearDay),
    is_indeterminate: flag,
    is_early_allocation: rarely,
    recalled: rarely,
    immigration: rarely,
    additional_isp: rarely,
    legal_status: fc.constantFrom(
      'sentenced',
      'sentenced',
      'sentenced',
      null,
      'recall',
      'immigration',
      'remand',
      'civil',
    ),
    in_open_conditions: flag,
    open_prison_rules_apply: flag,
    womens_prison: flag,
    category_active_since: maybe(nearDay),
    prison_arrival_date: maybe(nearDay),
    mappa_level: fc.constantFrom(null, 0, 1, 2, 3),
    parole_outcome_release: flag,
    legacy_cohort: fc.constantFrom('nps', 'crc', null),
    short_sentence_function: flag,
    enhanced_resourcing: flag,
    reception_date: maybe(nearDay),
    post_recall_release_date: maybe(nearDay),
    last_oasys_date: maybe(nearDay),
    rosh_level: fc.constantFrom(null, 'low', 'medium', 'high', 'very_high'),
    com_name: fc.constantFrom(null, null, 'Made Up'),
    com_email: fc.constantFrom(null, null, 'made.up@example.com'),
    sex: fc.constantFrom(null, 'male', 'female'),
    destination_nation: fc.constantFrom(null, 'england', 'wales'),
    prison_nation: fc.constantFrom(null, 'england', 'wales'),
    needs: maybe(fc.subarray([...NEEDS])),
  },
  { requiredKeys: [] },
)

import type { Reason } from '../model/plan.ts'
import { MARKING, PACK_SCHEMA_VERSION, type ComposedSection, type Pack, type PackType } from './pack.ts'
import type { PackInput } from './pack-input.ts'
import { atAGlance } from './sections/at-a-glance.ts'
import { cover, nameOf } from './sections/cover.ts'
import { responsibilityHistory } from './sections/history.ts'
import { identity } from './sections/identity.ts'
import { needs } from './sections/needs.ts'
import { outstanding } from './sections/outstanding.ts'
import { resettlement } from './sections/resettlement.ts'
import { sentenceAndDates } from './sections/sentence.ts'
import { warningsOf } from './warnings.ts'

/** What a full pack has and this one does not yet. While any is missing no pack is ready. */
export const MISSING_SECTIONS: readonly string[] = [
  '5 Offence and attitude to it',
  '6 Custodial behaviour',
  '7 Risk to others',
  '8 Risk to self and coping',
  '10 Programmes, education and work',
  '11 Sentence plan and objectives',
  '12 Predictors and other assessments',
  '13 Public protection',
  '15 Licence and monitoring',
  '16 The person’s view',
  '17 Risk management plan and contingency drafts',
  '19 Documents index',
  '20 Sign-off and log',
]

/** Cases the community holds from the start, or that are no offender management case: nothing is handed over. */
const NO_HANDOVER: ReadonlySet<Reason> = new Set<Reason>([
  'outside_omic',
  'recall_case',
  'recall_thd_over_12_months',
  'parole_mappa_2_3',
  'immigration_case',
  'determinate_short',
])

export function packTypeOf({ plan, record }: Pick<PackInput, 'plan' | 'record'>): PackType {
  if (plan !== null) return NO_HANDOVER.has(plan.reason) ? 'custody summary' : 'first handover'
  return record.recall === true || record.legal_status === 'immigration'
    ? 'custody summary'
    : 'first handover'
}

/**
 * The whole pack from what is known: each fact once with its source and date, a gap for each that should be there and
 * is not. The same input always gives the same pack.
 */
export function composePack(input: PackInput): Pack {
  const type = packTypeOf(input)
  const composed: ComposedSection[] = [
    cover(input, type),
    atAGlance(input),
    identity(input),
    sentenceAndDates(input),
    responsibilityHistory(input),
    needs(input),
    resettlement(),
    outstanding(input),
  ]
  const sections = composed.map(({ section }) => section)
  const gaps = composed.flatMap((part) => part.gaps)
  const values = sections.flatMap((section) => section.values)
  return {
    schema_version: PACK_SCHEMA_VERSION,
    pack_id: input.packId,
    version: input.version,
    type,
    status: gaps.length === 0 && MISSING_SECTIONS.length === 0 ? 'ready' : 'draft',
    marking: MARKING,
    title: type === 'custody summary' ? 'Custody summary' : 'Handover pack',
    built_on: input.today,
    built_by: input.author,
    case: {
      prison_number: input.record.prison_number ?? null,
      crn: input.record.crn ?? null,
      name: nameOf(input),
      establishment: input.establishment.name,
    },
    sections,
    gaps,
    warnings: warningsOf(input),
    missing_sections: [...MISSING_SECTIONS],
    completeness: { known: values.filter(({ value }) => value !== null).length, asked: values.length },
  }
}

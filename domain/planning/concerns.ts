import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Plan } from '../model/plan.ts'
import { formatDate } from '../text/dates.ts'
import { isImmigration, isRecalled } from './case-work.ts'
import { contradictions, type Contradiction } from './flags.ts'

// What is recorded of a case that contradicts itself, cannot be right, or is not there. None of it ever stops a plan: the
// rules work with what there is and say what they took for granted. Each concern says what to check, and where.

/** Worst first: what may give a wrong date, then what leaves one out, then what is only untidy. */
export const CONCERN_CODES = [
  'release_before_sentence',
  'tariff_on_determinate',
  'ped_after_crd',
  'hdced_after_crd',
  'confirmed_release_before_sentence',
  'two_open_reviews',
  'cannot_plan',
  'unknown_region',
  'no_region',
  'unknown_status',
  'no_legal_status',
  'no_release_date',
  'indeterminate_without_dates',
  'recall_without_prrd',
  'no_sentence_start',
  'no_date_of_birth',
  'no_risk',
  'born_after_sentence',
  'sentence_ahead',
  'arrived_before_reception',
  'same_crn',
] as const
export type ConcernCode = (typeof CONCERN_CODES)[number]

/** What each is called in the queue, and where to look. */
export const CONCERN_TEXT: Readonly<Record<ConcernCode, { title: string; check: string }>> = {
  release_before_sentence: {
    title: 'Release before the sentence',
    check: 'Check the release dates and the sentence start in NOMIS.',
  },
  tariff_on_determinate: {
    title: 'Tariff on a determinate sentence',
    check: 'Check in NOMIS whether the sentence is indeterminate. The tariff is not used until it is.',
  },
  ped_after_crd: {
    title: 'PED after CRD',
    check: 'Check both dates in NOMIS. Handover is counted from the PED.',
  },
  hdced_after_crd: {
    title: 'HDCED after CRD',
    check: 'Check both dates in NOMIS: nobody goes out on curfew after release.',
  },
  confirmed_release_before_sentence: {
    title: 'Confirmed release before the sentence',
    check: 'Check the confirmed release date: it may belong to an earlier sentence.',
  },
  two_open_reviews: {
    title: 'Two open parole reviews',
    check: 'Check which review is live, and close the other.',
  },
  cannot_plan: {
    title: 'No plan can be made',
    check: 'Record what the rules in force here need.',
  },
  unknown_region: {
    title: 'Home region no list knows',
    check: 'Ask which probation region this is. Until then the establishment’s own rules are used.',
  },
  no_region: {
    title: 'Home region not known',
    check:
      'Find the home region in NDelius. Until then the establishment’s own rules are used, and they may not be the region’s.',
  },
  unknown_status: {
    title: 'Imprisonment status no list knows',
    check: 'Ask what the status means: it is kept as written, and says nothing to the rules yet.',
  },
  no_legal_status: {
    title: 'Legal status not known',
    check: 'Find it in NOMIS. Planned as sentenced until then.',
  },
  no_release_date: {
    title: 'No release date to count from',
    check: 'Find the CRD, ARD or PED in NOMIS.',
  },
  indeterminate_without_dates: {
    title: 'Indeterminate, without tariff or hearing',
    check: 'Find the tariff expiry date, or record the target hearing date.',
  },
  recall_without_prrd: {
    title: 'Recalled, without a post-recall release date',
    check: 'Find the PRRD in NOMIS, or whether the recall is a standard one.',
  },
  no_sentence_start: {
    title: 'Sentence start not known',
    check: 'Find it in NOMIS: without it a short sentence cannot be told.',
  },
  no_date_of_birth: {
    title: 'Date of birth not known',
    check: 'Find it in NOMIS. Planned as an adult until then.',
  },
  no_risk: { title: 'Risk level not known', check: 'Find the RoSH level in OASys.' },
  born_after_sentence: {
    title: 'Born after the sentence began',
    check: 'Check the date of birth and the sentence start in NOMIS.',
  },
  sentence_ahead: { title: 'Sentence starts in the future', check: 'Check the sentence start in NOMIS.' },
  arrived_before_reception: {
    title: 'Arrived here before reception into custody',
    check: 'Check the reception and arrival dates in NOMIS.',
  },
  same_crn: {
    title: 'One CRN on two prison numbers',
    check: 'Check whether these are one person recorded twice, and which CRN is right.',
  },
}

export interface Concern {
  code: ConcernCode
  /** What stands against what, in one sentence. */
  says: string
}

/** What is known beside the facts the rules read. */
export interface ConcernInput {
  facts: CaseFacts
  plan: Plan | null
  /** Why no plan could be made; null where one was. */
  missing: string | null
  today: CivilDate
  /** The home region as written; null where nothing is. `regionKnown` is whether it is one of the twelve. */
  region: string | null
  regionKnown: boolean
  /** An imprisonment status no list knows, as written; else null. */
  unknownStatus: string | null
  /** Target hearing dates, or other words, of the parole reviews that are open. */
  openReviews: readonly string[]
  /** Prison numbers of others recorded with the same CRN. */
  sameCrn: readonly string[]
}

/** Everything doubtful of one case, worst first; empty for a sound record. Never throws, whatever the facts. */
export function concernsOf(input: ConcernInput): Concern[] {
  const found: Concern[] = []
  const add = (code: ConcernCode, says: string) => found.push({ code, says })
  contradictory(input, add)
  if (input.openReviews.length > 1) {
    add('two_open_reviews', `${input.openReviews.length} reviews are open: ${input.openReviews.join('; ')}.`)
  }
  if (input.missing !== null) add('cannot_plan', `${withoutStop(input.missing)}.`)
  unknownWords(input, add)
  missingFacts(input, add)
  unlikely(input, add)
  if (input.sameCrn.length > 0) add('same_crn', `Also on ${input.sameCrn.join(', ')}.`)
  return found.sort((a, b) => CONCERN_CODES.indexOf(a.code) - CONCERN_CODES.indexOf(b.code))
}

type Add = (code: ConcernCode, says: string) => void

const withoutStop = (text: string) => text.replace(/\.$/, '')

/** What the plan's own flag speaks of, and a confirmed release the flag does not look at. */
function contradictory({ facts, plan }: ConcernInput, add: Add): void {
  for (const { code } of contradictions(facts, plan ?? { earliest_release: null }))
    add(code, against(code, facts, plan))
  const { confirmed_release_date: confirmed, sentence_start_date: start } = facts
  if (confirmed && start && confirmed < start) {
    add(
      'confirmed_release_before_sentence',
      `The confirmed release date is ${formatDate(confirmed)}, before the sentence began on ${formatDate(start)}.`,
    )
  }
}

function against(code: Contradiction['code'], facts: CaseFacts, plan: Plan | null): string {
  const day = (date: CivilDate | null | undefined) => (date ? formatDate(date) : 'a day not known')
  switch (code) {
    case 'release_before_sentence':
      return `The ${plan?.earliest_release?.type ?? 'release'} is ${day(plan?.earliest_release?.date)}, before the sentence began on ${day(facts.sentence_start_date)}.`
    case 'tariff_on_determinate':
      return `A tariff expiry date of ${day(facts.tariff_expiry_date)} is recorded on a determinate sentence.`
    case 'hdced_after_crd':
      return `The HDCED is ${day(facts.home_detention_curfew_eligibility_date)}, after the CRD of ${day(facts.conditional_release_date)}.`
    case 'ped_after_crd':
      return `The PED is ${day(facts.parole_eligibility_date)}, after the CRD of ${day(facts.conditional_release_date)}.`
  }
}

function unknownWords({ region, regionKnown, unknownStatus, plan }: ConcernInput, add: Add): void {
  if (region !== null && !regionKnown) add('unknown_region', `The home region is written “${region}”.`)
  // Only where it decides something: outside OMiC no rule set is chosen.
  if (region === null && (plan === null || plan.in_scope))
    add('no_region', 'No region, local or probation delivery unit is recorded.')
  if (unknownStatus !== null) add('unknown_status', `The status is written “${unknownStatus}”.`)
}

function missingFacts({ facts, plan }: ConcernInput, add: Add): void {
  if (!facts.legal_status) add('no_legal_status', 'Neither a legal status nor a status code says it.')
  if (!facts.date_of_birth) add('no_date_of_birth', 'No date of birth is recorded.')
  if (plan === null || !plan.in_scope) return
  const recalled = isRecalled(facts)
  if (facts.is_indeterminate === true) {
    if (!facts.tariff_expiry_date && !facts.target_hearing_date)
      add(
        'indeterminate_without_dates',
        'An indeterminate sentence with neither a tariff nor a hearing date.',
      )
  } else if (plan.earliest_release === null && !recalled && !isImmigration(facts)) {
    add('no_release_date', 'There is no CRD, ARD or PED.')
  }
  if (recalled && facts.is_indeterminate !== true && !facts.post_recall_release_date)
    add('recall_without_prrd', 'No post-recall release date is recorded.')
  if (!facts.sentence_start_date && !isImmigration(facts))
    add('no_sentence_start', 'No sentence start is recorded.')
  if (!facts.rosh_level) add('no_risk', 'No risk of serious harm level is recorded.')
}

function unlikely({ facts, today }: ConcernInput, add: Add): void {
  const { date_of_birth: born, sentence_start_date: start } = facts
  if (born && start && born >= start)
    add('born_after_sentence', `Born ${formatDate(born)}; the sentence began on ${formatDate(start)}.`)
  if (start && start > today) add('sentence_ahead', `The sentence is said to begin on ${formatDate(start)}.`)
  const { reception_date: received, prison_arrival_date: arrived } = facts
  if (received && arrived && arrived < received) {
    add(
      'arrived_before_reception',
      `Arrived here on ${formatDate(arrived)}, received into custody on ${formatDate(received)}.`,
    )
  }
}

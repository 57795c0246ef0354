import type { CaseFacts, LegalStatus } from '../../../../domain/model/case-facts.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import { findImprisonmentStatus } from '../../../../domain/reference/imprisonment-statuses.ts'
import { findPrison } from '../../../../domain/reference/prisons.ts'
import { findRegion, regionOfUnit } from '../../../../domain/reference/probation-regions.ts'
import { isShortSentenceEarlyAdopter } from '../../../../domain/rule-sets/short-sentence-regions.ts'
import { paroleOutcomeIsRelease } from './parole-outcome.ts'

/** Category D and open young offenders, and the women's open category. */
const OPEN_CATEGORIES = new Set(['D', 'J', 'T'])

/** Held to be deported or extradited. Not immigration detention: work continues unless removal is confirmed. */
const REMOVAL_STATUSES = new Set(['DEPORT', 'REC_DEP', 'EXTRAD'])

/** The codes of one fact. What is recorded has been through the import's lists, so its text is one of them. */
type Known<F extends keyof CaseFacts> = Exclude<CaseFacts[F], undefined>

const statusOf = (record: PersonRecord) =>
  typeof record.imprisonment_status === 'string' ? findImprisonmentStatus(record.imprisonment_status) : null

/** True where the imprisonment status itself speaks of deportation or extradition. */
export function statusSaysRemoval(record: PersonRecord): boolean {
  return REMOVAL_STATUSES.has(statusOf(record)?.code ?? '')
}

/** The home probation region as adoptions name it: what is recorded, else the region of the delivery unit; else null. */
export function homeRegionOf(record: PersonRecord): string | null {
  const written = record.probation_region?.trim() ?? ''
  if (written !== '') return findRegion(written)?.name ?? written
  return regionOfUnit({ code: record.ldu_code, name: record.ldu_name })?.name ?? null
}

/**
 * A legal status somebody wrote down wins; else the imprisonment status says it. Detention for immigration is the one
 * status `DET`: a sentenced man recommended for deportation keeps his sentence, whatever band NOMIS puts him in. A recall
 * is read from the code only where no recall flag says otherwise.
 */
function legalStatusOf(record: PersonRecord): LegalStatus | null {
  const written = (record.legal_status ?? null) as LegalStatus | null
  if (written !== null) return written === 'immigration' && statusSaysRemoval(record) ? null : written
  const status = statusOf(record)?.legalStatus ?? null
  return status === 'recall' && record.recall === false ? 'sentenced' : status
}

function yesNo(text: string | null | undefined, yes: string, no: string): boolean | null {
  return text === yes ? true : text === no ? false : null
}

/**
 * The facts the rules read, from what is recorded of one person at `establishment` (its three-letter code). What nobody
 * recorded stays unknown: nothing here is a guess, and each inference says what it rests on.
 */
export function factsOf(record: PersonRecord, establishment: string): CaseFacts {
  // The prison the person is in by the extract; a patient in hospital or somebody between prisons is still ours.
  const prison = findPrison(record.prison_code ?? '') ?? findPrison(establishment)
  const womens = prison === null ? null : prison.gender === 'female'
  const siteIsOpen = prison?.open ?? false
  const region = homeRegionOf(record)

  return {
    date_of_birth: record.date_of_birth ?? null,
    sentence_start_date: record.sentence_start_date ?? null,
    reception_date: record.reception_date ?? null,
    conditional_release_date: record.crd ?? null,
    automatic_release_date: record.ard ?? null,
    parole_eligibility_date: record.ped ?? null,
    tariff_expiry_date: record.ted ?? null,
    target_hearing_date: record.thd ?? null,
    home_detention_curfew_eligibility_date: record.hdced ?? null,
    home_detention_curfew_actual_date: record.hdcad ?? null,
    confirmed_release_date: record.confirmed_release_date ?? null,
    approved_parole_date: record.apd ?? null,
    post_recall_release_date: record.prrd ?? null,
    early_removal_scheme_eligibility_date: record.ersed ?? null,
    last_oasys_date: record.oasys_date ?? null,
    // The flag, else the status code: the codes for life, IPP and detention at His Majesty's pleasure are a closed list.
    is_indeterminate: record.indeterminate ?? statusOf(record)?.indeterminate ?? null,
    is_early_allocation: record.early_allocation ?? null,
    recalled: record.recall ?? null,
    additional_isp: record.additional_isp ?? null,
    legal_status: legalStatusOf(record),
    // Chooses the reason word only: an open category or an open site.
    in_open_conditions: siteIsOpen || OPEN_CATEGORIES.has(record.category ?? ''),
    // Starts supervision early, counted from the day of arrival (men) or of the category (women), so it needs the open
    // site for a man and the open category for a woman: a category D man in a closed prison has arrived nowhere open.
    open_prison_rules_apply: womens === true ? record.category === 'T' : siteIsOpen,
    womens_prison: womens,
    category_active_since: record.category_active_since ?? null,
    prison_arrival_date: record.arrival_date ?? null,
    mappa_level: (record.mappa_level ?? null) as Known<'mappa_level'>,
    parole_outcome_release: paroleOutcomeIsRelease(record.parole_outcome),
    legacy_cohort: (record.legacy_cohort ?? null) as Known<'legacy_cohort'>,
    short_sentence_function: region === null ? null : isShortSentenceEarlyAdopter(region),
    enhanced_resourcing: yesNo(record.resourcing, 'enhanced', 'standard'),
    rosh_level: (record.rosh ?? null) as Known<'rosh_level'>,
    com_name: staffNameOf(record.com_name),
    com_email: staffNameOf(record.com_email),
    sex: (record.sex ?? null) as Known<'sex'>,
    restricted_patient: record.restricted_patient ?? null,
    prison_nation: prison?.country ?? null,
    // Not known from any list: where they will live (the home region is not an address), the kind of recall, and needs.
  }
}

import { HANDOVER_TABS, type HandoverTab } from '../../../../domain/model/handover-tab.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { isRecalled, isUnsentenced } from '../../../../domain/planning/case-work.ts'
import { earlyAllocationState } from '../../../../domain/early-allocation/early-allocation.ts'
import { lastDayOf } from '../../../../domain/planning/override.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import { assessmentsIn, comingOverride, overridesIn } from '../planning/decided.ts'
import type { PlannedCase, RecordedOverride } from '../planning/planned-case.ts'
import type { Com } from './com-state.ts'
import type { ReleaseFirst } from './release-first.ts'
import type { CaseTask } from './tasks.ts'

// Which lists a case is in. The first four are those users know from the national service, without its blind spots: a case
// is never left out because a date in it has passed or is today, nor because somebody is already named. The other five hold
// the cases that service shows nowhere. A case is in every list it belongs to: the lists are questions, not boxes.

/** Cases whose COM is responsible from the start and that have a list of their own. */
const OWN_LIST = new Set(['recall_case', 'determinate_short', 'immigration_case'])

/** An indeterminate case whose tariff is today or past and who has not been released since. */
export function isPastTariff(facts: CaseFacts, today: CivilDate): boolean {
  const tariff = facts.tariff_expiry_date ?? null
  return facts.is_indeterminate === true && tariff !== null && tariff <= today && !isRecalled(facts)
}

/** What to record about the parole of somebody past tariff with no hearing ahead. */
export function hearingToRecord({
  target_hearing_date: hearing,
  parole_outcome_release: outcome,
}: CaseFacts): string {
  if (hearing && (outcome ?? null) === null) {
    return `The hearing of ${formatDate(hearing)} has passed: record the outcome, or the next hearing.`
  }
  return 'No hearing is ahead: record the next one.'
}

/** For how long an override that has ended is still to be looked at. */
const ENDED_DAYS = 28

/** Lists a case is in by what was decided here, whatever its plan says. */
function decidedTabs({ decisions, facts, override }: PlannedCase, today: CivilDate): Set<HandoverTab> {
  const tabs = new Set<HandoverTab>()
  if (decisions.length === 0) return tabs
  const hasEnded = ({ body }: RecordedOverride) => {
    const last = lastDayOf(body)
    return last < today && last >= body.from && daysBetween(last, today) <= ENDED_DAYS
  }
  if (override !== null || comingOverride(decisions, today) !== null || overridesIn(decisions).some(hasEnded))
    tabs.add('overrides')
  const state = earlyAllocationState(assessmentsIn(decisions), facts, today)
  if (state === 'awaiting_decision' || state === 'redo' || state === 'too_early') tabs.add('early_allocation')
  return tabs
}

export function tabsOf(
  planned: PlannedCase,
  com: Com,
  tasks: readonly CaseTask[],
  releaseFirst: ReleaseFirst | null,
  today: CivilDate,
): Set<HandoverTab> {
  const { facts, plan, responsibility } = planned
  const tabs = decidedTabs(planned, today)
  if (plan === null || !plan.in_scope) {
    if (plan?.flags.includes('under_18') === true) tabs.add('under_18')
    else if (isUnsentenced(facts)) tabs.add('remand')
    return tabs
  }
  if (plan.reason === 'release_date_unknown') tabs.add('release_unknown')
  const days = plan.handover_date === null ? null : daysBetween(today, plan.handover_date)
  // Somebody who may leave first is handed over before they do, not when the date says.
  const first = releaseFirst === null ? null : daysBetween(today, releaseFirst.date)
  const upcoming = days !== null && days >= 0 && Math.min(days, first ?? days) <= WINDOW_DAYS

  if (upcoming) tabs.add('upcoming')
  const withTheCommunity = responsibility === 'com' && !OWN_LIST.has(plan.reason)
  if (withTheCommunity || (upcoming && com.state === 'named')) tabs.add('in_progress')
  if (tasks.some(({ state }) => state === 'overdue')) tabs.add('tasks_overdue')
  if (com.state === 'overdue') tabs.add('com_overdue')
  if (isPastTariff(facts, today)) tabs.add('past_tariff')
  if (responsibility === 'pom_with_com') tabs.add('open_com_supports')
  if (isRecalled(facts)) tabs.add('recalls')
  if (plan.reason === 'determinate_short') tabs.add('short_sentences')
  if (plan.reason === 'immigration_case') tabs.add('immigration')
  return tabs
}

/**
 * Whether the national lists would leave this person out on `today` because they take a date that has come for a release:
 * the date they show (the next of these, else the latest past one) is not after today.
 */
export function nationalListsHide(record: PersonRecord, today: CivilDate): boolean {
  const date = nationallyShownDate(record, today)
  return date !== null && date <= today
}

/** The release date the national lists show: the next of the first dates, else their latest; where there is none, of the others. */
export function nationallyShownDate(record: PersonRecord, today: CivilDate): CivilDate | null {
  return (
    nationallyShown([record.crd, record.ard, record.hdced, record.hdcad, record.ped, record.ted], today) ??
    nationallyShown([record.sed, record.led, record.prrd, record.apd], today)
  )
}

function nationallyShown(
  dates: readonly (CivilDate | null | undefined)[],
  today: CivilDate,
): CivilDate | null {
  const known = dates.filter((date) => date !== null && date !== undefined)
  const ahead = known.filter((date) => date >= today)
  return (ahead.length > 0 ? ahead.sort()[0] : known.sort().at(-1)) ?? null
}

export const TAB_ABOUT: Record<HandoverTab, string> = {
  upcoming:
    'Handover in the next 8 weeks, or due today, whether or not a COM is named; and later handovers of people who may be released in the next 8 weeks. The national service moves a case out of this list as soon as it has a COM.',
  in_progress:
    'The COM is responsible, or handover is within 8 weeks and the COM is already named (those are in Upcoming too).',
  tasks_overdue:
    'Handover has passed, or a mandated meeting’s day has, and something is not recorded as done. Planning dates and work that was late before the person arrived are never overdue.',
  com_overdue:
    'The COM is responsible and nobody is named: from 2 days after handover, and for recalls, immigration and short sentences, which have no handover date and which the national service never counts.',
  past_tariff:
    'Each has a tariff that has passed and has not been released. The national lists take a past earliest date for a release, so the case and its reminders drop out of sight. Here it stays.',
  open_com_supports:
    'The POM is responsible and a COM supports. The national lists ask for one or the other alone, so these are in none of them.',
  recalls:
    'Recalled to custody. Most have no handover date, so the national lists leave them out, and a missing COM is never counted.',
  short_sentences:
    'Ten months or less to serve: the community is responsible from the start, with no handover date, so the national service lists them nowhere.',
  immigration:
    'Held for immigration: the community is responsible, with no handover date, so the national service lists them nowhere.',
  release_unknown:
    'Sentenced, with no release date to count from. The national service leaves them out until one comes; here they stay with the POM and are asked about.',
  under_18:
    'Outside offender management in custody until their 18th birthday. Each has the plan they will have then; until then the youth justice worker stands in place of a COM.',
  remand:
    'On remand, unsentenced or civil: nobody hands them over. Reception and resettlement work still applies, and what is begun stays with the person when sentenced.',
  overrides:
    'Responsibility was decided here rather than by the rules, or was until not long ago. An override ends by itself: confirm with the community what holds after it.',
  early_allocation:
    'Assessed for early allocation and not settled: the community has to decide, the 18 months have not begun, or they have and it has to be done again.',
}

export const TAB_SORT: Record<HandoverTab, string> = {
  upcoming: 'release before handover, then handover date',
  in_progress: 'order of worry, then handover date',
  tasks_overdue: 'order of worry, then handover date',
  com_overdue: 'order of worry, then handover date',
  past_tariff: 'order of worry, then name',
  open_com_supports: 'order of worry, then handover date',
  recalls: 'order of worry, then name',
  short_sentences: 'order of worry, then name',
  immigration: 'order of worry, then name',
  release_unknown: 'order of worry, then name',
  under_18: 'order of worry, then name',
  remand: 'order of worry, then name',
  overrides: 'order of worry, then name',
  early_allocation: 'order of worry, then handover date',
}

export function countTabs(cases: readonly { tabs: ReadonlySet<HandoverTab> }[]): Record<HandoverTab, number> {
  const counts = Object.fromEntries(HANDOVER_TABS.map((tab) => [tab, 0])) as Record<HandoverTab, number>
  for (const { tabs } of cases) for (const tab of tabs) counts[tab] += 1
  return counts
}

/** The same cases list by list, each in the order given: one look at each case for all lists together. */
export function casesByTab<T extends { tabs: ReadonlySet<HandoverTab> }>(
  cases: readonly T[],
): Record<HandoverTab, T[]> {
  const lists = Object.fromEntries(HANDOVER_TABS.map((tab) => [tab, [] as T[]])) as Record<HandoverTab, T[]>
  for (const one of cases) for (const tab of one.tabs) lists[tab].push(one)
  return lists
}

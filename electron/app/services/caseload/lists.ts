import { HANDOVER_TABS, type HandoverTab } from '../../../../domain/model/handover-tab.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { isRecalled } from '../../../../domain/planning/case-work.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
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

export function tabsOf(
  { facts, plan, responsibility }: Pick<PlannedCase, 'facts' | 'plan' | 'responsibility'>,
  com: Com,
  tasks: readonly CaseTask[],
  releaseFirst: ReleaseFirst | null,
  today: CivilDate,
): Set<HandoverTab> {
  const tabs = new Set<HandoverTab>()
  if (plan === null || !plan.in_scope) return tabs
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
  const shown = nationallyShown(
    [record.crd, record.ard, record.hdced, record.hdcad, record.ped, record.ted],
    today,
  )
  const date = shown ?? nationallyShown([record.sed, record.led, record.prrd, record.apd], today)
  return date !== null && date <= today
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
}

export function countTabs(cases: readonly { tabs: ReadonlySet<HandoverTab> }[]): Record<HandoverTab, number> {
  const counts = Object.fromEntries(HANDOVER_TABS.map((tab) => [tab, 0])) as Record<HandoverTab, number>
  for (const { tabs } of cases) for (const tab of tabs) counts[tab] += 1
  return counts
}

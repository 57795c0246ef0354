import { releaseNeed } from './worry.ts'
import type { HandoverTab } from '../../../../domain/model/handover-tab.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import {
  earlyAllocationState,
  type EarlyAllocationState,
} from '../../../../domain/early-allocation/early-allocation.ts'
import {
  OVERRIDE_REASON_WORDS,
  type ResponsibilityOverride,
} from '../../../../domain/model/responsibility-override.ts'
import { lastDayOf } from '../../../../domain/planning/override.ts'
import { planAtEighteen } from '../../../../domain/planning/at-eighteen.ts'
import { assessmentsIn, comingOverride, overridesIn } from '../planning/decided.ts'
import { describeReason, describeResponsibility } from '../../../../domain/text/reasons.ts'
import { ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { countTabs, hearingToRecord, TAB_ABOUT, TAB_SORT } from './lists.ts'
import { rowTags } from './tags.ts'
import { handoverMeeting, meetingStateOf } from './tasks.ts'
import { byHandover, byReleaseFirst, byWorry, type Unit, type UnitCase } from './unit-view.ts'

type HandoverList = OutputOf<'handovers.list'>
type Row = HandoverList['rows'][number]

function meetingOf({ tasks }: UnitCase, today: CivilDate): Row['meeting'] {
  const meeting = handoverMeeting(tasks)
  if (meeting === null) return null
  const state = meetingStateOf(meeting, today)
  const on = {
    booked: meeting.booking?.on ?? null,
    held: meeting.doneOn,
    not_held: meeting.notDone?.on ?? null,
    missed: meeting.due,
  }
  return { state, on: state in on ? on[state as keyof typeof on] : null }
}

/** Why the row is in this list, where its columns do not say. */
function noteOf(one: UnitCase, tab: HandoverTab, today: CivilDate): string {
  const { planned, movedBack, releaseFirst, tasks, worry } = one
  const { facts, plan, person } = planned
  if (plan === null) return ''
  const first = releaseFirst === null ? '' : releaseNeed(worry)
  if (first !== '') return first
  switch (tab) {
    case 'past_tariff':
      return tariffNote(one, today)
    case 'tasks_overdue': {
      const late = tasks.filter(({ state }) => state === 'overdue').map(({ title }) => title)
      return late.length === 0 ? '' : `Not recorded as done: ${late.join('; ')}.`
    }
    case 'com_overdue': {
      const team = person.record.ldu_name ?? person.record.team_name ?? null
      const ask =
        team === null ? 'No probation team is recorded.' : `Ask ${team}${contact(person.record.ldu_email)}.`
      return plan.handover_date === null ? `${describeReason(plan.reason)}. ${ask}` : ask
    }
    case 'open_com_supports': {
      const start = plan.handover_start_date
      if (start === null) return `${describeReason(plan.reason)}.`
      return `The COM supports since ${formatDate(start)}. ${describeReason(plan.reason)}.`
    }
    case 'recalls': {
      const again = facts.post_recall_release_date
      return again
        ? `Post-recall release date ${formatDate(again)}.`
        : 'No post-recall release date is recorded.'
    }
    case 'short_sentences':
    case 'immigration': {
      const release = plan.earliest_release
      return release === null ? '' : `Release ${formatDate(release.date)} (${release.type}).`
    }
    case 'under_18':
      return atEighteenNote(one)
    case 'remand':
      return 'Reception and resettlement work still applies: see the tasks of the case.'
    case 'overrides':
      return overrideNote(one, today)
    case 'early_allocation': {
      const state = earlyAllocationState(assessmentsIn(planned.decisions), facts, today)
      return EARLY_NOTES[state] ?? ''
    }
    default:
      return movedBack === null ? '' : tariffNote(one, today)
  }
}

const EARLY_NOTES: Partial<Record<EarlyAllocationState, string>> = {
  awaiting_decision: 'The community has to decide: record the decision when it comes.',
  too_early: 'Assessed before the 18 months: to be done again once they begin.',
  redo: 'The 18 months have begun since it was assessed: do it again.',
}

/** The plan somebody under 18 will have from their birthday. */
function atEighteenNote({ planned }: UnitCase): string {
  const plan = planAtEighteen(planned.facts, planned.rulesAtEighteen)
  if (plan === null) return 'The plan from their 18th birthday cannot be worked out yet.'
  const handover =
    plan.handover_date === null
      ? `no handover date (${describeReason(plan.reason).toLowerCase()})`
      : `handover ${formatDate(plan.handover_date)}`
  return `18 on ${formatDate(plan.today)}. From that day: ${handover}.`
}

/** Until when an override holds or since when it has not, from when the next one will, and what the rules say. */
function overrideNote({ planned }: UnitCase, today: CivilDate): string {
  const { override, decisions, plan } = planned
  const calculated = plan?.responsibility ?? null
  const past = overridesIn(decisions).findLast(({ body }) => lastDayOf(body) < today)
  const coming = comingOverride(decisions, today)
  const parts: string[] = []
  if (override !== null)
    parts.push(`Holds until ${formatDate(lastDayOf(override.body))}: ${wordsOf(override.body)}.`)
  else if (past !== undefined)
    parts.push(`Ended after ${formatDate(lastDayOf(past.body))}: ${wordsOf(past.body)}.`)
  if (coming !== null) {
    const who = coming.to === 'com' ? 'COM' : 'POM'
    parts.push(
      `From ${formatDate(coming.from)} until ${formatDate(lastDayOf(coming))} the ${who}: ${wordsOf(coming)}.`,
    )
  }
  if (calculated !== null && parts.length > 0)
    parts.push(`By the rules: ${describeResponsibility(calculated)}.`)
  return parts.join(' ')
}

const wordsOf = ({ reason }: ResponsibilityOverride) => OVERRIDE_REASON_WORDS[reason]

const contact = (email: string | null | undefined) => (email ? ` (${email})` : '')

function tariffNote({ planned, movedBack }: UnitCase, today: CivilDate): string {
  const { tariff_expiry_date: tariff, target_hearing_date: hearing } = planned.facts
  const parts = tariff ? [`Tariff ${formatDate(tariff)}.`] : []
  if (movedBack !== null) {
    parts.push(
      `COM responsible until ${formatDate(movedBack)}; by calculation the POM is now. Confirm with the COM before acting.`,
    )
  }
  parts.push(hearing && hearing >= today ? `Hearing ${formatDate(hearing)}.` : hearingToRecord(planned.facts))
  return parts.join(' ')
}

function rowOf(one: UnitCase, tab: HandoverTab, unit: Unit): Row {
  const { planned, com, days } = one
  const { plan, person, facts } = planned
  const meeting = handoverMeeting(one.tasks)
  const level = facts.rosh_level ?? null
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    responsibility: planned.responsibility,
    reason: plan?.reason ?? 'outside_omic',
    handoverStart: plan?.handover_start_date ?? null,
    handover: plan?.handover_date ?? null,
    days,
    windowFrom: meeting?.entry?.window_from ?? null,
    windowTo: meeting?.entry?.window_to ?? null,
    meeting: meetingOf(one, unit.today),
    com: { name: com.name, state: com.state },
    pom: person.record.pom_name ?? null,
    tier: person.record.tier ?? null,
    rosh: level === null ? null : ROSH_WORDS[level],
    region: homeRegionOf(person.record),
    ruleSet: planned.rules,
    earliestRelease: plan?.earliest_release ?? null,
    tags: rowTags(one, unit.usualRules, unit.today),
    note: noteOf(one, tab, unit.today),
  }
}

/** Upcoming is read by date, after what heads every list; the others by worry. */
function byDate(a: UnitCase, b: UnitCase): number {
  return byReleaseFirst(a, b) || byHandover(a, b)
}

export function handoverListOf(unit: Unit, cases: readonly UnitCase[], tab: HandoverTab): HandoverList {
  return {
    today: unit.today,
    tab,
    counts: countTabs(cases),
    about: TAB_ABOUT[tab],
    sortedBy: TAB_SORT[tab],
    rows: cases
      .filter(({ tabs }) => tabs.has(tab))
      .sort(tab === 'upcoming' ? byDate : byWorry)
      .map((one) => rowOf(one, tab, unit)),
  }
}

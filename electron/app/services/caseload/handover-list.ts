import type { HandoverTab } from '../../../../domain/model/handover-tab.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { describeReason } from '../../../../domain/text/reasons.ts'
import { ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { countTabs, hearingToRecord, TAB_ABOUT, TAB_SORT } from './lists.ts'
import { rowTags } from './tags.ts'
import { handoverMeeting, meetingStateOf } from './tasks.ts'
import { byHandover, byReleaseFirst, byWorry, type Unit, type UnitCase } from './unit-view.ts'

type HandoverList = OutputOf<'handovers.list'>
type Row = HandoverList['rows'][number]

function meetingOf({ tasks }: UnitCase): Row['meeting'] {
  const meeting = handoverMeeting(tasks)
  if (meeting === null) return null
  const state = meetingStateOf(meeting)
  return { state, on: state === 'held' ? meeting.doneOn : state === 'missed' ? meeting.due : null }
}

/** Why the row is in this list, where its columns do not say. */
function noteOf(one: UnitCase, tab: HandoverTab, today: CivilDate): string {
  const { planned, movedBack, releaseFirst, tasks, worry } = one
  const { facts, plan, person } = planned
  if (plan === null) return ''
  const first = releaseFirst === null ? '' : (worry.needs[0]?.what ?? '')
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
    default:
      return movedBack === null ? '' : tariffNote(one, today)
  }
}

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
    meeting: meetingOf(one),
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

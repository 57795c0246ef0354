import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Flag } from '../../../../domain/model/plan.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, countDays, midSentence, ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import { NEAR_DAYS } from '../../../../domain/model/ready-to-go.ts'
import { inPlace } from '../ready/ready-of.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { hearingToRecord, isPastTariff } from './lists.ts'
import { meetingNeeds, stepNeeds } from './meeting-needs.ts'
import { headsLists } from './release-first.ts'
import { NEWS_DAYS, WEIGHTS, type Need, type Worry, type WorryInput } from './worry-needs.ts'

export type { Need, Worry } from './worry-needs.ts'

function riskOf(facts: CaseFacts): { weight: number; words: string } {
  const level = facts.rosh_level ?? null
  const mappa = WEIGHTS.mappa[facts.mappa_level ?? 0] ?? 0
  const rosh = level === null ? 'RoSH not known' : `RoSH ${ROSH_WORDS[level].toLowerCase()}`
  return {
    weight: WEIGHTS.risk[level ?? 'unknown'] + mappa,
    words: mappa > 0 ? `${rosh}, MAPPA ${facts.mappa_level}` : rosh,
  }
}

function comNeed({ planned, com, releaseFirst }: WorryInput, today: CivilDate): Need | null {
  const { plan, person } = planned
  const team = person.record.ldu_name ?? person.record.team_name ?? person.record.probation_region ?? null
  const ask = team === null ? 'ask probation for a name' : `ask ${team} for a name`
  const handover = plan?.handover_date ?? null
  if (com.state === 'overdue') {
    const since = handover === null ? 'The COM is responsible' : `Handover was on ${formatDate(handover)}`
    return {
      kind: 'com_overdue',
      weight: WEIGHTS.com_overdue + Math.min(com.daysOverdue ?? 0, 30),
      what: `${since} and no COM is named: ${ask}.`,
      short: com.daysOverdue === null ? 'no COM named' : `no COM for ${countDays(com.daysOverdue)}`,
      due: handover,
    }
  }
  if (com.state !== 'missing') return null
  const wanted = releaseFirst?.date ?? handover
  const ahead = wanted === null ? 0 : Math.max(daysBetween(today, wanted), 0)
  const supporting = planned.responsibility !== 'pom'
  if (!supporting && ahead > CLOSE_DAYS) return null
  return {
    kind: 'handover',
    weight: WEIGHTS.com_missing - (supporting ? 0 : ahead),
    what: supporting ? `A COM should be supporting and none is named: ${ask}.` : `No COM is named: ${ask}.`,
    short: 'no COM named',
    due: handover,
  }
}

/** For this long after a transfer its handover is looked at before anything else. */
const TRANSFER_DAYS = 28

/** Somebody transferred here of late whose handover is near or past: whoever had the case may not have begun it. */
function transferNeed({ presence, plan }: PlannedCase, today: CivilDate): Need | null {
  const { movement } = presence
  const handover = plan?.handover_date ?? null
  if (movement?.kind !== 'transfer_in' || handover === null) return null
  if (daysBetween(movement.on, today) > TRANSFER_DAYS || daysBetween(today, handover) > NEWS_DAYS) return null
  const when = handover <= today ? `was on ${formatDate(handover)}` : `is on ${formatDate(handover)}`
  const from = movement.where === '' ? '' : ` from ${movement.where}`
  return {
    kind: 'handover',
    weight: WEIGHTS.transferred_in,
    what: `Transferred in${from} on ${formatDate(movement.on)}; handover ${when}: find out what was done before.`,
    short: 'transferred in',
    due: handover,
  }
}

const FLAG_NEEDS: Partial<Record<Flag, (facts: CaseFacts) => { what: string; short: string }>> = {
  release_date_contradiction: () => ({
    what: 'The release dates contradict each other: have them checked before relying on any date.',
    short: 'release dates contradict',
  }),
  parole_outcome_unknown: ({ parole_eligibility_date: ped }) => ({
    what: `The parole eligibility date${ped ? `, ${formatDate(ped)},` : ''} has passed and no outcome is recorded: record it, or the next review.`,
    short: 'parole outcome not recorded',
  }),
  short_sentence_service_unconfirmed: () => ({
    what: '10 months or less to serve: confirm that a community team exists to take the case.',
    short: 'community team not confirmed',
  }),
  sentence_start_unknown: () => ({
    what: 'The sentence start date is not recorded, so a short sentence cannot be tested for: find it.',
    short: 'no sentence start date',
  }),
  handover_from_sentence_start: () => ({
    what: 'Handover falls before the sentence began: it is due on allocation.',
    short: 'due on allocation',
  }),
}

function flagNeeds({ planned }: WorryInput): Need[] {
  const needs: Need[] = []
  for (const flag of planned.plan?.flags ?? []) {
    const weight = WEIGHTS.flags[flag]
    const words = FLAG_NEEDS[flag]?.(planned.facts)
    if (weight !== undefined && words !== undefined) needs.push({ kind: 'flag', weight, due: null, ...words })
  }
  return needs
}

/** What needs somebody about one case, heaviest first, and where that puts it. Nothing at all outside OMiC. */
export function worryOf(input: WorryInput, today: CivilDate): Worry {
  const { planned, releaseFirst, movedBack } = input
  const { plan, facts } = planned
  const risk = riskOf(facts)
  if (plan === null || !plan.in_scope) return { needs: [], score: 0, risk: risk.words }
  const needs: Need[] = []
  const handover = plan.handover_date

  if (releaseFirst !== null && handover !== null) {
    needs.push({
      kind: 'release_before_handover',
      weight: headsLists(releaseFirst)
        ? WEIGHTS.release_before_handover + Math.max(0, 365 - releaseFirst.daysLeft)
        : WEIGHTS.release_far,
      what: `${releaseFirst.what}, ${formatDate(releaseFirst.date)}, is ${releaseFirst.date === handover ? 'on the day of' : 'before'} handover${releaseFirst.date === handover ? '' : ` on ${formatDate(handover)}`}: agree an earlier handover with the community.`,
      short: 'could leave before handover',
      why: [
        input.com.name === null ? 'could leave with no COM' : 'could leave before the COM is responsible',
        ...(releaseFirst.what.startsWith('HDC eligib') ? ['check that HDC applies'] : []),
      ].join('; '),
      due: releaseFirst.date,
    })
  }
  if (movedBack !== null && daysBetween(movedBack, today) <= NEWS_DAYS) {
    needs.push({
      kind: 'flag',
      weight: WEIGHTS.moved_back,
      what: `The COM was responsible until ${formatDate(movedBack)}; the POM is now, by calculation alone: confirm with the community before acting.`,
      short: 'moved back to prison',
      due: null,
    })
  }
  const transfer = transferNeed(planned, today)
  if (transfer !== null) needs.push(transfer)
  const com = comNeed(input, today)
  if (com !== null) needs.push(com)
  needs.push(...meetingNeeds(input, today))
  needs.push(...stepNeeds(input, today))
  const ahead = handover === null ? null : daysBetween(today, handover)
  if (handover !== null && ahead !== null && ahead >= 0 && ahead <= 7) {
    needs.push({
      kind: 'handover',
      weight: WEIGHTS.handover_near - 2 * ahead,
      what: ahead === 0 ? 'Handover is today.' : `Handover is on ${formatDate(handover)}.`,
      short: ahead === 0 ? 'handover today' : `handover in ${countDays(ahead)}`,
      due: handover,
    })
  }
  const going = inPlace(input, today, NEAR_DAYS)
  if (going !== null && going.open > 0) {
    const missing = going.items.filter(({ state }) => state === 'open' || state === 'no')
    needs.push({
      kind: 'task',
      weight: WEIGHTS.not_ready - 4 * going.days,
      what: `Released on ${formatDate(going.release.date)}, and not ready to go: ${missing.map(({ title }) => midSentence(title)).join(', ')}.`,
      short: `${going.open} not ready for release`,
      due: going.release.date,
    })
  }
  const hearing = facts.target_hearing_date ?? null
  if (isPastTariff(facts, today) && (hearing === null || hearing < today)) {
    needs.push({
      kind: 'flag',
      weight: WEIGHTS.no_hearing,
      what: `The tariff has passed. ${hearingToRecord(facts)}`,
      short: 'no hearing ahead',
      due: null,
    })
  }
  needs.push(...flagNeeds(input))

  needs.sort((a, b) => b.weight - a.weight)
  const score = needs.reduce((sum, need) => sum + need.weight, 0)
  return { needs, score: score + risk.weight, risk: risk.words }
}

/** What stands about somebody who may leave before handover, wherever that comes; empty where nothing does. */
export const releaseNeed = ({ needs }: Worry): string =>
  needs.find(({ kind }) => kind === 'release_before_handover')?.what ?? ''

/** The reasons beside the first one, and the risk, in one sentence. */
export function whySentence({ needs, risk }: Worry): string {
  const others = needs.slice(1).map(({ short }) => short)
  const first = needs[0]?.why
  const words = [...(first === undefined ? [] : [first]), ...new Set(others), risk].join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

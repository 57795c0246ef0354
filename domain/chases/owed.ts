import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'
import { midSentence } from '../text/status-tags.ts'
import type { ChaseAbout } from './chase.ts'

/** What a day without a COM is counted from, which is also how it is said. */
export const COM_SINCE = ['handover', 'support', 'from_the_start', 'arrival', 'not_known'] as const
export type ComSince = (typeof COM_SINCE)[number]

/** What is known of one case that bears on whether probation owes an answer; worked out by whoever knows the plan. */
export interface OwedFacts {
  /** Somebody who left or died, or is in hospital under restrictions: nobody is chased for them. */
  isChased: boolean
  /** The COM who should be known and is not; `due` null where no day is known. Null where one is named or none is due yet. */
  comMissing: { due: CivilDate | null; since: ComSince } | null
  /** The day contact with the COM was due, where none is recorded; null where it is, or is not asked for. */
  contactDue: CivilDate | null
  /** Mandated meetings whose day has passed with none recorded. */
  meetingsMissed: readonly { title: string; due: CivilDate }[]
}

/** One thing an answer is owed on. */
export interface Owed {
  about: ChaseAbout
  /** The day it was due and its days are counted from; null where no day is known, and no step is ever reached. */
  due: CivilDate | null
  /** `No COM is named; handover was on 16 November 2026` */
  says: string
  /** `No COM` */
  short: string
}

/**
 * Contact and meetings are asked about for 26 weeks after their day. What was due long before it was looked for here cannot be held
 * on its day any more, and a wait of years would stand above everything that still can be mended.
 */
export const ASKED_WITHIN_DAYS = 182

const NO_COM: Record<ComSince, (due: string) => string> = {
  handover: (due) => `No COM is named; handover was on ${due}`,
  support: (due) => `No COM is named; one should have been supporting since ${due}`,
  from_the_start: (due) => `No COM is named; the community has been responsible since ${due}`,
  arrival: (due) => `No COM is named; the community was responsible on arrival here on ${due}`,
  not_known: () => 'No COM is named; the community is responsible',
}

/**
 * What an answer is owed on for one case. Contact is asked for once somebody is named: until then the name itself is the question.
 * Missed meetings are told either way. Two meetings due on one day are one question, for a record of it is known by its day.
 * Days not yet past are never owed, nor contact and meetings later than `ASKED_WITHIN_DAYS` after theirs; a COM always is.
 */
export function owedOn(
  { isChased, comMissing, contactDue, meetingsMissed }: OwedFacts,
  today: CivilDate,
): Owed[] {
  if (!isChased) return []
  const owed: Owed[] = []
  const from = addDays(today, -ASKED_WITHIN_DAYS)
  const isAsked = (due: CivilDate) => due < today && due >= from
  if (comMissing !== null && (comMissing.due === null || comMissing.due <= today)) {
    const { due, since } = comMissing
    owed.push({
      about: 'com',
      due,
      says: NO_COM[due === null ? 'not_known' : since](due === null ? '' : formatDate(due)),
      short: 'No COM',
    })
  }
  if (comMissing === null && contactDue !== null && isAsked(contactDue))
    owed.push({
      about: 'contact',
      due: contactDue,
      says: `Contact with the COM was due by ${formatDate(contactDue)} and none is recorded`,
      short: 'Contact overdue',
    })
  const missed = new Map<CivilDate, string[]>()
  for (const { title, due } of meetingsMissed)
    if (isAsked(due)) missed.set(due, [...(missed.get(due) ?? []), title])
  for (const [due, titles] of missed) {
    const [first = '', ...rest] = titles
    const verb = rest.length === 0 ? 'was due' : 'were due'
    owed.push({
      about: 'meeting',
      due,
      says: `${[first, ...rest.map(midSentence)].join(' and ')} ${verb} by ${formatDate(due)} and none is recorded`,
      short: 'Meeting missed',
    })
  }
  return owed
}

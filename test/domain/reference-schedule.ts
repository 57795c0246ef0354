import { BANK_HOLIDAYS } from '../../domain/dates/bank-holidays.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Plan } from '../../domain/model/plan.ts'

// The schedule again, slowly, straight from the policy text and over Node's own Temporal: what the planner must agree
// with. Nothing is shared with it but the list of bank holidays. One line for each item, and no tables.

export interface ReferenceEntry {
  id: string
  due: string | null
  windowFrom: string | null
  windowTo: string | null
  latestWorkingDay: string | null
  holidaysKnown: boolean
  provisional: boolean
  anchor: string | null
  assumes: string[]
}

type Day = Temporal.PlainDate
interface From {
  type: string
  day: Day
}
const day = (text: string | null | undefined): Day | null => (text ? Temporal.PlainDate.from(text) : null)
const earlier = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0
const least = (a: Day, b: Day) => (earlier(a, b) ? a : b)
const most = (a: Day, b: Day) => (earlier(a, b) ? b : a)

const holidays = new Set<string>(BANK_HOLIDAYS.map(([date]) => date))
const isWorking = (date: Day) => date.dayOfWeek < 6 && !holidays.has(date.toString())
const isKnown = (date: Day) => date.year >= 2021 && date.year <= 2028

function lastWorking(date: Day): Day {
  let at = date
  while (!isWorking(at)) at = at.subtract({ days: 1 })
  return at
}

function workingDaysBefore(date: Day, count: number): Day {
  let at = lastWorking(date)
  for (let left = count; left > 0; left -= 1) at = lastWorking(at.subtract({ days: 1 }))
  return at
}

function workingDaysAfter(date: Day, count: number): Day {
  let at = lastWorking(date)
  for (let left = count; left > 0;) {
    at = at.add({ days: 1 })
    if (isWorking(at)) left -= 1
  }
  return at
}

const isRecalled = (facts: CaseFacts) => facts.recalled === true || facts.legal_status === 'recall'
const isUndirected = (type: string) => ['PED', 'TED', 'THD'].includes(type)
const from = (type: string, date: string | null | undefined): From | null =>
  date ? { type, day: Temporal.PlainDate.from(date) } : null

function firstOf(dates: (From | null)[]): From | null {
  let first: From | null = null
  for (const candidate of dates)
    if (candidate !== null && (first === null || earlier(candidate.day, first.day))) first = candidate
  return first
}

function releaseOf(facts: CaseFacts, plan: Plan): From | null {
  const found =
    from('confirmed_release', facts.confirmed_release_date) ??
    (isRecalled(facts)
      ? from('post_recall_release', facts.post_recall_release_date)
      : (from('hdc_actual', facts.home_detention_curfew_actual_date) ??
        from('approved_parole', facts.approved_parole_date) ??
        firstOf([from('ARD', facts.automatic_release_date), from('CRD', facts.conditional_release_date)]) ??
        (plan.earliest_release === null
          ? null
          : from(plan.earliest_release.type, plan.earliest_release.date))))
  const start = day(facts.sentence_start_date)
  return found !== null && start !== null && earlier(found.day, start) ? null : found
}

/** Everything the text says a case has, in no order. */
export function referenceSchedule(facts: CaseFacts, plan: Plan, today: CivilDate): ReferenceEntry[] {
  const entries: ReferenceEntry[] = meetings(facts, plan)
  const now = Temporal.PlainDate.from(today)
  const release = releaseOf(facts, plan)
  const reception = from('reception', facts.reception_date)
  const sentence = from('sentence_start', facts.sentence_start_date)
  const handover = from('handover', plan.handover_date)
  const handoverStart = from('handover_start', plan.handover_start_date)
  const isAhead = (date: From | null) => (date !== null && earlier(now, date.day) ? date : null)
  const reviews = [
    isAhead(from('TED', facts.tariff_expiry_date)),
    isAhead(from('PED', facts.parole_eligibility_date)),
    isAhead(from('THD', facts.target_hearing_date)),
  ]
  const nextReview = firstOf(reviews)
  const nextAny = firstOf([
    ...reviews,
    isAhead(from('ARD', facts.automatic_release_date)),
    isAhead(from('CRD', facts.conditional_release_date)),
  ])

  const put = (id: string, anchor: From | null, due: Day | null, assumes: string[], counted: boolean) => {
    const isDependent = counted && due !== null && anchor !== null && !isKnown(anchor.day)
    entries.push({
      id,
      due: due?.toString() ?? null,
      windowFrom: null,
      windowTo: null,
      latestWorkingDay: due === null ? null : lastWorking(due).toString(),
      holidaysKnown: due === null || (isKnown(due) && !isDependent),
      provisional: anchor !== null && anchor === release && isUndirected(anchor.type),
      anchor: anchor === null ? null : `${anchor.type} ${anchor.day.toString()}`,
      assumes,
    })
  }
  const dated = (
    id: string,
    anchor: From | null,
    count: (at: Day) => Day,
    isThere: boolean,
    ...assumes: string[]
  ) => {
    if (isThere && anchor !== null) put(id, anchor, count(anchor.day), assumes, false)
  }
  const inWorkingDays = (
    id: string,
    anchor: From | null,
    count: (at: Day) => Day,
    isThere: boolean,
    ...assumes: string[]
  ) => {
    if (isThere && anchor !== null) put(id, anchor, count(anchor.day), assumes, true)
  }
  const undated = (id: string, anchor: From | null, isThere: boolean, ...assumes: string[]) => {
    if (isThere) put(id, anchor, null, assumes, false)
  }
  const before = (length: Temporal.DurationLike) => (at: Day) => at.subtract(length)
  const after = (length: Temporal.DurationLike) => (at: Day) => at.add(length)
  const onTheDay = (at: Day) => at

  const isShort = plan.reason === 'determinate_short'
  const isInside = plan.in_scope
  dated('as-bcst1', reception, after({ days: 3 }), true)
  undated('as-immediate-needs', reception, true)
  undated('rf-tenancy', reception, true, 'has a tenancy')
  undated('ss-services', reception, isShort || facts.legal_status === 'remand')
  if (!isInside) return entries

  const isHigh = facts.rosh_level === 'high' || facts.rosh_level === 'very_high'
  const needs = new Set(facts.needs ?? [])
  const hasCom = Boolean(facts.com_name) || Boolean(facts.com_email)
  const isLife = facts.is_indeterminate === true
  const isWoman = facts.sex === 'female' || (!facts.sex && facts.womens_prison === true)

  dated('ho-upcoming', handover, before({ weeks: 8 }), true)
  dated('mt-com-contact', handover, onTheDay, true)
  dated('ho-due-soon', handover, before({ days: 14 }), true, 'handover tasks outstanding')
  dated('ho-tasks-overdue', handover, onTheDay, true, 'handover tasks outstanding')
  dated('ho-com-due', handover, after({ days: 2 }), !hasCom)
  dated('ho-pom-overdue-mail', handover, after({ days: 14 }), !hasCom)
  dated('ho-ldu-chase', handoverStart, after({ weeks: 1 }), !hasCom)
  dated('as-oasys-handover', handover, onTheDay, plan.handover_type === 'enhanced')
  dated('dc-handover-report', handover, onTheDay, plan.handover_type === 'standard')
  undated('as-com-prerelease', handover, handover !== null && plan.rules !== 'day-1-2021')
  if (today >= '2021-06-26') {
    const assumed = facts.rosh_level ? [] : ['risk is not high, when unknown']
    dated('as-bcst-12w', release, before({ weeks: 12 }), !isHigh, ...assumed)
  }
  inWorkingDays('as-bcst2', reception, (at) => workingDaysAfter(at, 5), true, 'sentenced to 4 years or less')
  dated('as-prt-12w', release, before({ weeks: 12 }), true, 'resettlement prison, or visited')
  dated('as-oasys-initial-life', reception, after({ weeks: 16 }), isLife, 'life sentence')
  const lastOasys = from('last_oasys', facts.last_oasys_date)
  dated('as-oasys-review-life', lastOasys, after({ months: 36 }), isLife, 'life sentence')
  undated('as-oasys-review-life', null, isLife && lastOasys === null, 'life sentence')
  const isImmigration = facts.immigration === true || facts.legal_status === 'immigration'
  const mayBeEarly = facts.is_early_allocation !== true && !isRecalled(facts) && !isImmigration
  dated('ea-referral-window', nextAny, before({ months: 18 }), mayBeEarly)
  dated('rv-approaching-parole', nextReview, before({ months: 10 }), true)
  const mayBeHomeless = needs.has('duty_to_refer')
  const chosen = 'consent given, authority chosen'
  dated(
    'rf-dtr-england',
    release,
    before({ days: 56 }),
    mayBeHomeless && facts.destination_nation !== 'wales',
    chosen,
  )
  dated(
    'rf-homeless-wales',
    release,
    before({ days: 56 }),
    mayBeHomeless && facts.destination_nation !== 'england',
    chosen,
  )
  dated('rf-cas3', release, before({ months: 3 }), mayBeHomeless, 'duty to refer and CRS done first')
  undated('ss-team', sentence, isShort)
  undated('ss-engagement', sentence, isShort)
  undated('dc-letter', release, release !== null)
  dated('rf-crs-accommodation', release, before({ weeks: 12 }), needs.has('accommodation') && !isWoman)
  dated('rf-crs-accommodation-seed', isShort ? sentence : handover, onTheDay, needs.has('accommodation'))
  const isForWomen =
    needs.has('womens_services') || needs.has('accommodation') || needs.has('personal_wellbeing')
  dated('rf-crs-women', release, before({ weeks: 12 }), isWoman && isForWomen)
  undated('rf-crs-pwb', handover, needs.has('personal_wellbeing') && handover !== null)
  dated('rf-crs-unallocated', release, before({ weeks: 12 }), needs.size > 0 && !hasCom)
  dated(
    'rf-cas1',
    release,
    before({ months: 6 }),
    needs.has('approved_premises'),
    'OASys no older than 6 months',
  )
  dated('rf-cas1-surface', release, before({ months: 12 }), needs.has('approved_premises') || isHigh)
  dated('rf-uc', release, before({ weeks: 12 }), needs.has('universal_credit'))
  dated('rf-uc-prep', release, before({ weeks: 1 }), needs.has('universal_credit'))
  dated('li-com-prompt', release, before({ weeks: 4 }), true, 'licence not started')
  inWorkingDays('li-warning', release, (at) => workingDaysBefore(at, 4), true, 'licence not approved')
  inWorkingDays('li-hard-stop', release, (at) => workingDaysBefore(at, 2), true, 'licence not submitted')
  const isMoved =
    today >= '2023-11-30' &&
    !isLife &&
    !facts.parole_eligibility_date &&
    release !== null &&
    release.type !== 'hdc_actual' &&
    (release.day.dayOfWeek === 5 || holidays.has(release.day.add({ days: 1 }).toString())) &&
    sentence !== null &&
    sentence.day.until(release.day, { largestUnit: 'days' }).days >= 28
  inWorkingDays('rl-friday', release, (at) => workingDaysBefore(at, 1), isMoved, 'date not already moved')
  return entries
}

function meetings(facts: CaseFacts, plan: Plan): ReferenceEntry[] {
  const handover = day(plan.handover_date)
  const release =
    from('confirmed_release', facts.confirmed_release_date) ??
    from('approved_parole', facts.approved_parole_date) ??
    (plan.earliest_release === null ? null : from(plan.earliest_release.type, plan.earliest_release.date))
  if (handover === null || release === null) return []
  const start = day(facts.sentence_start_date)
  const entries: ReferenceEntry[] = []
  const put = (id: string, due: Day | null, opens: Day, closes: Day, anchor: From, provisional: boolean) =>
    entries.push({
      id,
      due: due?.toString() ?? null,
      windowFrom: opens.toString(),
      windowTo: closes.toString(),
      latestWorkingDay: due === null ? null : lastWorking(due).toString(),
      holidaysKnown: due === null || isKnown(due),
      provisional,
      anchor: `${anchor.type} ${anchor.day.toString()}`,
      assumes: [],
    })
  const monthBefore = release.day.subtract({ months: 1 })
  const isFirst = !earlier(handover, release.day)
  const notBeforeSentence = (date: Day) => (start === null ? date : most(date, start))
  const first = isFirst ? least(notBeforeSentence(monthBefore), release.day) : handover
  const last = isFirst ? first : most(monthBefore, handover)
  const counted: From = { type: 'handover', day: handover }
  if (plan.rules !== 'national-2023' || plan.handover_type !== 'standard') {
    const opens = least(notBeforeSentence(first.subtract({ days: 56 })), first)
    put('mt-handover', first, opens, first, isFirst ? release : counted, false)
  }
  if (plan.rules === 'day-1-2021') return entries
  const provisional = isUndirected(release.type)
  put('mt-prerelease-2', null, first, last, counted, provisional)
  const fortnight = last.subtract({ days: 14 })
  const opens = least(isFirst ? notBeforeSentence(fortnight) : most(fortnight, handover), last)
  put('mt-prerelease-1m', last, opens, last, release, provisional)
  return entries
}

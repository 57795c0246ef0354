import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addMonths, ageOn, daysBetween } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { workingDaysBetween } from '../../domain/dates/working-days.ts'
import {
  AUTOMATIC_NAMES,
  DISCRETIONARY_NAMES,
  outcomeOf,
  type EarlyAllocationAssessment,
} from '../../domain/early-allocation/assessment.ts'
import {
  isEarlyAllocation,
  isInWindow,
  oasysDateMistake,
} from '../../domain/early-allocation/early-allocation.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Responsibility } from '../../domain/model/plan.ts'
import type { ResponsibilityOverride } from '../../domain/model/responsibility-override.ts'
import { approachingParole, lastDecided, targetHearing } from '../../domain/parole/parole.ts'
import type { ReviewOutcome } from '../../domain/parole/parole-review.ts'
import { responsibilityUnder } from '../../domain/planning/override.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { planDates } from '../../domain/planning/plan-dates.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { CLOSE_DAYS } from '../../domain/text/status-tags.ts'
import { comOf } from '../../electron/app/services/caseload/com-state.ts'
import { nationallyShownDate } from '../../electron/app/services/caseload/lists.ts'
import { isPrisonNumber } from '../../electron/app/services/import/read-identifier.ts'

// What the national service's own tests say it does, group by group: run against what we do where we do the same, and named
// with the reason where we do otherwise on purpose, or do not do it at all.

interface Vector {
  id: string
  group: string
  today: CivilDate | null
  input: Record<string, unknown>
  expected: Record<string, unknown>
}
const { vectors } = JSON.parse(
  readFileSync(new URL('../vectors/peer-behaviour.json', import.meta.url), 'utf8'),
) as { vectors: Vector[] }
const groups = Map.groupBy(vectors, ({ group }) => group)

type Input = Record<string, unknown>
/** What we answer, under the names the vector expects. */
type Run = (input: Input, today: CivilDate) => Record<string, unknown>
type Verdict =
  | {
      is: 'passed'
      run: Run
      /** Vectors of the group that we answer otherwise, with why. */ but?: Record<string, string>
    }
  | { is: 'different'; why: string }
  | { is: 'outside'; why: string }

const day = (text: unknown) => text as CivilDate
const national = (facts: CaseFacts, today: CivilDate) => {
  const dates = planDates(facts, 'national-2023', today)
  if (isProblem(dates)) throw new Error('the national rules miss no fact')
  return dates
}
/** Facts whose handover under the national rules is a given day: a tariff, or an eligibility, twelve months after it. */
const handedOverOn = (handover: unknown, more: CaseFacts = {}): CaseFacts => ({
  sentence_start_date: day('2010-01-01'),
  ...(more.is_indeterminate === true
    ? { tariff_expiry_date: addMonths(day(handover), 12) }
    : { parole_eligibility_date: addMonths(day(handover), 12) }),
  ...more,
})
const PEER_RESPONSIBILITY: Record<string, Responsibility> = {
  CustodyOnly: 'pom',
  CustodyWithCom: 'pom_with_com',
  Community: 'com',
}
const peerName = (responsibility: Responsibility | null) =>
  Object.entries(PEER_RESPONSIBILITY).find(([, ours]) => ours === responsibility)?.[0] ?? null

const yes = <N extends string>(names: readonly N[], peer: Record<N, string>, input: Input) =>
  Object.fromEntries(names.map((name) => [name, input[peer[name]] === true])) as Record<N, boolean>
const PEER_AUTOMATIC = {
  terrorism_act: 'convicted_under_terrorisom_act_2000',
  high_profile: 'high_profile',
  serious_crime_prevention_order: 'serious_crime_prevention_order',
  mappa_level_3: 'mappa_level_3',
  cppc: 'cppc_case',
}
const PEER_DISCRETIONARY = {
  extremism_separation: 'extremism_separation',
  very_high_risk: 'high_risk_of_serious_harm',
  mappa_level_2: 'mappa_level_2',
  terrorist_risk: 'pathfinder_process',
  other_reason: 'other_reason',
}

const assessment = (peer: Input, today: CivilDate): EarlyAllocationAssessment => ({
  automatic: yes(AUTOMATIC_NAMES, PEER_AUTOMATIC, {}),
  discretionary: yes(DISCRETIONARY_NAMES, PEER_DISCRETIONARY, {}),
  releaseWithin24Months: null,
  otherReason: '',
  assessedOn: day(peer['created_on'] ?? today),
  oasysDate: today,
  outcome: peer['outcome'] === 'ineligible' ? 'not_eligible' : (peer['outcome'] as 'eligible'),
  insideWindow: peer['created_within_referral_window'] === true,
  community:
    typeof peer['community_decision'] === 'boolean'
      ? { accepted: peer['community_decision'], decidedOn: today, by: 'the community' }
      : null,
})

const peerReview = (peer: Input) => {
  const words = peer['hearing_outcome'] as string | null
  return {
    hearing: (peer['target_hearing_date'] ?? null) as CivilDate | null,
    status: words === null ? ('open' as const) : ('completed' as const),
    outcome: words === null ? null : ((/^release/iu.test(words) ? 'release' : 'no_release') as ReviewOutcome),
    outcomeOn: null,
  }
}

const TABLE: Record<string, Verdict> = {
  handover_start_date: {
    is: 'passed',
    run: ({ handover_date: handover, ...facts }) => ({
      handover_start_date: national(handedOverOn(handover, facts as CaseFacts), day('2018-01-01'))
        .handover_start_date,
    }),
  },
  responsibility: {
    is: 'passed',
    but: {
      'responsibility-001':
        'A case with no handover date has no start either here: who is responsible is what its row says.',
    },
    run: ({ handover_date: handover, handover_start_date: start }, today) => ({
      responsibility: peerName(
        national(
          handedOverOn(handover, {
            is_indeterminate: true,
            in_open_conditions: true,
            prison_arrival_date: day(start),
          }),
          today,
        ).responsibility,
      ),
    }),
  },
  personas: {
    is: 'passed',
    run: (facts, today) => {
      const { responsibility, handover_date } = national(facts as CaseFacts, today)
      return {
        com_responsible: responsibility === 'com',
        pom_responsible: responsibility === 'pom' || responsibility === 'pom_with_com',
        handover_date,
      }
    },
  },
  list_upcoming: {
    is: 'different',
    why: 'Upcoming is by date alone, 56 days ahead and the day itself: nobody leaves it because a COM is named, supports or is responsible.',
  },
  list_in_progress: {
    is: 'different',
    why: 'A case stays in progress whatever date in it has passed, and stands there too from eight weeks before with a COM named.',
  },
  list_com_overdue: {
    is: 'different',
    why: 'The same two days after handover, but recalls, immigration and short sentences count too; the national list asks for a handover date.',
  },
  responsibility_text: {
    is: 'different',
    why: 'A POM whom a COM supports is said to be that, not just POM.',
  },
  summary: { is: 'different', why: 'A case is in every list it belongs to, not in one at a time.' },
  released: {
    is: 'different',
    why: 'A date that has come is no release: nobody leaves a list because of one.',
  },
  has_com: {
    is: 'passed',
    run: ({ com_name, com_email }, today) => ({
      has_com:
        comOf(
          {
            facts: { com_name, com_email } as CaseFacts,
            plan: null,
            responsibility: null,
            override: null,
          },
          null,
          today,
        ).name !== null,
    }),
  },
  determinate_parole: {
    is: 'passed',
    run: ({ parole_eligibility_date: ped }) => ({
      is_determinate_parole:
        national(
          {
            sentence_start_date: day('2010-01-01'),
            conditional_release_date: day('2030-01-01'),
            parole_eligibility_date: ped as CivilDate | null,
          },
          day('2024-05-20'),
        ).reason === 'determinate_parole',
    }),
  },
  approaching_parole: {
    is: 'passed',
    run: (facts, today) => {
      const next = approachingParole(facts as CaseFacts, today)
      return {
        approaching_parole: next !== null,
        next_parole_date: next?.date ?? null,
        next_parole_date_type: next?.type === 'THD' ? 'Target hearing date' : next?.type,
      }
    },
  },
  responsibility_flags: {
    is: 'passed',
    run: ({ override, calculated_responsibility: peer }) => {
      const to = override === undefined ? null : override === 'Prison' ? 'pom' : 'com'
      const calculated = PEER_RESPONSIBILITY[peer as string] ?? (to === 'pom' ? 'com' : 'pom')
      const who = responsibilityUnder(calculated, to === null ? null : ({ to } as ResponsibilityOverride))
      return {
        pom_responsible: who !== 'com',
        pom_supporting: who === 'com',
        com_responsible: who === 'com',
        com_supporting: who === 'pom_with_com',
      }
    },
  },
  com_days_overdue: {
    is: 'different',
    why: 'Days are counted from handover alike, but a COM is overdue only from the second, and a case without a handover date is no fault.',
  },
  additional_information: {
    is: 'outside',
    why: 'New to custody and to this prison come with movements, which no list read so far brings; they belong to arrivals.',
  },
  days_awaiting_allocation: { is: 'outside', why: 'Allocating cases to POMs is not done here yet.' },
  target_hearing_date: {
    is: 'passed',
    run: ({ sentence_start_date: start, parole_reviews: reviews }) => {
      const read = (reviews as Input[]).map(peerReview)
      const decided = lastDecided(read, day(start))
      return {
        target_hearing_date: targetHearing(read, day(start)),
        most_recent_completed_review_index: decided === null ? null : read.indexOf(decided),
      }
    },
  },
  alerts: {
    is: 'outside',
    why: 'Alerts are read as one text and shown as such: lists do not say which are active.',
  },
  inside_omic_policy: {
    is: 'different',
    why: 'Sentenced people with no release date yet are kept here, as having none to count from; the national service leaves them out.',
  },
  earliest_release_displayed: {
    is: 'passed',
    run: (dates, today) => ({
      earliest_release_date: nationallyShownDate(
        {
          crd: day(dates['conditional_release_date'] ?? null),
          ard: day(dates['automatic_release_date'] ?? null),
          hdced: day(dates['home_detention_curfew_eligibility_date'] ?? null),
          ped: day(dates['parole_eligibility_date'] ?? null),
          ted: day(dates['tariff_date'] ?? null),
          sed: day(dates['sentence_expiry_date'] ?? null),
          led: day(dates['licence_expiry_date'] ?? null),
          prrd: day(dates['post_recall_release_date'] ?? null),
          apd: day(dates['actual_parole_date'] ?? null),
        },
        today,
      ),
    }),
  },
  sentenced: {
    is: 'passed',
    run: ({ sentence_start_date, release_date }, today) => ({
      sentenced: national(
        {
          sentence_start_date: sentence_start_date as CivilDate | null,
          conditional_release_date: release_date as CivilDate | null,
        },
        today,
      ).in_scope,
    }),
  },
  age: {
    is: 'passed',
    run: ({ date_of_birth: born }, today) => ({ over_18: ageOn(day(born), today) >= 18 }),
  },
  recalled: {
    is: 'passed',
    run: ({ recall_flag }) => ({
      recalled:
        national(
          { sentence_start_date: day('2010-01-01'), recalled: recall_flag === true },
          day('2024-05-20'),
        ).reason === 'recall_case',
    }),
  },
  early_allocation_notify: {
    is: 'different',
    why: 'Nothing is e-mailed: an assessment to redo stands in a list and as dated work from the day the window opens.',
  },
  restricted_patient: {
    is: 'outside',
    why: 'The hospital’s name comes in no list read so far; the supporting prison is taken from its column at import.',
  },
  date_overrides: {
    is: 'outside',
    why: 'Dates come from lists, in which an override and what was calculated are two columns: the override is read first (import tests).',
  },
  early_allocation_window: {
    is: 'passed',
    run: (facts, today) => ({ within_early_allocation_window: isInWindow(facts as CaseFacts, today) }),
  },
  needs_a_com: {
    is: 'different',
    why: 'A COM missing and a COM overdue are two things here; the national banner shows both as overdue at once.',
  },
  early_allocation_status: {
    is: 'passed',
    but: {
      'early_allocation_status-004':
        'Which of several assessments were made before the window is shown with each, not listed apart.',
    },
    run: ({ assessments, sentence_start_date: start }, today) => ({
      is_early_allocation:
        isEarlyAllocation(
          (assessments as Input[]).map((each) => assessment(each, today)),
          start as CivilDate | null,
        ) ?? false,
    }),
  },
  early_allocation_oasys_date: {
    is: 'passed',
    run: ({ oasys_risk_assessment_date: date }, today) => {
      const mistake = oasysDateMistake(day(date), today)
      return {
        valid: mistake === null,
        // Said in our own words: the reason is the same.
        ...(mistake === null
          ? {}
          : {
              message: mistake.includes('future')
                ? 'This must not be a date in the future'
                : 'This date must be in the last 3 months',
            }),
      }
    },
  },
  early_allocation_outcome: {
    is: 'passed',
    run: (input) => {
      const within = input['due_for_release_in_less_than_24months']
      const outcome = outcomeOf({
        automatic: yes(AUTOMATIC_NAMES, PEER_AUTOMATIC, input),
        discretionary: yes(DISCRETIONARY_NAMES, PEER_DISCRETIONARY, input),
        releaseWithin24Months: typeof within === 'boolean' ? within : null,
      })
      return { outcome: outcome === 'not_eligible' ? 'ineligible' : outcome }
    },
  },
  early_allocation_form: {
    is: 'different',
    why: 'The same questions are asked one by one on one page, each with its own message, and an assessment is refused whole (page and service tests).',
  },
  checklist_tasks: {
    is: 'different',
    why: 'The handover meeting stays whatever the date of handover: no meeting leaves the list in September 2026.',
  },
  checklist_progress: {
    is: 'different',
    why: 'Tasks have a day, a person and a note, and each its own state; no count of ticks stands for them.',
  },
  checklist_reset: {
    is: 'different',
    why: 'Nothing recorded is wiped when a date moves: meetings held are kept and said where they fall outside their window.',
  },
  handover_type: {
    is: 'passed',
    but: {
      'handover_type-001':
        'Without case information the resourcing is unknown, which is planned as enhanced.',
      'handover_type-002': 'A plan is worked out whenever it is asked for, so none can be missing.',
    },
    run: ({ enhanced_resourcing, handover_reason }) => {
      const isShort = handover_reason === 'determinate_short'
      const plan = planCase(
        {
          sentence_start_date: day(isShort ? '2024-03-01' : '2020-01-01'),
          conditional_release_date: day('2024-12-01'),
          enhanced_resourcing: enhanced_resourcing as boolean | null,
        },
        'national-2023',
        day('2024-05-20'),
      )
      if (isProblem(plan)) throw new Error('the national rules miss no fact')
      return { handover_type: plan.handover_type, enhanced_handover: plan.handover_type === 'enhanced' }
    },
  },
  due_soon_highlight: {
    is: 'passed',
    run: ({ handover_date }, today) => ({
      handover_due_soon: daysBetween(today, day(handover_date)) <= CLOSE_DAYS,
    }),
  },
  reminder_emails: {
    is: 'different',
    why: 'Nothing is e-mailed on an exact day: reminders are dated work of the case, and stay until done.',
  },
  ldu_monthly_report: {
    is: 'different',
    why: 'No report is sent: lists and deadlines are exported when wanted.',
  },
  ldu_follow_up_email: {
    is: 'different',
    why: 'Chasing the LDU is dated work a week after the start of handover while no COM is known, not an e-mail.',
  },
  parole_reviews: {
    is: 'different',
    why: 'A review recorded here is open until it is completed, and the last three are shown whatever their age; the national service calls one current for 14 days after its outcome.',
  },
  hearing_outcome: {
    is: 'different',
    why: 'A past review without an outcome says that none is recorded; the national service shows it as refused.',
  },
  working_days: {
    is: 'passed',
    but: {
      'working_days-003': 'Holidays are the bundled list of England and Wales: none can be handed in.',
    },
    run: ({ from, to }) => ({ working_days: workingDaysBetween(day(from), day(to)) }),
  },
  prisoner_number: {
    is: 'passed',
    run: ({ prisoner_number: number }) => ({
      valid: typeof number === 'string' && isPrisonNumber(number),
    }),
  },
  recommended_pom_type: {
    is: 'outside',
    why: 'Recommending a POM belongs to allocation, which is not done here yet.',
  },
  indeterminate_sentence_type: {
    is: 'outside',
    why: 'Lists give the imprisonment status of a person, not the type of each sentence: that is what is read (status tests).',
  },
  sentences: {
    is: 'outside',
    why: 'Single sentences come in no list read so far; whether another indeterminate one follows is a column of its own.',
  },
  additional_isp: {
    is: 'outside',
    why: 'The same: it is read as a column, and not worked out from single sentences.',
  },
}

describe('what the national service does, group by group', () => {
  it('leaves no group out and names none that is not there', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...groups.keys()].sort())
    expect([...groups.values()].reduce((sum, group) => sum + group.length, 0)).toBe(307)
  })

  it('gives a reason for every group and every vector that we answer otherwise', () => {
    for (const [name, verdict] of Object.entries(TABLE)) {
      if (verdict.is !== 'passed') expect(verdict.why, name).toMatch(/\.$/u)
      else
        for (const [id, why] of Object.entries(verdict.but ?? {})) {
          expect(groups.get(name)?.map((vector) => vector.id)).toContain(id)
          expect(why).toMatch(/\.$/u)
        }
    }
  })

  const passed = Object.entries(TABLE).flatMap(([name, verdict]) =>
    verdict.is === 'passed'
      ? (groups.get(name) ?? [])
          .filter(({ id }) => verdict.but?.[id] === undefined)
          .map((vector) => [vector.id, vector, verdict.run] as const)
      : [],
  )
  it.each(passed)('%s', (_, { input, today, expected }, run) => {
    const ours = run(input, today ?? day('2024-05-20'))
    for (const [name, value] of Object.entries(expected)) expect(ours[name], name).toEqual(value)
  })
})

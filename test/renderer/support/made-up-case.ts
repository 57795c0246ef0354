import type { OutputOf } from '../../../domain/contract/index.ts'
import { ageOn, daysBetween } from '../../../domain/dates/arithmetic.ts'
import type { CaseFacts } from '../../../domain/model/case-facts.ts'
import type { Plan } from '../../../domain/model/plan.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../domain/model/rule-set-id.ts'
import { planCase } from '../../../domain/planning/plan-case.ts'
import { isProblem } from '../../../domain/planning/plan-problem.ts'
import { scheduleCase, scheduleMeetings } from '../../../domain/planning/schedule-case.ts'
import { showWorking } from '../../../domain/planning/show-working.ts'
import { datedWorkOf } from '../../../electron/app/services/caseload/dated-work.ts'
import { tasksOf } from '../../../electron/app/services/caseload/tasks.ts'
import type { TaskRecord } from '../../../db/types.ts'
import { RULE_SETS } from '../../../domain/rule-sets/rule-sets.ts'
import { day, tag, TODAY } from './words.ts'

export type CaseShown = OutputOf<'case.show'>

// One invented man, planned by the real rules, so that the pages are drawn with sums that add up.

const FACTS: CaseFacts = {
  date_of_birth: day('1991-05-09'),
  sentence_start_date: day('2025-03-14'),
  conditional_release_date: day('2027-07-15'),
  reception_date: day('2025-03-14'),
  legal_status: 'sentenced',
  rosh_level: 'high',
  mappa_level: 2,
}

function planUnder(rules: RuleSetId): Plan | null {
  const plan = planCase({ ...FACTS, legacy_cohort: 'nps' }, rules, TODAY)
  return isProblem(plan) ? null : plan
}

const RULES: RuleSetId = 'enhanced-7-5'

function datesShown(plan: Plan): CaseShown['dates'] {
  const words: Record<string, Pick<CaseShown['dates'][number], 'relative' | 'state' | 'tags'>> = {
    handover: {
      relative: 'in 7 days, 5 of them working days',
      state: null,
      tags: [tag('late', 'COM missing')],
    },
    'mt-handover': {
      relative: 'window opened 5 October 2026, 7 days left',
      state: 'to_book',
      tags: [tag('unknown', 'To book')],
    },
    'mt-prerelease-2': {
      relative: 'any day from 30 November 2026 to 15 June 2027',
      state: 'set_a_date',
      tags: [tag('unknown', 'Set a date')],
    },
    'mt-prerelease-1m': {
      relative: 'in 204 days, window opens 1 June 2027',
      state: 'to_book',
      tags: [tag('unknown', 'To book')],
    },
  }
  return showWorking(FACTS, plan, RULES, TODAY).map((card) =>
    Object.assign({ relative: '', state: null, tags: [] }, words[card.key], card),
  )
}

const TASKS: CaseShown['tasks'] = [
  {
    task: 'review_oasys',
    title: 'Review the last OASys assessment',
    due: day('2026-11-30'),
    state: 'completed',
    asked: true,
    doneOn: day('2026-11-12'),
    notDone: null,
    booking: null,
    held: null,
    reference: '',
    note: 'Changes to drug misuse and accommodation since March.',
    by: 'Amy Thornber',
    seq: 1,
  },
  {
    task: 'com_contact',
    title: 'Contact with the COM',
    due: day('2026-11-30'),
    state: 'not_yet_started',
    asked: true,
    doneOn: null,
    notDone: null,
    booking: null,
    held: null,
    reference: '',
    note: '',
    by: null,
    seq: null,
  },
  {
    task: 'mt-handover',
    title: 'Handover meeting',
    due: day('2026-11-30'),
    state: 'not_yet_started',
    asked: true,
    doneOn: null,
    notDone: null,
    booking: null,
    held: null,
    reference: '',
    note: '',
    by: null,
    seq: null,
  },
  {
    task: 'mt-prerelease-2',
    title: 'Second pre-release meeting',
    due: null,
    state: 'not_yet_started',
    asked: true,
    doneOn: null,
    notDone: null,
    booking: null,
    held: null,
    reference: '',
    note: '',
    by: null,
    seq: null,
  },
  {
    task: 'mt-prerelease-1m',
    title: 'Meeting one month before release',
    due: day('2027-06-15'),
    state: 'not_yet_started',
    asked: true,
    doneOn: null,
    notDone: null,
    booking: null,
    held: null,
    reference: '',
    note: '',
    by: null,
    seq: null,
  },
]

const REVIEWED: TaskRecord = {
  id: 'r-1',
  seq: 1,
  at: '2026-11-12T15:20:00Z',
  by: 'u-amy',
  byName: 'Amy Thornber',
  personId: 'p-3',
  task: 'review_oasys',
  doneOn: day('2026-11-12'),
  note: 'Changes to drug misuse and accommodation since March.',
  body: null,
}

function workShown(plan: Plan): CaseShown['work'] {
  const planned = {
    person: { id: 'p-3', record: {}, version: 1 },
    decisions: [],
    presence: { state: 'here' as const, movement: null },
    rulesAtEighteen: plan.rules,
    facts: FACTS,
    adoption: { region: null, ruleSet: RULES, from: day('2026-04-01') },
    rules: RULES,
    plan,
    missing: null,
    responsibility: plan.responsibility,
    override: null,
    local: [],
    meetings: () => scheduleMeetings(FACTS, plan, RULES, TODAY),
    schedule: () => scheduleCase(FACTS, plan, RULES, TODAY),
  }
  const records = new Map([['review_oasys', REVIEWED]])
  return datedWorkOf({ planned, tasks: tasksOf(planned, records, TODAY) }, records, TODAY)
}

type Fact = CaseShown['facts'][number]
const fact = (
  group: string,
  field: string,
  label: string,
  value: string,
  source = 'NOMIS',
  asAt = '2026-11-22',
): Fact => ({
  group,
  field,
  label,
  value,
  source,
  asAt: day(asAt),
  knownFrom: '2026-11-22T07:42:00Z',
  raw: value,
  reason: null,
  listed: null,
})

const FACTS_SHOWN: readonly Fact[] = [
  fact('Who', 'prison_number', 'Prison number', 'A4417KD'),
  fact('Who', 'last_name', 'Surname', 'Marlowe'),
  fact('Who', 'first_name', 'First name', 'Dean'),
  fact('Who', 'date_of_birth', 'Date of birth', '9 May 1991'),
  fact('Who', 'crn', 'CRN', 'X527346', 'Delius', '2026-11-20'),
  fact('In custody', 'location', 'Location', 'C2-014'),
  fact('In custody', 'category', 'Security category', 'C'),
  fact('Sentence', 'sentence_start_date', 'Sentence start date', '14 March 2025'),
  fact('Sentence', 'sentence_length', 'Sentence length', '4 years 10 months 15 days'),
  fact('Sentence', 'led', 'LED', '28 January 2030'),
  { ...fact('Release dates', 'crd', 'CRD', '15 July 2027'), raw: '2027-07-15' },
  fact('Risk', 'rosh', 'RoSH level', 'High', 'Delius', '2026-11-20'),
  fact('Risk', 'mappa_level', 'MAPPA level', '2', 'Delius', '2026-11-20'),
  fact('People and handover', 'pom_name', 'POM', 'Amy Thornber', 'Delius', '2026-11-20'),
  fact(
    'People and handover',
    'probation_region',
    'Probation region',
    'Yorkshire and the Humber',
    'Delius',
    '2026-11-20',
  ),
]

const TIMELINE: CaseShown['timeline'] = [
  {
    id: 't-3',
    kind: 'facts',
    at: '2026-11-22T07:42:00Z',
    by: 'Dev Malik',
    title: 'Changed, from NOMIS, as at 22 November 2026',
    details: ['CRD: 29 September 2027 became 15 July 2027'],
  },
  {
    id: 't-2',
    kind: 'checklist',
    at: '2026-11-12T15:20:00Z',
    by: 'Amy Thornber',
    title: 'Review the last OASys assessment: done on 12 November 2026',
    details: ['Changes to drug misuse and accommodation since March.'],
  },
  {
    id: 't-1',
    kind: 'facts',
    at: '2026-09-04T08:02:00Z',
    by: 'Dev Malik',
    title: 'First recorded, from NOMIS',
    details: ['31 facts, as at 3 September 2026'],
  },
]

/** Marlowe, Dean: determinate, handover in seven days and no COM. */
export function madeUpCase(personId = 'p-3', change: Partial<CaseShown> = {}): CaseShown {
  const plan = planUnder(RULES)
  if (plan === null) throw new Error('The made-up case should plan')
  return {
    personId,
    name: 'Marlowe, Dean',
    prisonNumber: 'A4417KD',
    today: TODAY,
    crn: 'X527346',
    dateOfBirth: day('1991-05-09'),
    age: ageOn(day('1991-05-09'), TODAY),
    location: 'C2-014',
    tags: [tag('late', 'RoSH high'), tag('fact', 'MAPPA 2'), tag('fact', 'Tier B')],
    pom: 'Amy Thornber',
    coPom: null,
    cover: null,
    com: null,
    responsibilitySentence:
      'POM responsible until Sunday 29 November 2026. COM responsible from Monday 30 November 2026.',
    responsibility: plan.responsibility,
    calculated: plan.responsibility,
    reason: plan.reason,
    cannotPlan: null,
    rules: {
      id: RULES,
      name: RULE_SETS[RULES].name,
      whose: 'HMP Hollin Moor',
      from: day('2026-04-01'),
      proof: 'Told by Priya Holt, Regional office: Notice 12, 12 March 2026',
    },
    handoverStart: plan.handover_start_date,
    handover: plan.handover_date,
    earliestRelease: plan.earliest_release,
    sentenceStart: day('2025-03-14'),
    sentenceEnd: day('2030-01-28'),
    flags: [],
    dates: datesShown(plan),
    otherRules: otherRules(plan),
    moved: {
      was: day('2027-02-13'),
      now: day('2026-11-30'),
      says: '75 days earlier.',
      because: ['CRD: 29 September 2027 became 15 July 2027'],
      happenedOn: day('2026-11-23'),
      at: '2026-11-23T07:42:00.000Z',
      by: 'Dev Malik',
    },
    national: {
      handover: day('2027-01-15'),
      asAt: day('2026-11-20'),
      difference:
        '46 days later than here. CRD was 29 September 2027 until 22 November 2026, which gives that date.',
    },
    differences: [
      {
        subject: 'handover_date',
        national: '15 January 2027',
        ours: '30 November 2026',
        nationalValue: '2027-01-15',
        oursValue: '2026-11-30',
        asAt: day('2026-11-20'),
        likelyCause:
          'The national date is 46 days later than ours. Likely cause: an older CRD (29 September 2027), under the national rules.',
        marked: null,
      },
    ],
    concerns: [
      {
        code: 'no_region',
        title: 'Home region not known',
        says: 'No region, local or probation delivery unit is recorded.',
        check: 'Find the home region in NDelius.',
      },
    ],
    tasks: TASKS,
    checklist: 'enhanced',
    taskRecords: {
      review_oasys: [
        {
          at: '2026-11-12T15:20:00Z',
          by: 'Amy Thornber',
          says: ['done on 12 November 2026', 'Changes to drug misuse and accommodation since March.'],
        },
      ],
    },
    packMadeOn: null,
    work: workShown(plan),
    holidaysNote: null,
    workHolidaysNote: null,
    unrecorded: [
      { group: 'Release dates', field: 'ard', label: 'ARD' },
      { group: 'Risk', field: 'vlo_assigned', label: 'VLO assigned' },
    ],
    version: 41,
    presence: null,
    facts: [...FACTS_SHOWN],
    timeline: TIMELINE,
    ...change,
  }
}

function otherRules(ours: Plan): CaseShown['otherRules'] {
  return RULE_SET_IDS.map((id) => {
    const handover = planUnder(id)?.handover_date ?? null
    const days =
      handover === null || ours.handover_date === null ? 0 : daysBetween(ours.handover_date, handover)
    return {
      id,
      name: RULE_SETS[id].name,
      handover,
      outcome:
        days === 0
          ? 'Determinate sentence'
          : `Determinate sentence, ${Math.abs(days)} days ${days > 0 ? 'later' : 'earlier'}`,
      source: RULE_SETS[id].source,
      appliesHere: id === RULES,
    }
  })
}

/** The same man, who may be released before handover: with what to do. */
export const flaggedCase = (personId = 'p-1'): CaseShown =>
  madeUpCase(personId, {
    name: 'Reyes-Holt, Kai',
    prisonNumber: 'A7781MR',
    flags: [
      {
        code: 'release_before_handover',
        title: 'May be released before handover',
        says: 'May be released on 4 January 2027 (HDCED) before the handover date of 18 January 2027.',
        todo: 'Agree an earlier handover with the community.',
      },
      {
        code: 'hdc_check',
        title: 'Check home detention curfew',
        says: 'HDC is understood to have ended for most adults on 2 September 2026.',
        todo: 'Check whether the date still stands.',
      },
    ],
  })

/** Somebody whose plan cannot be made: what is missing stands in place of the dates. */
export const unplannedCase = (personId = 'p-9'): CaseShown =>
  madeUpCase(personId, {
    name: 'Quill, Anton',
    prisonNumber: 'A1180QX',
    responsibilitySentence: 'The date of birth is not a date that exists.',
    responsibility: null,
    calculated: null,
    reason: null,
    cannotPlan: 'The date of birth is not a date that exists.',
    handoverStart: null,
    handover: null,
    earliestRelease: null,
    dates: [],
    tasks: [],
    work: { groups: [], off: [], undated: [] },
    moved: null,
    national: null,
    differences: [],
    concerns: [],
  })

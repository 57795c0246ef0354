import { listAdoptionRecords } from '../../../../db/repositories/adoptions.ts'
import { decisionsOf } from '../../../../db/repositories/decisions.ts'
import { packsOf } from '../../../../db/repositories/packs.ts'
import { formerPlansOf } from '../../../../db/repositories/plan-memory.ts'
import { findPerson, personHistory } from '../../../../db/repositories/people.ts'
import { tasksOf as taskRecordsOf } from '../../../../db/repositories/tasks.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import type { PersonChange, Store, TaskRecord } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { ageOn } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonField } from '../../../../domain/model/person-record.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import type { Presence } from '../../../../domain/movements/presence.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import { CONCERN_TEXT, type Concern } from '../../../../domain/planning/concerns.ts'
import { showWorking } from '../../../../domain/planning/show-working.ts'
import type { WorkingCard } from '../../../../domain/planning/working-card.ts'
import { workingDaysBetween } from '../../../../domain/dates/working-days.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { formatDate, formatShortDate, relativeDays } from '../../../../domain/text/dates.ts'
import { describeFlag } from '../../../../domain/text/flags.ts'
import {
  comTag,
  meetingTag,
  TAGS,
  workingDayTag,
  type MeetingState,
} from '../../../../domain/text/status-tags.ts'
import { isPresent, type PlannedCase, type Planning } from '../planning/planned-case.ts'
import { goneTag } from './not-needed.ts'
import { coverFor, rosterOf } from '../allocation/roster.ts'
import { proofInWords } from '../rules/rules-shown.ts'
import { differencesOf } from '../quality/differences.ts'
import { factsShown, latestByField, unrecordedOf } from './case-facts.ts'
import { movedOf, movedTag } from './case-moved.ts'
import { nationalOf, otherRulesOf } from './case-rules.ts'
import { timelineOf } from './case-timeline.ts'
import { responsibilitySentence } from './responsibility-sentence.ts'
import { datedWorkOf, holidaysNoteOf } from './dated-work.ts'
import { identityTags } from './tags.ts'
import { isRecorded, latestRecords, meetingStateOf, taskRecordInWords, type CaseTask } from './tasks.ts'
import type { UnitCase } from './unit-view.ts'

type CaseShown = OutputOf<'case.show'>

function flagsShown({ plan, facts, rulesAtEighteen }: PlannedCase): CaseShown['flags'] {
  if (plan === null) return []
  return plan.flags.map((code) => {
    const words = describeFlag(code, facts, plan, rulesAtEighteen)
    const byStatus = code === 'removal_possible' && !facts.early_removal_scheme_eligibility_date
    const says = byStatus
      ? 'The imprisonment status speaks of deportation or extradition. Release or bail in this country is still possible.'
      : words.says
    return { code, title: words.title, says, todo: words.todo }
  })
}

function meetingTags(task: CaseTask, today: CivilDate): Tag[] {
  const state = meetingStateOf(task, today)
  const tags: Tag[] = [task.dueOnArrival && state === 'to_book' ? TAGS.dueOnArrival : meetingTag(state)]
  if (state === 'held' || state === 'not_held') return tags
  if (task.entry?.provisional === true) tags.push(TAGS.planningDate)
  const working = task.entry?.latest_working_day ?? null
  const move =
    task.due === null || working === null || task.due < today ? null : workingDayTag(task.due, working)
  if (move !== null) tags.push(move)
  return tags
}

/** Where the release date a handover is counted back from came from, and how old it is. */
function withSource(
  sum: WorkingCard['sum'],
  plan: Plan,
  history: readonly PersonChange[],
): WorkingCard['sum'] {
  const release = plan.earliest_release
  const field = release?.type.toLowerCase() as PersonField | undefined
  const change = field === undefined ? undefined : latestByField(history).get(field)
  if (release === null || change === undefined) return sum
  const asAt = change.asAt === null ? '' : `, as at ${formatShortDate(change.asAt)}`
  return sum.map((line, at) =>
    at === 0 && line.note === '' && line.date === release.date
      ? { ...line, note: `${systemOf(change.source)}${asAt}` }
      : line,
  )
}

/** Whether a card is of what came before anybody left: a meeting that is recorded, a handover on a day before. */
function isOver({ presence }: PlannedCase, { date }: WorkingCard, task: CaseTask | undefined): boolean {
  if (task !== undefined) return isRecorded(task)
  return date !== null && presence.movement !== null && date <= presence.movement.on
}

/** The cards of the working, each with what was recorded of it here. */
function dateCards(
  one: UnitCase,
  history: readonly PersonChange[],
  moved: CaseShown['moved'],
  today: CivilDate,
): CaseShown['dates'] {
  const { planned, tasks, com, days } = one
  const { plan, facts, rules } = planned
  if (plan === null) return []
  return showWorking(facts, plan, rules, today, planned.local).map((card) => {
    const task = tasks.find((known) => known.task === card.key)
    const gone = isOver(planned, card, task) ? null : goneTag(planned)
    const tags = gone !== null ? [gone] : task === undefined ? [] : meetingTags(task, today)
    const state = task === undefined ? null : meetingStateOf(task, today)
    const relative = gone === null ? relativeWords(card, state, today) : ''
    const shown = Object.assign({ relative, state, tags }, card)
    if (card.key !== 'handover' || gone !== null) return shown
    const known = [movedTag(moved, today), comTag(com.state, days, com.daysOverdue)]
    tags.push(...known.filter((tag) => tag !== null))
    return Object.assign(shown, { sum: withSource(card.sum, plan, history) })
  })
}

/** How far off a date is, and what is left of its window. */
function relativeWords(card: WorkingCard, state: MeetingState | null, today: CivilDate): string {
  const { date, windowFrom, windowTo } = card
  if (date === null) {
    return windowFrom === null || windowTo === null
      ? ''
      : `any day from ${formatDate(windowFrom)} to ${formatDate(windowTo)}`
  }
  const far = relativeDays(date, today)
  if (date <= today || state === 'held' || state === 'not_held') return far
  if (windowFrom !== null && windowFrom < date) {
    return windowFrom > today
      ? `${far}, window opens ${formatDate(windowFrom)}`
      : `window opened ${formatDate(windowFrom)}, ${far.replace('in ', '')} left`
  }
  return `${far}, ${workingDaysBetween(today, date)} of them working days`
}

function tasksShown({ tasks, planned }: UnitCase): CaseShown['tasks'] {
  const isGone = !isPresent(planned)
  return tasks.map(({ task, title, due, state, asked, dueOnArrival, ...recorded }) => ({
    task,
    title: dueOnArrival && state === 'not_yet_started' ? `${title} (due on arrival)` : title,
    due,
    // Of somebody who died or left only what was recorded is on the checklist.
    state: isGone && !isRecorded(recorded) ? 'not_needed' : state,
    asked,
    doneOn: recorded.doneOn,
    notDone: recorded.notDone,
    booking: recorded.booking,
    held: recorded.held,
    note: recorded.note,
    reference: recorded.reference,
    by: recorded.by,
    seq: recorded.seq,
  }))
}

/** Every record of each task, newest first, in words. */
function recordsShown(records: readonly TaskRecord[]): CaseShown['taskRecords'] {
  const shown: CaseShown['taskRecords'] = {}
  for (const record of records.toReversed()) {
    const { at, byName: by, task } = record
    ;(shown[task] ??= []).push({ at, by, says: taskRecordInWords(record) })
  }
  return shown
}

/** On whose word the rules in force were adopted. */
function proofOf(store: Store, { region, from, ruleSet }: Adoption): string | null {
  const record = listAdoptionRecords(store.read).findLast(
    (known) => known.region === region && known.from === from && known.ruleSet === ruleSet,
  )
  return proofInWords(record?.proof ?? null)
}

function presenceShown({ state, movement }: Presence): CaseShown['presence'] {
  if (movement === null || state === 'here') return null
  const { kind, on, where } = movement
  const place = where === '' ? '' : `, ${where}`
  return { state, words: `${MOVEMENT_WORDS[kind]}${place}`, on, died: kind === 'died' }
}

/** Everything the page of one person shows. Throws `not_found` for an id nobody has. */
export function casePageOf(
  planning: Planning,
  store: Store,
  one: UnitCase | undefined,
  personId: string,
  concerns: readonly Concern[],
  today: CivilDate,
): CaseShown {
  const person = findPerson(store.read, personId)
  if (person === null || one === undefined)
    throw new DeskError('not_found', 'This person is not in the store.')
  const { planned, com } = one
  const { plan, facts, adoption, missing } = planned
  const { record } = person
  const history = personHistory(store.read, personId)
  const records = taskRecordsOf(store.read, personId)
  const former = formerPlansOf(store.read, personId)
  const packs = packsOf(store.read, personId)
  const moved = movedOf(former)
  const born = record.date_of_birth ?? null
  return {
    personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    today,
    crn: record.crn ?? null,
    dateOfBirth: born,
    age: born === null ? null : ageOn(born, today),
    location: record.location ?? null,
    tags: identityTags(one),
    pom: record.pom_name ?? null,
    coPom: staffNameOf(record.co_pom_name),
    cover: coverFor(record.pom_name, rosterOf(store), today),
    com: com.name,
    responsibilitySentence: responsibilitySentence(planned, today, one.passedOn),
    responsibility: planned.responsibility,
    calculated: plan?.responsibility ?? null,
    reason: plan?.reason ?? null,
    cannotPlan: missing?.message ?? null,
    rules: {
      id: planned.rules,
      name: RULE_SETS[planned.rules].name,
      whose: adoption.region ?? store.establishment.name,
      from: adoption.from,
      proof: proofOf(store, adoption),
    },
    handoverStart: plan?.handover_start_date ?? null,
    handover: plan?.handover_date ?? null,
    earliestRelease: plan?.earliest_release ?? null,
    sentenceStart: facts.sentence_start_date ?? null,
    sentenceEnd: record.sed ?? record.led ?? null,
    flags: flagsShown(planned),
    dates: dateCards(one, history, moved, today),
    otherRules: otherRulesOf(planned, today),
    moved,
    national: nationalOf(planned, history, (earlier) => planning.factsOf(store, earlier), today),
    differences: differencesOf(planning, store, planned, today),
    concerns: concerns.map(({ code, says }) => ({ code, says, ...CONCERN_TEXT[code] })),
    tasks: tasksShown(one),
    checklist:
      (plan?.handover_date ?? null) === null
        ? null
        : plan?.handover_type === 'standard'
          ? 'standard'
          : 'enhanced',
    taskRecords: recordsShown(records),
    packMadeOn: packs[0] === undefined ? null : dayInLondon(new Date(packs[0].at)),
    work: datedWorkOf(one, latestRecords(records).get(personId), today),
    holidaysNote: holidaysNoteOf(planned.meetings(), today),
    workHolidaysNote: holidaysNoteOf(planned.schedule(), today),
    facts: factsShown(record, history, planned.decisions),
    unrecorded: unrecordedOf(record),
    version: person.version,
    presence: presenceShown(planned.presence),
    timeline: timelineOf(history, decisionsOf(store.read, personId), former, records, packs),
  }
}

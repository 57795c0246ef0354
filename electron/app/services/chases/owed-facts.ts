import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { OwedFacts } from '../../../../domain/chases/owed.ts'
import type { Contact } from '../../../../domain/meetings/contact.ts'
import type { Recall } from '../../../../domain/sentences/recall.ts'
import { WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import { arrivalOf, meetingStateOf } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { isPresent, type PlannedCase } from '../planning/planned-case.ts'

/** The day of the last recall recorded here: back in custody, else recalled. */
function recallDay({ decisions }: PlannedCase): CivilDate | null {
  let day: CivilDate | null = null
  for (const { kind, body } of decisions) {
    if (kind !== 'recall') continue
    const { returnedOn, recalledOn } = body as Recall
    const on = returnedOn ?? recalledOn
    if (day === null || on > day) day = on
  }
  return day
}

/**
 * The COM who should be known and is not, and from which day. Responsible: from the override, the day a change put handover in
 * the past, handover, the sentence of a short one, or the recall; supporting: from the handover start. Whatever came before the
 * person was here or sentenced counts from that day: nobody here could have asked sooner.
 */
function comMissingOf({ planned, com, passedOn }: UnitCase): OwedFacts['comMissing'] {
  const { plan, responsibility, override, facts } = planned
  if (com.name !== null || plan === null || responsibility === null || responsibility === 'pom') return null
  const arrival = arrivalOf(facts)
  if (responsibility === 'pom_with_com') {
    const start = plan.handover_start_date
    if (start === null) return { due: null, since: 'not_known' }
    return arrival !== null && arrival > start
      ? { due: arrival, since: 'arrival' }
      : { due: start, since: 'support' }
  }
  const handover = plan.handover_date
  const fromTheStart =
    override?.body.from ??
    passedOn ??
    (handover === null
      ? plan.reason === 'determinate_short'
        ? (facts.sentence_start_date ?? null)
        : recallDay(planned)
      : null)
  const due = fromTheStart ?? handover
  if (due === null)
    return arrival === null ? { due: null, since: 'not_known' } : { due: arrival, since: 'arrival' }
  if (arrival !== null && due < arrival) return { due: arrival, since: 'arrival' }
  return { due, since: fromTheStart === null ? 'handover' : 'from_the_start' }
}

/** Whether a contact with the COM is recorded, on or after the day the handover window opened. */
function hasContact({ decisions }: PlannedCase, due: CivilDate): boolean {
  const from = addDays(due, -WINDOW_DAYS)
  return decisions.some(({ kind, body }) => {
    if (kind !== 'contact') return false
    const { with: whom, on } = body as Contact
    return on >= from && /\bCOM\b/.test(whom)
  })
}

/** What bears on whether probation owes an answer on one case. */
export function owedFactsOf(one: UnitCase, today: CivilDate): OwedFacts {
  const { planned, tasks } = one
  const { plan, facts } = planned
  const isChased = plan !== null && plan.in_scope && isPresent(planned) && facts.restricted_patient !== true
  if (!isChased) return { isChased, comMissing: null, contactDue: null, meetingsMissed: [] }
  const contact = tasks.find(({ task, state }) => task === 'com_contact' && state === 'overdue')
  const contactDue = contact?.due ?? null
  return {
    isChased,
    comMissing: comMissingOf(one),
    contactDue: contactDue !== null && hasContact(planned, contactDue) ? null : contactDue,
    meetingsMissed: tasks.flatMap((task) =>
      task.entry !== null && task.due !== null && meetingStateOf(task, today) === 'missed'
        ? [{ title: task.title, due: task.due }]
        : [],
    ),
  }
}

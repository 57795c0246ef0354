import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import type { IcsEvent } from '../../documents/calendar-ics.ts'
import { caseReference } from '../caseload/case-reference.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { eventsOf, whoOf, type DiaryEvent } from './events.ts'

const CATEGORIES: Record<DiaryEvent['kind'], string> = {
  handover: 'Handover',
  handover_start: 'Handover',
  meeting: 'Mandated meeting',
  release: 'Release',
}

interface IcsChoice {
  from: CivilDate
  to: CivilDate
  /** Names and prison numbers of people in custody, and names of staff. */
  names: boolean
  today: CivilDate
  /** Whether an invitation to a booked meeting is in somebody's diary, with its time. */
  isInvited(personId: string, task: string): boolean
}

/**
 * The dated events between two days, for a calendar outside the app. A calendar travels: to phones, to whoever a
 * diary is shared with. So unless names are asked for an event says what is due and a case reference that only this store
 * can turn back into a person; no name, number, birth date, place or member of staff.
 */
export function icsEventsOf(
  cases: readonly UnitCase[],
  { from, to, names, today, isInvited }: IcsChoice,
): IcsEvent[] {
  const events: IcsEvent[] = []
  for (const one of cases) {
    for (const event of eventsOf(one, today)) {
      if (event.date < from || event.date > to) continue
      // An invitation stands for the meeting, with its time: the day's own event would show it twice, and gives way.
      const off = event.state === 'booked' && isInvited(one.personId, event.key)
      events.push({
        uid: uidOf(one, event),
        date: event.date,
        summary: `${event.provisional ? 'Planning date: ' : ''}${event.title} – ${whose(one, names)}`,
        description: details(one, event, names),
        category: CATEGORIES[event.kind],
        tentative: event.provisional,
        off,
        sequence: one.planned.person.version + one.taskSeq,
      })
    }
  }
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.uid < b.uid ? -1 : 1))
}

/** A meeting's invitation has an id of its own, numbered by that meeting alone; its day in this file is another event. */
function uidOf({ personId }: UnitCase, { kind, key }: DiaryEvent): string {
  return `${personId}-${key}${kind === 'meeting' ? '-day' : ''}@handover-desk`
}

function whose(one: UnitCase, names: boolean): string {
  return names ? `${one.name} (${one.prisonNumber})` : `case ${caseReference(one.personId)}`
}

function details(one: UnitCase, event: DiaryEvent, names: boolean): string {
  const lines = [`Rules: ${RULE_SETS[one.planned.rules].name}.`]
  if (event.windowFrom !== null) {
    lines.push(`Window: ${formatDate(event.windowFrom)} to ${formatDate(event.date)}.`)
  }
  // What is only true on the day of the export, such as how long a COM has been missing, stays out of a file that is kept.
  if (event.kind === 'meeting') for (const { text } of event.tags) lines.push(`${text}.`)
  if (names) {
    lines.push(`With: ${whoOf(one)}.`)
    const pom = one.planned.person.record.pom_name ?? null
    if (pom !== null) lines.push(`POM: ${pom}.`)
  } else {
    lines.push(`In Handover Desk, find ${caseReference(one.personId)}.`)
  }
  return lines.join('\n')
}

import { shapeOf, type Shape } from '../../../../domain/calendar/calendar-filters.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { taskOfItem } from '../../../../domain/model/handover-task.ts'
import { MANDATED_MEETING_IDS, type ScheduleEntry, type Sense } from '../../../../domain/model/plan.ts'
import { isChecklistDone, OF_OPEN_TASKS } from '../caseload/dated-work.ts'
import { isRecorded, NOTHING_RECORDED, recordedOf, type TaskRecords } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { groupOf, workRow } from '../caseload/work-row.ts'
import { plainEvent, type DatedEvent } from './events.ts'

/** A piece of dated work on its day; what is said of it is made only for those shown. */
export interface OpenWork {
  one: UnitCase
  entry: ScheduleEntry
  date: CivilDate
  shape: Shape
}

const MEETINGS: readonly string[] = MANDATED_MEETING_IDS

/** The dated work of a case of which nothing stands recorded, each on its day. Mandated meetings are events of their own. */
export function openWorkOf(one: UnitCase, records: TaskRecords | undefined): OpenWork[] {
  const open: OpenWork[] = []
  const checklistDone = isChecklistDone(one.tasks)
  for (const entry of one.planned.schedule()) {
    const { due, id, sense } = entry
    if (due === null || MEETINGS.includes(id) || (checklistDone && OF_OPEN_TASKS.has(id))) continue
    if (isRecorded(recordedOf(records?.get(taskOfItem(id))))) continue
    open.push({ one, entry, date: due, shape: shapeOf({ kind: 'work', state: null, sense }) })
  }
  return open
}

/** The sense before what it is about: `Due: Send the handover report`. */
const SENSE_BEFORE: Readonly<Record<Sense, string>> = {
  due: 'Due',
  aim: 'Aim',
  opens: 'Opens',
  closes: 'Closes',
  reminder: 'Reminder',
  note: 'To note',
}

export function workEvent({ one, entry, date }: OpenWork, today: CivilDate): DatedEvent & { who: string } {
  const group = groupOf(one.planned, entry, today)
  const { title, owner, tags } = workRow(one.planned, entry, group, NOTHING_RECORDED, today)
  return {
    ...plainEvent({
      key: `work-${entry.id}`,
      kind: 'work',
      date,
      windowFrom: entry.window_from,
      windowTo: entry.window_to,
      title: `${SENSE_BEFORE[entry.sense]}: ${title}`,
      sense: entry.sense,
      provisional: entry.provisional,
      tags,
    }),
    who: owner,
  }
}

import type { CivilDate } from '../../dates/civil-date.ts'
import type { PersonField } from '../../model/person-record.ts'
import { formatDate } from '../../text/dates.ts'
import { mayBePrinted } from '../free-text.ts'
import type { ComposedSection, PackGap } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { systemOf } from '../sources.ts'
import { recordedValues } from '../section-values.ts'
import { overdueOf } from './outstanding.ts'

interface Event {
  on: CivilDate
  what: string
  who: string
  source: string
}

/** Section 4: who has held the case and which meetings and contact there have been. */
export function responsibilityHistory(input: PackInput): ComposedSection {
  const { values, gaps } = recordedValues(input, '4')
  const events = [...named(input, 'pom_name', 'POM'), ...named(input, 'com_name', 'COM'), ...done(input)]
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return {
    section: {
      key: '4',
      title: 'Responsibility history and mandated contact',
      oasys_refs: ['RP.60', 'IP.29'],
      san_refs: [],
      values,
      table:
        events.length === 0
          ? null
          : {
              title: 'What has happened',
              headings: ['Date', 'What', 'Who', 'Source'],
              rows: events.map(({ on, what, who, source }) => [formatDate(on), what, who, source]),
            },
    },
    gaps: [...gaps, ...missed(input), ...notesLeftOut(input)],
  }
}

/** Each POM or COM the desk has known, from the first day it knew of them. */
function named(input: PackInput, field: PersonField, role: string): Event[] {
  const events: Event[] = []
  let known: unknown = null
  for (const { at, asAt, source, delta } of input.history) {
    const now = delta[field]
    if (now === undefined || now === known) continue
    const on = asAt ?? (at.slice(0, 10) as CivilDate)
    const what =
      now === null ? `No ${role} named any more` : known === null ? `${role} first named here` : `New ${role}`
    events.push({ on, what, who: now === null ? '' : String(now), source: systemOf(source) })
    known = now
  }
  return events
}

function done(input: PackInput): Event[] {
  return input.tasks.flatMap((task) => {
    const { doneOn, notDone, title, by } = task
    const on = doneOn ?? notDone?.on ?? null
    if (on === null) return []
    const note = task.note && mayBePrinted(task.note) ? `: ${task.note}` : ''
    const document = task.reference && mayBePrinted(task.reference) ? `. Document: ${task.reference}` : ''
    const what = notDone === null ? `${title} done` : `${title} not done. ${notDone.why}`
    return [{ on, what: `${what}${note}${document}`, who: by ?? '', source: 'OMU' }]
  })
}

function missed(input: PackInput): PackGap[] {
  return overdueOf(input)
    .filter(({ task }) => task.startsWith('mt-'))
    .map((task) => ({
      section: '4',
      key: task.task,
      message: `${task.title}: was due by ${formatDate(task.due as CivilDate)} and none is recorded. Record it, or why it was not held.`,
    }))
}

function notesLeftOut({ tasks }: PackInput): PackGap[] {
  return tasks
    .filter(({ state, note }) => (state === 'done' || state === 'not_done') && !mayBePrinted(note))
    .map(({ task, title }) => ({
      section: '4',
      key: `${task}.note`,
      message: `${title}: its note is left out, because its words may speak of a victim. Write it again without.`,
    }))
}

import { extname } from 'node:path'
import { calendarIcs } from '../app/documents/calendar-ics.ts'
import { casesOf, unitOf } from '../app/services/caseload/unit-view.ts'
import { icsEventsOf } from '../app/services/diary/ics-events.ts'
import { isInDiary } from '../app/services/invitations/invitation-settings.ts'
import { asAtWords } from '../app/services/session/source-ages.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { writeWhole } from '../host/shared/write-whole.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'
import { dateArgument, dayFor, rangeArgument } from './unit-arguments.ts'

const OPTIONS = {
  data: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  pom: { type: 'string' },
  names: { type: 'boolean' },
} as const

/** `desk calendar`: handovers, mandated meetings and releases between two days as iCalendar, without names unless asked. */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data', 'from', 'to', 'out'] })
  const { out, pom, names = false } = values
  const first = dateArgument('from', values.from)
  const last = dateArgument('to', values.to)
  if (first === null || last === null) throw new UsageError('--from and --to are needed.')
  const range = rangeArgument(first, last)
  if (extname(out).toLowerCase() !== '.ics') throw new UsageError('--out must end .ics.')

  return withStore(values.data, io, 'calendar', async (session) => {
    const today = dayFor(session, io)
    const planning = createPlanning()
    const cases = casesOf(unitOf(planning, session.store, today), pom === undefined ? null : [pom])
    if (pom !== undefined && cases.length === 0) io.stderr.write(`No case here has the POM ${pom}.\n`)
    const isInvited = (personId: string, task: string) => isInDiary(session.store.read, personId, task)
    const events = icsEventsOf(cases, { ...range, names, today, isInvited })
    const asAt = asAtWords(planning, session.store, today)
    await writeWhole(out, calendarIcs(events, { name: 'Handover Desk', now: io.now(), asAt }))
    printJson(io, { events: events.length, out })
    return EXIT.done
  })
}

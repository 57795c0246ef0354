import { extname } from 'node:path'
import { calendarIcs } from '../app/documents/calendar-ics.ts'
import { casesOf, unitOf } from '../app/services/caseload/unit-view.ts'
import { icsEventsOf } from '../app/services/diary/ics-events.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { writeWhole } from '../host/shared/write-whole.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { openForCommand } from './open-store.ts'
import { dateFlag, dayFor, needed, readFlags } from './unit-arguments.ts'

/** `desk calendar`: handovers, mandated meetings and releases between two days as iCalendar, without names unless asked. */
export const run: RunCommand = async (args, io) => {
  const flags = readFlags(args, {
    data: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
    pom: { type: 'string' },
    names: { type: 'boolean' },
  })
  const data = needed('--data', flags.data)
  const from = dateFlag('--from', needed('--from', flags.from))
  const to = dateFlag('--to', needed('--to', flags.to))
  const out = needed('--out', flags.out)
  if (from === null || to === null || to < from) throw new UsageError('--to must be --from or after it.')
  if (extname(out).toLowerCase() !== '.ics') throw new UsageError('--out must end .ics.')

  const session = await openForCommand(data, io)
  try {
    const today = dayFor(session, io)
    const cases = casesOf(unitOf(createPlanning(), session.store, today), flags.pom ?? null)
    if (flags.pom !== undefined && cases.length === 0)
      io.stderr.write(`No case here has the POM ${flags.pom}.\n`)
    const events = icsEventsOf(cases, { from, to, names: flags.names === true, today })
    await writeWhole(out, calendarIcs(events, { name: 'Handover Desk', now: io.now() }))
    io.stdout.write(`${JSON.stringify({ events: events.length, out })}\n`)
    return EXIT.done
  } finally {
    await session.store.close()
  }
}

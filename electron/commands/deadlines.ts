import { extname } from 'node:path'
import { formatDate, relativeDays } from '../../domain/text/dates.ts'
import { RULE_SETS } from '../../domain/rule-sets/rule-sets.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { toCsv, toXlsx, type SheetCell } from '../app/documents/spreadsheet.ts'
import { casesOf, unitOf } from '../app/services/caseload/unit-view.ts'
import {
  deadlinesOf,
  type Deadline,
  type DeadlineRange,
  type DeadlineState,
} from '../app/services/diary/deadlines.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { writeWhole } from '../host/shared/write-whole.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { openForCommand } from './open-store.ts'
import { PlanOutput } from './plan-output.ts'
import { dateFlag, dayFor, needed, readFlags } from './unit-arguments.ts'

/** `desk deadlines`: handovers and mandated meetings overdue, due and due soon, one a line or as a spreadsheet. */
export const run: RunCommand = async (args, io) => {
  const flags = readFlags(args, {
    data: { type: 'string' },
    'as-of': { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    pom: { type: 'string' },
    out: { type: 'string' },
  })
  const data = needed('--data', flags.data)
  const asOf = dateFlag('--as-of', flags['as-of'])
  const range = rangeOf(dateFlag('--from', flags.from), dateFlag('--to', flags.to))
  const out = flags.out === undefined ? null : needed('--out', flags.out)
  const kind = out === null ? null : extname(out).toLowerCase()
  if (kind !== null && kind !== '.csv' && kind !== '.xlsx')
    throw new UsageError('--out must end .csv or .xlsx.')

  const session = await openForCommand(data, io)
  try {
    const today = dayFor(session, io, asOf)
    const unit = unitOf(createPlanning(), session.store, today)
    const cases = casesOf(unit, flags.pom ?? null)
    if (flags.pom !== undefined && cases.length === 0)
      io.stderr.write(`No case here has the POM ${flags.pom}.\n`)
    const deadlines = deadlinesOf(cases, today, range)
    if (out !== null) {
      await writeWhole(out, await sheet(deadlines, kind === '.csv', today))
      io.stdout.write(`${JSON.stringify({ deadlines: deadlines.length, out })}\n`)
      return EXIT.done
    }
    const output = new PlanOutput(io.stdout)
    for (const deadline of deadlines) {
      output.add(JSON.stringify(lineOf(deadline)))
      if (output.isFull()) await output.flush()
      if (output.isGone()) break
    }
    await output.end()
    return EXIT.done
  } finally {
    await session.store.close()
  }
}

function rangeOf(from: CivilDate | null, to: CivilDate | null): DeadlineRange {
  if (from === null && to === null) return null
  if (from === null || to === null) throw new UsageError('--from and --to go together.')
  if (to < from) throw new UsageError('--to must be --from or after it.')
  return { from, to }
}

function lineOf({ one, ...deadline }: Deadline) {
  return {
    prison_number: one.prisonNumber,
    name: one.name,
    pom: one.planned.person.record.pom_name ?? null,
    com: one.com.name,
    id: deadline.id,
    title: deadline.title,
    due: deadline.due,
    window_from: deadline.windowFrom,
    window_to: deadline.windowTo,
    latest_working_day: deadline.latestWorkingDay,
    days: deadline.days,
    state: deadline.state,
    owner: deadline.owner,
    rules: deadline.rules,
  }
}

const STATE_WORDS: Record<DeadlineState, string> = {
  overdue: 'Overdue',
  due: 'Due today',
  due_soon: 'Due soon',
  coming: 'Coming',
  due_on_arrival: 'Due on arrival',
  planning_date: 'Planning date',
  done: 'Done',
}

const COLUMNS = [
  { heading: 'Due', width: 12 },
  { heading: 'State', width: 14 },
  { heading: 'When', width: 14 },
  { heading: 'What', width: 32 },
  { heading: 'Name', width: 26 },
  { heading: 'Prison number', width: 14 },
  { heading: 'POM', width: 20 },
  { heading: 'COM', width: 20 },
  { heading: 'Window from', width: 18 },
  { heading: 'Last working day', width: 18 },
  { heading: 'Who', width: 26 },
  { heading: 'Rules', width: 20 },
]

/** The due day stays in a form that sorts; the others are in words. */
async function sheet(deadlines: readonly Deadline[], csv: boolean, today: CivilDate): Promise<Uint8Array> {
  const rows: SheetCell[][] = deadlines.map(({ one, ...deadline }) => [
    deadline.due,
    STATE_WORDS[deadline.state],
    relativeDays(deadline.due, today),
    deadline.title,
    one.name,
    one.prisonNumber,
    one.planned.person.record.pom_name ?? null,
    one.com.name,
    deadline.windowFrom === null ? null : formatDate(deadline.windowFrom),
    formatDate(deadline.latestWorkingDay),
    deadline.owner,
    RULE_SETS[deadline.rules].name,
  ])
  if (csv)
    return toCsv(
      COLUMNS.map(({ heading }) => heading),
      rows,
    )
  return toXlsx(COLUMNS, rows, 'Deadlines')
}

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
import { asAtWords } from '../app/services/session/source-ages.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { writeWhole } from '../host/shared/write-whole.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'
import { printLines } from './print-lines.ts'
import { dateArgument, dayFor, rangeArgument } from './unit-arguments.ts'

const OPTIONS = {
  data: { type: 'string' },
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  pom: { type: 'string' },
  out: { type: 'string' },
} as const

/** `desk deadlines`: handovers and mandated meetings overdue, due and due soon, one a line or as a spreadsheet. */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data'] })
  const { out, pom } = values
  const asOf = dateArgument('as-of', values['as-of'])
  const range = rangeOf(dateArgument('from', values.from), dateArgument('to', values.to))
  const kind = out === undefined ? null : extname(out).toLowerCase()
  if (kind !== null && kind !== '.csv' && kind !== '.xlsx')
    throw new UsageError('--out must end .csv or .xlsx.')

  return withStore(values.data, io, 'deadlines', async (session) => {
    const today = dayFor(session, io, asOf)
    const planning = createPlanning()
    const cases = casesOf(unitOf(planning, session.store, today), pom === undefined ? null : [pom])
    if (pom !== undefined && cases.length === 0) io.stderr.write(`No case here has the POM ${pom}.\n`)
    const deadlines = deadlinesOf(cases, today, range)
    if (out === undefined) {
      await printLines(io, deadlines.map(lineOf))
    } else {
      await writeWhole(
        out,
        await sheet(deadlines, kind === '.csv', today, asAtWords(planning, session.store, today)),
      )
      printJson(io, { deadlines: deadlines.length, out })
    }
    return EXIT.done
  })
}

function rangeOf(from: CivilDate | null, to: CivilDate | null): DeadlineRange {
  if (from === null && to === null) return null
  if (from === null || to === null) throw new UsageError('--from and --to go together.')
  return rangeArgument(from, to)
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
  not_held: 'Not held',
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
async function sheet(
  deadlines: readonly Deadline[],
  csv: boolean,
  today: CivilDate,
  asAt: string,
): Promise<Uint8Array> {
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
  return toXlsx(COLUMNS, rows, 'Deadlines', asAt)
}

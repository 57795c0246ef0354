import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DeskError } from '../../domain/contract/errors.ts'
import { isCivilDate, type CivilDate } from '../../domain/dates/civil-date.ts'
import { IMPORT_SOURCES } from '../../domain/reference/import-map.ts'
import { dayInLondon } from '../../db/london-day.ts'
import type { Session } from '../app/context.ts'
import { checkExtract } from '../app/services/import/check-extract.ts'
import type { CheckedExtract, DateOrder } from '../app/services/import/extract.ts'
import {
  importExtracts,
  newerImport,
  UNKNOWN_SOURCE,
  type ImportRequest,
} from '../app/services/import/import-extracts.ts'
import { bareHeading, findColumn } from '../app/services/import/match-headings.ts'
import { changedDates } from '../app/services/import/plan-effects.ts'
import { bringUpToDate } from '../app/services/memory/bring-up-to-date.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { EXIT, UsageError, type CommandIo, type RunCommand } from './command.ts'
import { withStore } from './open-store.ts'

type Imported = Awaited<ReturnType<typeof importExtracts>>[number]

interface Arguments {
  data: string
  source: string | null
  map: ColumnMap
  asAt: CivilDate | null
  dryRun: boolean
  files: string[]
}

interface ColumnMap {
  mapping: Record<string, string | null>
  dateOrder: DateOrder | null
}

const HOW_TO_SAY_THE_ORDER =
  'Name it with --source, or give --map a JSON file with {"dateOrder": "day_first"} or "month_first".'

/** `desk import`: files in, one object a file out, all of them committed together or none. */
export const run: RunCommand = async (args, io) => {
  const given = await readArguments(args)
  return withStore(given.data, io, 'import', async (session) => {
    try {
      return await importFiles(given, session, io)
    } catch (error) {
      if (!(error instanceof DeskError) || (error.code !== 'file_refused' && error.code !== 'conflict'))
        throw error
      const code = error.fields?.['code'] ?? error.code
      print(io, { error: { code, message: error.message } })
      const how = code === 'ambiguous_date' ? ` ${HOW_TO_SAY_THE_ORDER}` : ''
      io.stderr.write(`Nothing was imported. ${error.message}${how}\n`)
      return EXIT.couldNotStart
    }
  })
}

async function importFiles(given: Arguments, session: Session, io: CommandIo): Promise<number> {
  const { store } = session
  const today = store.synthetic?.today ?? dayInLondon(io.now())
  const requests: ImportRequest[] = []
  for (const file of given.files) {
    const extract = await readFileNamed(file, given, today, store.establishment.code)
    const source = given.source ?? extract.source?.id ?? UNKNOWN_SOURCE
    const request = { extract, source, asAt: given.asAt ?? extract.statedAsAt ?? today }
    // Only a file that states its own day can be told to be old news; one that states none is taken as today's.
    const isStated = given.asAt === null && extract.statedAsAt !== null
    const newer = newerImport(store.read, source, request.asAt)
    if (newer !== null && given.asAt !== null) {
      io.stderr.write(
        `${extract.name}: speaks of ${request.asAt}, and a list of this kind as at ${newer.asAt} is already in: older values take the place of newer ones.\n`,
      )
    }
    if (newer !== null && isStated) {
      throw new DeskError(
        'conflict',
        `${file} speaks of ${request.asAt}, and a list of this kind as at ${newer.asAt} is already in. Say --as-at to import it all the same.`,
      )
    }
    requests.push(request)
  }
  const parts = { planning: createPlanning(), session, today, at: io.now().toISOString() }
  const outcomes = await importExtracts(parts, requests, given.dryRun)
  // After the import's own transaction: what it changed is noticed now, or, should this be cut short, when next opened.
  if (!given.dryRun) await bringUpToDate({ ...parts, store, actor: { userId: session.user.id } })
  for (const outcome of outcomes) {
    sayAside(outcome, io)
    print(io, reportOf(outcome))
  }
  return outcomes.some(({ comparison }) => comparison.refused.length > 0) ? EXIT.refusals : EXIT.done
}

async function readFileNamed(
  path: string,
  given: Arguments,
  today: CivilDate,
  establishment: string,
): Promise<CheckedExtract> {
  try {
    return await checkExtract({ from: { path }, ...given.map, sourceId: given.source, today, establishment })
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new UsageError(`${path} is not a file that can be read.`)
    if (!(error instanceof DeskError) || given.files.length === 1) throw error
    throw new DeskError(error.code, `${path}: ${error.message}`, error.fields)
  }
}

function reportOf({ importId, request, comparison, effects }: Imported) {
  const { extract } = request
  const { created, updated, unchanged, absent, refused } = comparison
  return {
    import_id: importId,
    file: extract.name,
    sha256: extract.sha256,
    source: request.source,
    as_at: request.asAt,
    rows: extract.rows,
    created,
    updated,
    unchanged,
    absent,
    refused,
    unmapped_columns: extract.unmappedColumns,
    changed_dates: changedDates(effects),
    newly_past_handover: effects
      .filter(({ newlyPast }) => newlyPast)
      .map(({ found, before, after }) => ({
        prison_number: found.record.prison_number,
        row: found.row,
        handover_was: before?.handover_date ?? null,
        handover_now: after?.handover_date ?? null,
      })),
  }
}

/** What a person should know beside the figures. No names: standard error ends up in logs. */
function sayAside({ request, sameFile, comparison }: Imported, io: CommandIo): void {
  const { extract } = request
  const say = (line: string) => io.stderr.write(`${extract.name}: ${line}\n`)
  if (sameFile !== null) {
    const nothing = comparison.created + comparison.updated === 0
    say(
      `the same file was imported on ${sameFile.at.slice(0, 10)}${nothing ? '; nothing in it is new' : ''}.`,
    )
  }
  for (const { row, field } of comparison.asked)
    say(`row ${row}: ${field} was typed here and is kept; the list says otherwise. Choose in the window.`)
  const sheets = /first of \d+ sheets/.exec(extract.format)
  if (sheets !== null) say(`only the first sheet was read, the ${sheets[0]}.`)
  for (const { heading, warning } of extract.columns) if (warning !== null) say(`“${heading}”: ${warning}`)
  for (const { row, column, message } of extract.warnings.slice(0, 20))
    say(`row ${row}, ${column}: ${message}`)
  if (extract.warnings.length > 20)
    say(`and ${extract.warnings.length - 20} more values that look wrong and are kept.`)
}

const print = (io: CommandIo, value: unknown) => io.stdout.write(`${JSON.stringify(value)}\n`)

async function readArguments(args: string[]): Promise<Arguments> {
  const { values, positionals } = parse(args)
  if (values.data === undefined) throw new UsageError('Say where the store is: --data DIR.')
  if (positionals.length === 0) throw new UsageError('Name a file to import.')
  const { source = null, 'as-at': asAt = null } = values
  if (source !== null && !IMPORT_SOURCES.some(({ id }) => id === source)) {
    throw new UsageError(
      `There is no source called ${source}. There are: ${IMPORT_SOURCES.map(({ id }) => id).join(', ')}.`,
    )
  }
  if (asAt !== null && !isCivilDate(asAt))
    throw new UsageError(`--as-at ${asAt} is not a date. Write it as 2026-11-22.`)
  const map = values.map === undefined ? { mapping: {}, dateOrder: null } : await readMap(values.map)
  return { data: values.data, source, map, asAt, dryRun: values['dry-run'] ?? false, files: positionals }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        source: { type: 'string' },
        map: { type: 'string' },
        'as-at': { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

const ORDERS: Record<string, DateOrder> = {
  dayfirst: 'day_first',
  dmy: 'day_first',
  ddmmyyyy: 'day_first',
  monthfirst: 'month_first',
  mdy: 'month_first',
  mmddyyyy: 'month_first',
}

/** A map: JSON of heading → field (null leaves the column out), and `dateOrder` `day_first` or `month_first`. */
async function readMap(path: string): Promise<ColumnMap> {
  let map: unknown
  try {
    map = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw new UsageError(`--map ${path} is not a JSON file that can be read.`)
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new UsageError(`--map ${path} must hold one object: heading to field.`)
  const read: ColumnMap = { mapping: {}, dateOrder: null }
  for (const [heading, field] of Object.entries(map)) {
    if (/^date_?order$/i.test(heading)) read.dateOrder = readOrder(field)
    else if (field === null || (typeof field === 'string' && findColumn(field) !== null))
      read.mapping[heading] = field
    else
      throw new UsageError(
        `--map matches “${heading}” with something that is not a field: ${JSON.stringify(field)}.`,
      )
  }
  return read
}

function readOrder(text: unknown): DateOrder {
  const order = typeof text === 'string' ? ORDERS[bareHeading(text)] : undefined
  if (order === undefined) throw new UsageError('The dateOrder of a map is day_first or month_first.')
  return order
}

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import { addMonths } from '../../domain/dates/arithmetic.ts'
import { sha256 } from '../app/documents/sealed-pack.ts'
import { createSampleStore } from '../app/services/import/create-sample.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { run as runCalendar } from './calendar.ts'
import { EXIT, type CommandIo, type RunCommand } from './command.ts'
import { run as runDeadlines } from './deadlines.ts'
import { choosePeople } from './demo-people.ts'
import { openForCommand, printJson, readArguments, reportErrors } from './open-store.ts'
import { run as runPack } from './pack.ts'

const DEFAULT_FOLDER = './handover-desk-demo'

/** Far enough back to see what is overdue, and far enough ahead to hold most of what is planned. */
const CALENDAR_MONTHS = { back: 3, ahead: 24 }

interface DemoFile {
  path: string
  sha256: string
}

/**
 * `desk demo`: the sample establishment from start to finish, by the same commands anybody would use, with no display. The
 * store is made in a temporary folder and thrown away; what a POM would send stays in `--out`.
 */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, { out: { type: 'string' } })
  const out = resolve(values.out ?? DEFAULT_FOLDER)
  return reportErrors(io, async () => {
    await makeFolder(out)
    const folder = await mkdtemp(join(tmpdir(), 'handover-desk-demo-'))
    try {
      return await demonstrate(join(folder, 'store'), out, io)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch {
    throw new DeskError('bad_input', `${path} cannot be used as a folder.`)
  }
}

async function demonstrate(data: string, out: string, io: CommandIo): Promise<number> {
  io.stderr.write('Making the sample establishment from its extracts: invented people only.\n')
  await createSampleStore(data)
  const env = { ...io.env, DESK_PASSPHRASE: SAMPLE.passphrase, DESK_USER: SAMPLE.headOfOmu }
  const inner = { ...io, env, stderr: sayingOnce(io) }
  const { cases, handovers, meetings, people } = await lookAround(data, inner)

  const { today } = SAMPLE
  const ics = join(out, `calendar_${today}.ics`)
  const from = addMonths(today, -CALENDAR_MONTHS.back)
  const to = addMonths(today, CALENDAR_MONTHS.ahead)
  await ask(runCalendar, ['--data', data, '--from', from, '--to', to, '--out', ics], inner)
  const xlsx = join(out, `deadlines_${today}.xlsx`)
  await ask(runDeadlines, ['--data', data, '--out', xlsx], inner)

  const files = [await fileOf(ics), await fileOf(xlsx)]
  for (const number of people) {
    const pack = await ask(runPack, ['--data', data, '--person', number, '--out', out, '--draft'], inner)
    files.push(...(pack['files'] as DemoFile[]))
  }
  printJson(io, { out, cases, handovers, meetings, files })
  return EXIT.done
}

async function lookAround(data: string, io: CommandIo) {
  const { store } = await openForCommand(data, io, 'demo')
  try {
    const cases = createPlanning().caseload(store, SAMPLE.today)
    return {
      cases: cases.length,
      handovers: cases.filter(({ plan }) => Boolean(plan?.handover_date)).length,
      meetings: cases.reduce((sum, planned) => sum + planned.meetings().length, 0),
      people: choosePeople(cases, SAMPLE.today),
    }
  } finally {
    await store.close()
  }
}

/**
 * What a command prints, with its messages passed on. A pack without its PDF, on a computer with no browser, is a pack all
 * the same; anything worse ends the demonstration.
 */
async function ask(command: RunCommand, args: string[], io: CommandIo): Promise<Record<string, unknown>> {
  let printed = ''
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk)
      done()
    },
  })
  const status = await command(args, { ...io, stdout })
  if (status !== EXIT.done && status !== EXIT.refusals) {
    throw new DeskError('unexpected', 'The demonstration could not be finished.')
  }
  return JSON.parse(printed) as Record<string, unknown>
}

/** Five packs have the same thing to say about the browser: once is enough. */
function sayingOnce(io: CommandIo): Writable {
  const said = new Set<string>()
  return new Writable({
    write(chunk, _encoding, done) {
      const message = String(chunk)
      if (!said.has(message)) io.stderr.write(message)
      said.add(message)
      done()
    },
  })
}

async function fileOf(path: string): Promise<DemoFile> {
  return { path, sha256: sha256(await readFile(path)) }
}

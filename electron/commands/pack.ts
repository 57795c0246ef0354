import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { findPersonByNumber } from '../../db/repositories/people.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import type { PackGap } from '../../domain/pack/pack.ts'
import type { Session } from '../app/context.ts'
import type { SealedPack } from '../app/documents/sealed-pack.ts'
import { prepareExport, recordExport, refuseWhereExportsAreOff } from '../app/services/pack/record-export.ts'
import { PACK_FORMATS, writePack, type PackFile, type PackFormat } from '../app/services/pack/write-pack.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { createHeadlessHost } from '../host/headless/headless-host.ts'
import { browserPrinter } from '../host/headless/print-with-browser.ts'
import type { Host } from '../host/host.ts'
import { findBrowser, mustDropSandbox } from '../host/shared/find-browser.ts'
import { writeAllWhole } from '../host/shared/write-whole.ts'
import { EXIT, UsageError, type CommandIo, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'
import { dayFor } from './unit-arguments.ts'

const OPTIONS = {
  data: { type: 'string' },
  person: { type: 'string' },
  out: { type: 'string' },
  formats: { type: 'string' },
  draft: { type: 'boolean' },
} as const

/** `desk pack`: one person's handover pack in the forms asked for, all written or none. */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data', 'person', 'out'] })
  const number = prisonNumber(values.person)
  const formats = formatsOf(values.formats)
  const { out, draft = false } = values

  return withStore(values.data, io, 'pack', async (session) => {
    const host = hostFor(values.data, io)
    refuseWhereExportsAreOff(host.policy)
    const person = findPersonByNumber(session.store.read, number)
    if (person === null)
      throw new DeskError('not_found', `Nobody in this store has the prison number ${number}.`)
    const pack = prepareExport(createPlanning(), session, person.id, dayFor(session, io), io.now())
    const gaps = gapsOf(pack)
    if (gaps.length > 0 && !draft) {
      io.stderr.write(
        'The pack has gaps, so nothing was written. With --draft it is written, marked as a draft.\n',
      )
      printJson(io, { pack_id: null, version: pack.version, status: 'draft', files: [], gaps })
      return EXIT.refusals
    }
    const { files, withoutPdf } = await writePack(pack, formats, host.printer)
    if (withoutPdf !== null) io.stderr.write(`No PDF was made. ${withoutPdf}\n`)
    if (files.length > 0) await writeAndRecord(session, person.id, pack, files, out)
    printJson(io, {
      pack_id: files.length > 0 ? pack.pack_id : null,
      version: pack.version,
      status: pack.status,
      files: files.map(({ name, sha256 }) => ({ path: join(out, name), sha256 })),
      gaps,
    })
    return withoutPdf === null ? EXIT.done : EXIT.refusals
  })
}

function prisonNumber(text: string): string {
  const number = text.trim().toUpperCase()
  if (/^[A-Z]\d{4}[A-Z]{2}$/.test(number)) return number
  throw new UsageError(`--person must be a prison number such as A1234BC.`)
}

function formatsOf(text: string | undefined): PackFormat[] {
  if (text === undefined) return [...PACK_FORMATS]
  const asked = text.split(',').map((format) => format.trim().toLowerCase())
  const known = PACK_FORMATS.filter((format) => asked.includes(format))
  if (known.length !== new Set(asked).size) {
    throw new UsageError(`--formats takes any of ${PACK_FORMATS.join(', ')}, with commas between.`)
  }
  return known
}

function hostFor(data: string, io: CommandIo): Host {
  const say = (line: string) => void io.stderr.write(`${line}\n`)
  const browser = findBrowser({ platform: process.platform, env: io.env, exists: existsSync })
  const printer = browserPrinter({ browser, dropSandbox: mustDropSandbox(), say })
  return createHeadlessHost({ data, say, printer })
}

/** What keeps the pack a draft: what is not known, and each section that does not exist yet. */
const gapsOf = (pack: SealedPack): PackGap[] => [
  ...pack.gaps,
  ...pack.missing_sections.map((title) => ({
    section: String(Number.parseInt(title, 10)),
    key: 'section',
    message: `${title}: this section is not in the pack yet.`,
  })),
]

/** The files and the record of them together: where the record cannot be made, the files are taken away again. */
async function writeAndRecord(
  session: Session,
  personId: string,
  pack: SealedPack & { pack_id: string },
  files: readonly PackFile[],
  out: string,
): Promise<void> {
  await writeAllWhole(out, files).catch(() => {
    throw new DeskError('bad_input', `The pack cannot be written to ${out}. Nothing was written.`)
  })
  try {
    await recordExport(session, personId, pack)
  } catch (error) {
    await Promise.all(files.map(({ name }) => rm(join(out, name), { force: true })))
    throw error
  }
}

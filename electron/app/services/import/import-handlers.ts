import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { listImports } from '../../../../db/repositories/imports.ts'
import type { Store } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { IMPORT_SOURCES } from '../../../../domain/reference/import-map.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { findColumn } from './match-headings.ts'
import { MATCHABLE_FIELDS, type CheckOptions } from './check-extract.ts'
import { fileRefused } from './extract.ts'
import { ExtractReader } from './extract-reader.ts'
import {
  newerImport,
  previewImport,
  UNKNOWN_SOURCE,
  writeImport,
  type ImportOutcome,
  type ImportRequest,
} from './import-extracts.ts'
import { MOST_BYTES, type ListSource } from './read-table.ts'
import {
  toldByHand,
  columnsByHand,
  inspectedShown,
  rememberColumns,
  type ColumnsByHand,
} from './remembered-columns.ts'
import { presentPreview, presentReport } from './present-preview.ts'

type ImportMethods =
  | 'import.choose'
  | 'import.paste'
  | 'import.inspect'
  | 'import.preview'
  | 'import.confirm'
  | 'import.discard'
  | 'import.history'

interface ChosenFile {
  from: ListSource
  name: string
  /** Of the bytes that were inspected: the file must still be the same when it is read again. */
  sha256: string | null
  /** What its headings were matched with by themselves, once it was inspected. */
  matched: Readonly<Record<string, string | null>>
}

interface Preview {
  token: string
  /** Place of the last change when the preview was made. */
  seq: number
  outcome: ImportOutcome
  /** How the columns were matched by hand, to be remembered once this is confirmed; null where nothing was. */
  columns: ColumnsByHand | null
}

/** What is chosen and previewed, kept with the store it is for: when that is locked and forgotten, so is this. */
interface Desktop {
  files: Map<string, ChosenFile>
  preview: { id: string; preview: Preview } | null
}

/** The `import.*` calls. A page holds tokens, never paths. `reader` is for a build whose worker lies elsewhere. */
export function importHandlers(desk: Desk, reader = new ExtractReader()): Pick<Handlers, ImportMethods> {
  const desktops = new WeakMap<Store, Desktop>()
  const desktopOf = (session: Session): Desktop => {
    const known = desktops.get(session.store)
    if (known !== undefined) return known
    const fresh: Desktop = { files: new Map(), preview: null }
    desktops.set(session.store, fresh)
    return fresh
  }
  const chosen = (session: Session, token: string): ChosenFile => {
    const file = desktopOf(session).files.get(token)
    if (file === undefined) throw new DeskError('not_found', 'Choose the file again.')
    return file
  }
  const parts = (session: Session) => ({
    planning: desk.planning,
    session,
    today: desk.clock.today(),
    at: desk.clock.now().toISOString(),
  })

  return {
    async 'import.choose'(_input, { session }) {
      const path = await desk.host.dialogs.openFile([
        { name: 'Lists of people', extensions: ['csv', 'xlsx', 'txt', 'tsv'] },
      ])
      if (path === null) return { file: null }
      const name = basename(path)
      const size = await sizeOf(path)
      if (size > MOST_BYTES) {
        throw fileRefused(
          'too_large',
          `${name} is ${(size / 1024 / 1024).toFixed(1)} MB; the most is ${MOST_BYTES / 1024 / 1024} MB.`,
        )
      }
      const token = randomUUID()
      const { files } = desktopOf(session)
      files.clear()
      files.set(token, { from: { path }, name, sha256: null, matched: {} })
      return { file: { token, name, bytes: size } }
    },

    async 'import.paste'({ text }, { session }) {
      const token = randomUUID()
      const { files } = desktopOf(session)
      files.clear()
      const name = `Pasted table, ${formatDate(desk.clock.today())}`
      files.set(token, { from: { text }, name, sha256: null, matched: {} })
      return { file: { token, name, bytes: Buffer.byteLength(text) } }
    },

    async 'import.inspect'({ token }, { session }) {
      const file = chosen(session, token)
      const inspected = await reader.inspect(file.from, desk.clock.today())
      file.sha256 = inspected.sha256
      file.matched = Object.fromEntries(inspected.columns.map(({ heading, field }) => [heading, field]))
      return { ...inspectedShown(session.store, file.name, inspected), fields: MATCHABLE_FIELDS }
    },

    async 'import.preview'({ token, mapping, dateOrder, asAt }, { session }) {
      const file = chosen(session, token)
      refuseBadAnswers(mapping, asAt)
      const today = desk.clock.today()
      const options: CheckOptions = {
        from: file.from,
        name: file.name,
        // What a page sends back as it was matched is no choice of anybody’s: a heading keeps its own word on it.
        mapping: toldByHand(file.matched, mapping),
        sourceId: null,
        dateOrder,
        today,
        establishment: session.store.establishment.code,
      }
      const extract = await reader.check(options)
      if (file.sha256 !== null && file.sha256 !== extract.sha256) {
        file.sha256 = null
        throw new DeskError(
          'conflict',
          'The file has changed since its columns were matched. Match them again.',
        )
      }
      const request: ImportRequest = {
        extract,
        source: extract.source?.id ?? UNKNOWN_SOURCE,
        asAt: asAt ?? extract.statedAsAt ?? today,
      }
      if (asAt === null) refuseOldNews(session, request)
      const seq = lastSeq(session.store.read)
      const outcome = previewImport(parts(session), request)
      const id = randomUUID()
      const columns = columnsByHand(file.matched, mapping, dateOrder)
      desktopOf(session).preview = { id, preview: { token, seq, outcome, columns } }
      return presentPreview(id, outcome, today)
    },

    async 'import.confirm'({ previewId, take }, { session }) {
      const desktop = desktopOf(session)
      const held = desktop.preview
      if (held?.id !== previewId) throw new DeskError('not_found', 'Preview the file again.')
      const { preview } = held
      const importId = await session.store.write((db) => {
        if (lastSeq(db) !== preview.seq) {
          desktop.preview = null
          throw new DeskError(
            'conflict',
            'The caseload has changed since the preview, and nothing was imported. Preview the file again.',
          )
        }
        const { outcome, columns } = preview
        if (columns !== null)
          rememberColumns(
            db,
            { userId: session.user.id },
            parts(session).at,
            outcome.request.extract,
            columns,
          )
        return writeImport(db, parts(session), outcome, new Set(take))
      })
      desktop.preview = null
      desktop.files.delete(preview.token)
      return presentReport(importId, preview.outcome)
    },

    async 'import.discard'({ token }, { session }) {
      reader.cancel()
      const desktop = desktopOf(session)
      desktop.files.delete(token)
      if (desktop.preview?.preview.token === token) desktop.preview = null
      return {}
    },

    async 'import.history'(_input, { session }) {
      return listImports(session.store.read).map(
        ({ id, at, byName, file, source, asAt, rows, created, updated, refused, undoneAt }) => ({
          importId: id,
          at,
          by: byName,
          name: file,
          source: kindOf(source),
          asAt,
          rows,
          created,
          updated,
          refused,
          undoneAt,
        }),
      )
    },
  }
}

/** The kind of list an import was, by the name people know it by. */
const kindOf = (source: string): string =>
  IMPORT_SOURCES.find(({ id }) => id === source)?.name ??
  (source === UNKNOWN_SOURCE ? 'List matched by hand' : source)

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile())
    throw new DeskError('not_found', `${basename(path)} is not there any more, or is no file.`)
  return found.size
}

function refuseBadAnswers(mapping: Record<string, string | null>, asAt: CivilDate | null): void {
  for (const [heading, field] of Object.entries(mapping)) {
    if (field !== null && findColumn(field) === null) {
      throw new DeskError('bad_input', `“${heading}” cannot be matched to that.`, {
        [`mapping.${heading}`]: 'Choose one of the fields listed.',
      })
    }
  }
  if (asAt !== null && !isCivilDate(asAt))
    throw new DeskError('bad_input', 'That day does not exist.', { asAt: 'Enter a real date.' })
}

function refuseOldNews({ store }: Session, { source, asAt }: ImportRequest): void {
  const newer = newerImport(store.read, source, asAt)
  if (newer === null) return
  throw new DeskError(
    'conflict',
    `This file speaks of ${formatDate(asAt)}, but a list of this kind as at ${formatDate(newer.asAt)} is already in.`,
    {
      asAt: 'Enter the day this file speaks of to import it all the same.',
    },
  )
}

import { randomUUID } from 'node:crypto'
import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { listImports } from '../../../../db/repositories/imports.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { IMPORT_SOURCES } from '../../../../domain/reference/import-map.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { findColumn } from './match-headings.ts'
import { MATCHABLE_FIELDS, type CheckOptions } from './check-extract.ts'
import { Desktops, type ChosenFile } from './desktop.ts'
import type { CheckedExtract } from './extract.ts'
import { ExtractReader } from './extract-reader.ts'
import {
  newerImport,
  previewImport,
  UNKNOWN_SOURCE,
  writeImports,
  type ImportRequest,
} from './import-extracts.ts'
import { LIST_FILES } from './read-table.ts'
import { toldByHand, columnsByHand, inspectedShown, rememberColumns } from './remembered-columns.ts'
import { presentPreview, presentReport } from './present-preview.ts'

type ImportMethods =
  | 'import.choose'
  | 'import.paste'
  | 'import.inspect'
  | 'import.preview'
  | 'import.confirm'
  | 'import.discard'
  | 'import.history'

type Matched = ParsedInputOf<'import.preview'>['files'][number]

/** The `import.*` calls. A page holds tokens, never paths. `reader` is for a build whose worker lies elsewhere. */
export function importHandlers(
  desk: Desk,
  desktops: Desktops,
  reader = new ExtractReader(),
): Pick<Handlers, ImportMethods> {
  const parts = (session: Session) => ({
    planning: desk.planning,
    session,
    today: desk.clock.today(),
    at: desk.clock.now().toISOString(),
  })

  /** One file as matched, read and checked. What is wrong with it names it. */
  async function check(session: Session, { token, ...answers }: Matched): Promise<CheckedExtract> {
    const file = desktops.chosen(session, token)
    const said = JSON.stringify(answers)
    if (file.checked?.answers === said) return file.checked.extract
    refuseBadAnswers(answers)
    const options: CheckOptions = {
      from: file.from,
      name: file.name,
      // What a page sends back as it was matched is no choice of anybody’s: a heading keeps its own word on it.
      mapping: toldByHand(file.matched, answers.mapping),
      clears: answers.clears,
      asksByName: true,
      sourceId: answers.kind ?? null,
      dateOrder: answers.dateOrder,
      today: desk.clock.today(),
      establishment: session.store.establishment.code,
    }
    const extract = await reader.check(options, (done, of) =>
      desk.host.emit({ type: 'progress', name: file.name, done, of }),
    )
    refuseChanged(file, extract)
    file.checked = { answers: said, extract }
    return extract
  }

  async function requestOf(session: Session, matched: Matched): Promise<ImportRequest> {
    const extract = await check(session, matched)
    const asAt = matched.asAt ?? extract.statedAsAt ?? desk.clock.today()
    const source = matched.kind === null ? UNKNOWN_SOURCE : (extract.source?.id ?? UNKNOWN_SOURCE)
    const request = { extract, source, asAt }
    if (matched.asAt === null) refuseOldNews(session, request)
    return request
  }

  return {
    async 'import.choose'({ beside }, { session }) {
      const paths = await desk.host.dialogs.openFiles(LIST_FILES)
      return { files: paths.length === 0 ? [] : await desktops.putFiles(session, paths, beside) }
    },

    async 'import.paste'({ text }, { session }) {
      const name = `Pasted table, ${formatDate(desk.clock.today())}`
      desktops.of(session).files.clear()
      return { file: desktops.put(session, { from: { text }, name, bytes: Buffer.byteLength(text) }) }
    },

    async 'import.inspect'({ token }, { session }) {
      const file = desktops.chosen(session, token)
      const inspected = await reader.inspect(file.from, desk.clock.today())
      file.sha256 = inspected.sha256
      file.checked = null
      file.matched = Object.fromEntries(inspected.columns.map(({ heading, field }) => [heading, field]))
      return {
        ...inspectedShown(session.store, file.name, inspected),
        fields: MATCHABLE_FIELDS,
        kinds: IMPORT_SOURCES.map(({ id, name }) => ({ id, name })),
      }
    },

    async 'import.preview'({ files, same }, { session }) {
      const requests: ImportRequest[] = []
      // One after the other: the reader reads one file at a time.
      for (const matched of files) {
        const request = await namingTheFile(matched.token, () => requestOf(session, matched))
        const said = same.filter(({ token }) => token === matched.token)
        const saidToBe = new Map(said.map(({ row, prisonNumber }) => [row, prisonNumber]))
        requests.push({ ...request, saidToBe })
      }
      const seq = lastSeq(session.store.read)
      const run = previewImport(parts(session), requests)
      const id = randomUUID()
      const tokens = files.map(({ token }) => token)
      const columns = files.map(({ token, ...byHand }) =>
        columnsByHand(desktops.chosen(session, token).matched, byHand),
      )
      desktops.of(session).preview = { id, tokens, seq, run, columns }
      return presentPreview(parts(session), { id, tokens, run })
    },

    async 'import.confirm'({ previewId, take }, { session }) {
      const desktop = desktops.of(session)
      const { preview } = desktop
      if (preview?.id !== previewId) throw new DeskError('not_found', 'Preview the files again.')
      const { run, columns, seq, tokens } = preview
      const importIds = await session.store.write((db) => {
        if (lastSeq(db) !== seq) {
          desktop.preview = null
          throw new DeskError(
            'conflict',
            'The caseload has changed since the preview, and nothing was imported. Preview it again.',
          )
        }
        const actor = { userId: session.user.id }
        for (const [place, byHand] of columns.entries()) {
          const extract = run.outcomes[place]?.request.extract
          if (byHand !== null && extract !== undefined)
            rememberColumns(db, actor, parts(session).at, extract, byHand)
        }
        return writeImports(db, parts(session), run, new Set(take))
      })
      desktop.preview = null
      for (const token of tokens) desktop.files.delete(token)
      return presentReport(importIds, run)
    },

    async 'import.discard'({ token }, { session }) {
      reader.cancel()
      const desktop = desktops.of(session)
      desktop.files.delete(token)
      if (desktop.preview?.tokens.includes(token) === true) desktop.preview = null
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

/** Runs it; a refusal says of which file it is, so that the page can go back to it. */
async function namingTheFile<T>(token: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    throw new DeskError(error.code, error.message, { ...error.fields, token })
  }
}

function refuseChanged(file: ChosenFile, { sha256 }: CheckedExtract): void {
  if (file.sha256 === null || file.sha256 === sha256) return
  file.sha256 = null
  throw new DeskError(
    'conflict',
    `${file.name} has changed since its columns were matched. Match them again.`,
  )
}

/** The kind of list an import was, by the name people know it by. */
const kindOf = (source: string): string =>
  IMPORT_SOURCES.find(({ id }) => id === source)?.name ??
  (source === UNKNOWN_SOURCE ? 'List matched by hand' : source)

function refuseBadAnswers({ mapping, asAt, kind }: Pick<Matched, 'mapping' | 'asAt' | 'kind'>): void {
  if (typeof kind === 'string' && !IMPORT_SOURCES.some(({ id }) => id === kind)) {
    throw new DeskError('bad_input', 'There is no such kind of list.', {
      kind: 'Choose one of those listed.',
    })
  }
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

function refuseOldNews({ store }: Session, { source, asAt, extract }: ImportRequest): void {
  const newer = newerImport(store.read, source, asAt)
  if (newer === null) return
  throw new DeskError(
    'conflict',
    `${extract.name} speaks of ${formatDate(asAt)}, but a list of this kind as at ${formatDate(newer.asAt)} is already in.`,
    {
      asAt: 'Enter the day this file speaks of to import it all the same.',
    },
  )
}

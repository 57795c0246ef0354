import { savePack } from '../../../../db/repositories/packs.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Pack, PackSection } from '../../../../domain/pack/pack.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { sealPack } from '../../documents/sealed-pack.ts'
import { buildPack } from './build-pack.ts'
import { writePack, type PackFormat } from './write-pack.ts'

type Shown = OutputOf<'pack.show'>
type Exported = OutputOf<'pack.export'>

/** The pack of one person: shown as it would be built now, and exported under one version and hash. */
export function packHandlers(desk: Desk): Pick<Handlers, 'pack.show' | 'pack.export'> {
  // One export at a time, so that two cannot take the same version while a dialog is open.
  let last: Promise<unknown> = Promise.resolve()
  return {
    'pack.show': async ({ personId }, { session }) => showPack(desk, session, personId),
    'pack.export': (input, { session }) => {
      const run = last.then(() => exportPack(desk, session, input))
      last = run.catch(() => undefined)
      return run
    },
  }
}

function showPack(desk: Desk, session: Session, personId: string): Shown {
  const { pack, exported } = buildPack(desk.planning, session, personId, desk.clock.today(), null)
  return {
    personId,
    name: pack.case.name,
    prisonNumber: pack.case.prison_number ?? '',
    title: pack.title,
    type: pack.type,
    nextVersion: pack.version,
    sections: [shownWarnings(pack), ...pack.sections.map(shownSection)].filter((section) => section !== null),
    gaps: pack.gaps,
    missingSections: pack.missing_sections,
    exported: exported.map(({ id, version, at, byName, hash }) => ({
      packId: id,
      version,
      at,
      by: byName,
      hash,
    })),
  }
}

const shownSection = ({ key, title, oasys_refs, values, table }: PackSection): Shown['sections'][number] => ({
  key,
  title,
  oasysRefs: oasys_refs,
  values: values.map(({ key, label, value, source, as_of }) => ({ key, label, value, source, asOf: as_of })),
  table: table === null ? null : { headings: table.headings, rows: table.rows },
})

/** What the printed pack says before everything else stands first on the page too. */
const shownWarnings = ({ warnings }: Pack): Shown['sections'][number] | null =>
  warnings.length === 0
    ? null
    : {
        key: 'warnings',
        title: 'Before you rely on this',
        oasysRefs: [],
        values: [],
        table: {
          headings: ['Section', 'What to know'],
          rows: warnings.map(({ section, message }) => [section, message]),
        },
      }

async function exportPack(
  desk: Desk,
  session: Session,
  { personId, formats }: { personId: string; formats: PackFormat[] },
): Promise<Exported> {
  if (!desk.host.policy.read().exportsAllowed) {
    throw new DeskError('not_allowed', 'Exports are turned off on this computer. Ask whoever looks after it.')
  }
  const at = desk.clock.now()
  const packId = newId(at.getTime())
  const { pack } = buildPack(desk.planning, session, personId, desk.clock.today(), packId)
  const sealed = sealPack(pack, at.toISOString())
  const { files, withoutPdf } = await writePack(sealed, formats, desk.host.printer)
  if (withoutPdf !== null) throw new DeskError('not_available', withoutPdf)
  const saved = await desk.host.dialogs.saveFiles(files.map(({ name, bytes }) => ({ name, bytes })))
  if (saved === null) return { saved: false, packId: null, version: null, hash: null, files: [] }
  const { store, user } = session
  await store.write((db) =>
    savePack(
      db,
      { userId: user.id },
      { at: at.toISOString(), personId, version: pack.version, status: pack.status, hash: sealed.hash },
      packId,
    ),
  )
  return {
    saved: true,
    packId,
    version: pack.version,
    hash: sealed.hash,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  }
}

import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Pack, PackSection } from '../../../../domain/pack/pack.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { buildPack } from './build-pack.ts'
import { prepareExport, recordExport, refuseWhereExportsAreOff } from './record-export.ts'
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
  refuseWhereExportsAreOff(desk.host.policy)
  const pack = prepareExport(desk.planning, session, personId, desk.clock.today(), desk.clock.now())
  const { files, withoutPdf } = await writePack(pack, formats, desk.host.printer)
  if (withoutPdf !== null) throw new DeskError('not_available', withoutPdf)
  const saved = await desk.host.dialogs.saveFiles(files.map(({ name, bytes }) => ({ name, bytes })))
  if (saved === null) return { saved: false, packId: null, version: null, hash: null, files: [] }
  await recordExport(session, personId, pack)
  return {
    saved: true,
    packId: pack.pack_id,
    version: pack.version,
    hash: pack.hash,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  }
}

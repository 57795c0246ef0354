import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packsOf } from '../../db/repositories/packs.ts'
import { contract, type OutputOf } from '../../domain/contract/index.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import type { Desk } from '../../electron/app/context.ts'
import { packHash, unsealed } from '../../electron/app/documents/sealed-pack.ts'
import { packJsonSchema } from '../../electron/app/documents/pack-json.ts'
import { packHandlers } from '../../electron/app/services/pack/pack-handlers.ts'
import type { Dialogs, PageSetup } from '../../electron/host/host.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

type Saved = { name: string; bytes: Uint8Array }[]
type Format = 'pdf' | 'docx' | 'json'

let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([person('A4417KD', { last_name: 'Marlowe', first_name: 'Dean', crd: day('2027-07-15') })])
  await unit.learn([person('A4417KE', { recall: true, crd: day('2026-01-01') })])
})
afterEach(() => unit.close())

/** The handlers with a printer and a save dialog of our own. */
function desk({ exportsAllowed = true, printer = true, turnsAway = false } = {}) {
  const saved: Saved[] = []
  const printed: { html: string; page: PageSetup }[] = []
  const saveFiles: Dialogs['saveFiles'] = async (files) => {
    if (turnsAway) return null
    saved.push(files)
    return '/exports'
  }
  const host = {
    ...unit.desk.host,
    policy: { read: () => ({ ...DEFAULT_POLICY, exportsAllowed }) },
    dialogs: { saveFiles },
    printer: {
      toPdf: async (html: string, page: PageSetup) => {
        if (!printer) throw new DeskError('not_available', 'No browser was found.')
        printed.push({ html, page })
        return new TextEncoder().encode('%PDF-')
      },
    },
  }
  const handlers = packHandlers({ ...unit.desk, host } as unknown as Desk)
  const call = { session: unit.session }
  const exportPack = (formats: Format[], number = 'A4417KD') =>
    handlers['pack.export']({ personId: unit.id(number), formats }, call)
  const show = async (number = 'A4417KD'): Promise<OutputOf<'pack.show'>> =>
    contract['pack.show'].output.parse(await handlers['pack.show']({ personId: unit.id(number) }, call))
  return { saved, printed, exportPack, show }
}

describe('pack.show', () => {
  it('shows the pack as it would be built now, with its gaps', async () => {
    const shown = await desk().show()
    expect(shown).toMatchObject({
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      type: 'first handover',
      nextVersion: 1,
      exported: [],
    })
    const glance = shown.sections.find(({ key }) => key === '1')
    expect(glance?.values.find(({ key }) => key === 'handover')?.value).toBe('Monday 30 November 2026')
    expect(glance?.table?.rows.at(-1)).toEqual([
      '=',
      'Handover to the COM',
      'Monday 30 November 2026',
      'a working day',
    ])
    expect(shown.gaps.some(({ key }) => key === 'com_name')).toBe(true)
    expect(shown.missingSections).toHaveLength(13)
  })

  it('offers a custody summary where nothing is handed over', async () => {
    expect(await desk().show('A4417KE')).toMatchObject({ title: 'Custody summary', type: 'custody summary' })
  })

  it('tells a task done from one still to do', async () => {
    await unit.record('A4417KD', 'com_contact', day('2026-11-12'))
    const { sections } = await desk().show()
    const rows = (key: string) => sections.find((section) => section.key === key)?.table?.rows.flat() ?? []
    expect(rows('4')).toContain('Contact with the COM done')
    expect(rows('18')).not.toContain('Contact with the COM')
    expect(rows('18')).toContain('Handover meeting')
  })

  it('says that nobody has an id nobody has', async () => {
    const handlers = packHandlers(unit.desk)
    await expect(
      handlers['pack.show']({ personId: 'nobody' }, { session: unit.session }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('pack.export', () => {
  it('saves every form under one version and hash, and records it', async () => {
    const { exportPack, saved, printed, show } = desk()
    const answer = contract['pack.export'].output.parse(await exportPack(['json', 'pdf', 'docx']))
    expect(answer).toMatchObject({ saved: true, version: 1 })
    expect(saved[0]?.map(({ name }) => name)).toEqual([
      'HANDOVER_A4417KD_v01_2026-11-23.pdf',
      'HANDOVER_A4417KD_v01_2026-11-23.docx',
      'HANDOVER_A4417KD_v01_2026-11-23.json',
    ])
    const json = packJsonSchema.parse(JSON.parse(new TextDecoder().decode(saved[0]?.[2]?.bytes)))
    expect(json).toMatchObject({ pack_id: answer.packId, hash: answer.hash, version: 1, status: 'draft' })
    expect(packHash(unsealed(json as never))).toBe(answer.hash)
    expect(printed[0]?.html).toContain(answer.hash)
    expect(packsOf(unit.store.read, unit.id('A4417KD'))).toMatchObject([
      { id: answer.packId, version: 1, hash: answer.hash, status: 'draft' },
    ])
    expect(await show()).toMatchObject({
      nextVersion: 2,
      exported: [{ packId: answer.packId, version: 1, by: 'Ruth Adeyemi' }],
    })
  })

  it('gives two exports asked for at once two versions', async () => {
    const { exportPack } = desk()
    const answers = await Promise.all([exportPack(['json']), exportPack(['json'])])
    expect(answers.map(({ version }) => version)).toEqual([1, 2])
  })

  it('records nothing when the user turns away, and goes on working', async () => {
    const { exportPack } = desk({ turnsAway: true })
    expect(await exportPack(['json'])).toEqual({
      saved: false,
      packId: null,
      version: null,
      hash: null,
      files: [],
    })
    expect(packsOf(unit.store.read, unit.id('A4417KD'))).toEqual([])
    expect(await desk().exportPack(['json'])).toMatchObject({ version: 1 })
  })

  it('is refused where exports are turned off', async () => {
    const { exportPack, saved } = desk({ exportsAllowed: false })
    await expect(exportPack(['json'])).rejects.toMatchObject({ code: 'not_allowed' })
    expect(saved).toEqual([])
  })

  it('saves nothing where a PDF was asked for and nothing can print', async () => {
    const { exportPack, saved } = desk({ printer: false })
    await expect(exportPack(['pdf', 'json'])).rejects.toMatchObject({ code: 'not_available' })
    expect(saved).toEqual([])
    expect(await exportPack(['json'])).toMatchObject({ saved: true, version: 1 })
  })
})

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../electron/commands/command.ts'
import { run } from '../../electron/commands/pack.ts'
import { day, PASSPHRASE, person, unitStore, type UnitStore } from '../services/unit-store.ts'
import { testIo } from './command-io.ts'

let unit: UnitStore
let out: string
let data: string
beforeAll(async () => {
  unit = await unitStore()
  await unit.learn([person('A4417KD', { last_name: 'Marlowe', crd: day('2027-07-15') })])
  await unit.store.close()
  data = unit.folder
  out = join(unit.folder, '..', 'packs')
})
afterAll(() => unit.close())
beforeEach(() => rmSync(out, { recursive: true, force: true }))

const written = () => (existsSync(out) ? readdirSync(out).sort() : [])
const noBrowser = { DESK_PASSPHRASE: PASSPHRASE, DESK_BROWSER: '/no/such/browser' }
const desk = async (args: string[], env: Record<string, string> = noBrowser) => {
  const io = testIo(env)
  const status = await run(['--data', data, '--out', out, ...args], io)
  return { status, out: io.out() === '' ? null : JSON.parse(io.out()), err: io.err() }
}

describe('desk pack', () => {
  it('refuses a pack with gaps, prints them and writes nothing', async () => {
    const { status, out: printed, err } = await desk(['--person', 'A4417KD'])
    expect(status).toBe(1)
    expect(printed).toMatchObject({ pack_id: null, version: 1, status: 'draft', files: [] })
    expect(printed.gaps).toContainEqual(expect.objectContaining({ section: '2', key: 'com_name' }))
    expect(printed.gaps).toContainEqual(expect.objectContaining({ section: '5', key: 'section' }))
    expect(err).toContain('--draft')
    expect(written()).toEqual([])
  })

  it('writes a draft in the forms asked for, with each file’s own hash, as the next version', async () => {
    const { status, out: printed } = await desk(['--person', 'a4417kd', '--draft', '--formats', 'json,docx'])
    expect(status).toBe(0)
    expect(printed).toMatchObject({ status: 'draft' })
    const names = [`HANDOVER_A4417KD_v01_2026-11-23.docx`, `HANDOVER_A4417KD_v01_2026-11-23.json`]
    expect(written()).toEqual(names)
    expect(printed.files).toEqual(
      names.map((name) => ({
        path: join(out, name),
        sha256: createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      })),
    )
    expect((await desk(['--person', 'A4417KD', '--draft', '--formats', 'json'])).out.version).toBe(2)
  })

  it('says when there is no browser for a PDF, and still writes the others', async () => {
    const { status, err } = await desk(['--person', 'A4417KD', '--draft'])
    expect(status).toBe(1)
    expect(err).toContain('No PDF was made')
    expect(written().map((name) => name.split('.').at(-1))).toEqual(['docx', 'json'])
  })

  it('writes nothing and takes no version where the folder cannot be written', async () => {
    const before = (await desk(['--person', 'A4417KD'])).out.version
    writeFileSync(out, 'a file, not a folder')
    const { status, err } = await desk(['--person', 'A4417KD', '--draft', '--formats', 'json'])
    expect([status, err]).toEqual([2, expect.stringContaining('Nothing was written')])
    rmSync(out)
    expect((await desk(['--person', 'A4417KD'])).out.version).toBe(before)
  })

  it.each([
    ['no person', ['--draft']],
    ['something that is no prison number', ['--person', 'Marlowe']],
    ['a form it does not know', ['--person', 'A4417KD', '--formats', 'pdf,odt']],
    ['no form at all', ['--person', 'A4417KD', '--formats', '']],
    ['an option it does not know', ['--person', 'A4417KD', '--all']],
  ])('ends with usage for %s', async (_what, args) => {
    await expect(async () => desk(args)).rejects.toThrow(UsageError)
  })

  it.each([
    ['nobody with that number', ['--person', 'A0000AA', '--draft'], noBrowser],
    ['a wrong passphrase', ['--person', 'A4417KD', '--draft'], { DESK_PASSPHRASE: 'wrong' }],
    ['no passphrase', ['--person', 'A4417KD', '--draft'], { DESK_PASSPHRASE: '' }],
  ])('ends with status 2 for %s', async (_what, args, env) => {
    const { status, out: printed, err } = await desk(args, env)
    expect([status, printed, written()]).toEqual([2, null, []])
    expect(err).not.toBe('')
  })
})

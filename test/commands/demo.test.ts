import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../electron/commands/demo.ts'
import { packJsonSchema } from '../../electron/app/documents/pack-json.ts'
import { testIo, type TestIo } from './command-io.ts'

let folder: string
let out: string
let io: TestIo
let status: number
const files = (ending: string) =>
  readdirSync(out)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(out, name))
const packs = () => files('.json').map((path) => packJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8'))))

describe('desk demo, on a computer with no browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-demo-test-'))
    out = join(folder, 'out')
    io = testIo({ DESK_BROWSER: '/no/such/browser', DESK_PASSPHRASE: '', DESK_USER: 'Somebody Else' })
    status = await run(['--out', out], io)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('does the whole job, and says once that it made no PDF', () => {
    expect(status).toBe(0)
    expect(io.err().match(/No PDF was made/g)).toHaveLength(1)
    expect(files('.pdf')).toEqual([])
  })

  it('prints what it made, and every file it names is there', () => {
    const printed = JSON.parse(io.out())
    expect(printed.out).toBe(out)
    expect(printed.cases).toBeGreaterThan(350)
    expect(printed.handovers).toBeGreaterThan(200)
    expect(printed.meetings).toBeGreaterThan(printed.handovers)
    const named = printed.files.map(({ path }: { path: string }) => basename(path)).sort()
    expect(named).toEqual(readdirSync(out).sort())
  })

  it('leaves one calendar of the whole establishment, without names', () => {
    const [calendar] = files('.ics').map((path) => readFileSync(path, 'utf8'))
    expect(calendar?.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(200)
    for (const pack of packs()) expect(calendar).not.toContain(pack.case.name.split(',')[0])
  })

  it('leaves deadlines as a workbook', async () => {
    const [path = ''] = files('.xlsx')
    const [sheet] = await readXlsxFile(path)
    expect(sheet?.data.length).toBeGreaterThan(5)
  })

  it('leaves draft packs of different kinds, in every form it can', () => {
    expect(files('.docx')).toHaveLength(packs().length)
    expect(packs().length).toBeGreaterThanOrEqual(4)
    expect(new Set(packs().map(({ type }) => type))).toEqual(new Set(['first handover', 'custody summary']))
    expect(packs().every(({ status }) => status === 'draft')).toBe(true)
    expect(
      packs().some(({ warnings }) => warnings.some(({ key }) => key === 'release_before_handover')),
    ).toBe(true)
  })

  it('keeps no store', () => {
    expect(readdirSync(out).some((name) => /store|\.db/.test(name))).toBe(false)
  })
})

it('ends with status 2 where --out is no folder', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'desk-demo-test-')), 'a-file')
  writeFileSync(path, '')
  const io = testIo()
  expect(await run(['--out', path], io)).toBe(2)
  expect(io.err()).toContain('cannot be used as a folder')
  expect(existsSync(path)).toBe(true)
})

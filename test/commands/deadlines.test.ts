import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../electron/commands/command.ts'
import { run } from '../../electron/commands/deadlines.ts'
import { day, person } from '../services/unit-store.ts'
import { closedUnit, runCommand } from './unit-command.ts'

describe('desk deadlines', () => {
  let data = ''
  let end = async () => {}
  const folder = mkdtempSync(join(tmpdir(), 'desk-deadlines-'))
  beforeAll(async () => {
    ;({ data, end } = await closedUnit([
      person('A0001AA', { crd: day('2027-07-15'), last_name: '=HYPERLINK("x")', first_name: 'Dean' }),
      person('A0002AA', { crd: day('2027-07-06'), pom_name: 'Fay Noor' }),
      person('A0003AA', { crd: day('2027-07-06'), com_name: 'Leon Grady', arrival_date: day('2026-11-22') }),
      person('A0004AA', {
        crd: day('2030-01-01'),
        ped: day('2027-01-05'),
        sentence_start_date: day('2018-01-01'),
        com_name: 'X Y',
      }),
      person('A0005AA', { crd: day('2029-07-15') }),
    ]))
  })
  afterAll(async () => {
    await end()
    rmSync(folder, { recursive: true, force: true })
  })
  const brief = (lines: Record<string, unknown>[]) =>
    lines.map(({ prison_number, id, due, state }) => [prison_number, id, due, state])

  it('lists what is overdue, due and due soon, by day', async () => {
    const { status, lines } = await runCommand(run, ['--data', data])
    expect(status).toBe(0)
    expect(brief(lines)).toEqual([
      ['A0004AA', 'mt-handover', '2026-05-05', 'overdue'],
      ['A0002AA', 'handover', '2026-11-21', 'overdue'],
      ['A0002AA', 'mt-handover', '2026-11-21', 'overdue'],
      ['A0003AA', 'mt-handover', '2026-11-21', 'due_on_arrival'],
      ['A0001AA', 'handover', '2026-11-30', 'due_soon'],
      ['A0001AA', 'mt-handover', '2026-11-30', 'due_soon'],
    ])
    expect(lines[1]).toMatchObject({
      pom: 'Fay Noor',
      com: null,
      days: -2,
      latest_working_day: '2026-11-20',
      rules: 'enhanced-7-5',
    })
  })

  it('lists a range whole: planning dates as such, never overdue', async () => {
    const { lines } = await runCommand(run, ['--data', data, '--from', '2026-11-21', '--to', '2026-12-31'])
    expect(brief(lines)).toContainEqual(['A0004AA', 'mt-prerelease-1m', '2026-12-05', 'planning_date'])
    expect(brief(lines)).toContainEqual(['A0003AA', 'handover', '2026-11-21', 'done'])
  })

  it('looks from another day, at one POM’s cases', async () => {
    const { lines } = await runCommand(run, ['--data', data, '--as-of', '2026-11-20', '--pom', 'NOOR, Fay'])
    expect(brief(lines)).toEqual([
      ['A0002AA', 'handover', '2026-11-21', 'due_soon'],
      ['A0002AA', 'mt-handover', '2026-11-21', 'due_soon'],
    ])
    expect((await runCommand(run, ['--data', data, '--pom', 'Nobody'])).errors).toContain('Nobody')
  })

  it('writes a spreadsheet that runs no formula', async () => {
    const out = join(folder, 'deadlines.xlsx')
    const { lines } = await runCommand(run, ['--data', data, '--out', out])
    expect(lines).toEqual([{ deadlines: 6, out }])
    const [sheet, asAt] = await readXlsxFile(out)
    expect(asAt?.data.map((row) => row[0])[0]).toBe('As at')
    const rows = sheet?.data ?? []
    expect(rows[0]?.slice(0, 5)).toEqual(['Due', 'State', 'When', 'What', 'Name'])
    expect(rows.map((row) => row[4])).toContain('=HYPERLINK("x"), Dean')
    expect(rows[1]?.slice(0, 3)).toEqual(['2026-05-05', 'Overdue', '202 days ago'])
  })

  it('writes CSV with cells a spreadsheet would run turned into text', async () => {
    const out = join(folder, 'deadlines.csv')
    await runCommand(run, ['--data', data, '--out', out])
    const text = readFileSync(out, 'utf8')
    expect(text.startsWith('\uFEFFDue,State,When,What,Name,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""x""), Dean"`)
  })

  it.each([
    [['--data', 'x', '--from', '2026-01-01']],
    [['--data', 'x', '--from', '2026-01-02', '--to', '2026-01-01']],
    [['--data', 'x', '--out', 'a.pdf']],
    [[]],
  ])('refuses %j', async (args) => {
    await expect((async () => runCommand(run, args))()).rejects.toThrow(UsageError)
  })
})

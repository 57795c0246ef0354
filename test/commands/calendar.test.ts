import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../electron/commands/calendar.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { day, person } from '../services/unit-store.ts'
import { closedUnit, runCommand } from './unit-command.ts'

describe('desk calendar', () => {
  let data = ''
  let end = async () => {}
  const folder = mkdtempSync(join(tmpdir(), 'desk-calendar-'))
  const out = join(folder, 'unit.ics')
  beforeAll(async () => {
    ;({ data, end } = await closedUnit([
      person('A0001AA', { crd: day('2027-07-15'), last_name: 'Marlowe', first_name: 'Dean' }),
      person('A0002AA', { crd: day('2027-07-16'), pom_name: 'Fay Noor' }),
    ]))
  })
  afterAll(async () => {
    await end()
    rmSync(folder, { recursive: true, force: true })
  })
  const events = () =>
    new ICAL.Component(ICAL.parse(readFileSync(out, 'utf8')))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))

  it('writes handovers, meetings and releases between two days, without names', async () => {
    const { status, lines } = await runCommand(run, [
      '--data',
      data,
      '--from',
      '2026-11-01',
      '--to',
      '2027-12-31',
      '--out',
      out,
    ])
    expect(status).toBe(0)
    expect(lines).toEqual([{ events: 8, out }])
    expect(events()).toHaveLength(8)
    expect(readFileSync(out, 'utf8')).not.toMatch(/Marlowe|A0001AA|Thornber/)
  })

  it('writes one POM’s, with names where asked', async () => {
    const args = [
      '--data',
      data,
      '--from',
      '2026-11-01',
      '--to',
      '2027-12-31',
      '--out',
      out,
      '--pom',
      'Amy Thornber',
      '--names',
    ]
    const { lines } = await runCommand(run, args)
    expect(lines).toEqual([{ events: 4, out }])
    expect(events().every(({ summary }) => summary.includes('Marlowe, Dean (A0001AA)'))).toBe(true)
  })

  it.each([
    [['--from', '2026-11-01', '--to', '2026-10-01', '--out', 'a.ics']],
    [['--from', '2026-11-01', '--to', 'soon', '--out', 'a.ics']],
    [['--from', '2026-11-01', '--to', '2026-12-01', '--out', 'a.txt']],
    [['--from', '2026-11-01', '--to', '2026-12-01']],
  ])('refuses %j', async (args) => {
    await expect((async () => runCommand(run, ['--data', data, ...args]))()).rejects.toThrow(UsageError)
    expect(existsSync('a.ics')).toBe(false)
  })
})

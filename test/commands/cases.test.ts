import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../electron/commands/cases.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { day, person } from '../services/unit-store.ts'
import { closedUnit, runCommand } from './unit-command.ts'

describe('desk cases', () => {
  let data = ''
  let end = async () => {}
  beforeAll(async () => {
    ;({ data, end } = await closedUnit([
      person('A0001AA', {
        crd: day('2027-07-15'),
        last_name: 'Marlowe',
        first_name: 'Dean',
        com_name: 'Leon Grady',
      }),
      person('A0002AA', { legal_status: 'remand' }),
    ]))
  })
  afterAll(() => end())

  it('prints every case with its plan, one a line', async () => {
    const { status, lines, errors } = await runCommand(run, ['--data', data])
    expect(errors).toBe('')
    expect(status).toBe(0)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toEqual({
      prison_number: 'A0001AA',
      name: 'Marlowe, Dean',
      pom: 'Amy Thornber',
      com: 'Leon Grady',
      plan: {
        rules: 'enhanced-7-5',
        today: '2026-11-23',
        in_scope: true,
        responsibility: 'pom',
        reason: 'determinate',
        handover_start_date: '2026-11-30',
        handover_date: '2026-11-30',
        earliest_release: { type: 'CRD', date: '2027-07-15' },
        handover_type: 'enhanced',
        flags: [],
      },
      flags: [],
    })
  })

  it('plans as of another day, for one person', async () => {
    const { lines } = await runCommand(run, ['--data', data, '--as-of', '2026-11-30', '--person', 'a0001aa'])
    expect(lines).toMatchObject([
      { prison_number: 'A0001AA', plan: { today: '2026-11-30', responsibility: 'com' } },
    ])
  })

  it('recalculates under another rule set, and gives the error where a fact is missing', async () => {
    const { lines, status } = await runCommand(run, ['--data', data, '--rules', 'pre-release-5'])
    expect(lines[0]).toMatchObject({ plan: { rules: 'pre-release-5', handover_date: '2027-02-15' } })
    expect(status).toBe(0)
    const missing = await runCommand(run, ['--data', data, '--rules', 'day-1-2021', '--person', 'A0001AA'])
    expect(missing.lines[0]).toMatchObject({
      plan: { error: { code: 'missing_fact', field: 'legacy_cohort', message: expect.any(String) } },
      flags: [],
    })
    const again = await runCommand(run, ['--data', data, '--person', 'A0001AA'])
    expect(again.lines[0]).toMatchObject({ plan: { rules: 'enhanced-7-5' } })
  })

  it('says that nobody has the number', async () => {
    const { status, lines, errors } = await runCommand(run, ['--data', data, '--person', 'Z9999ZZ'])
    expect([status, lines]).toEqual([1, []])
    expect(errors).toContain('Z9999ZZ')
  })

  it.each([
    [[]],
    [['--data', 'x', '--rules', 'none']],
    [['--data', 'x', '--as-of', '2026-02-30']],
    [['--data', 'x', '--person', 'Marlowe']],
    [['--data', 'x', 'extra']],
  ])('refuses %j', async (args) => {
    await expect((async () => runCommand(run, args))()).rejects.toThrow(UsageError)
  })

  it('ends with 2 where there is no store, or the passphrase is wrong', async () => {
    expect((await runCommand(run, ['--data', '/nowhere/at/all'])).status).toBe(2)
    expect((await runCommand(run, ['--data', data], { DESK_PASSPHRASE: 'wrong' })).status).toBe(2)
  })
})

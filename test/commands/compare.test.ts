import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../electron/commands/command.ts'
import { run as runCases } from '../../electron/commands/cases.ts'
import { run } from '../../electron/commands/compare.ts'
import { day, person } from '../services/unit-store.ts'
import { closedUnit, runCommand } from './unit-command.ts'

describe('desk compare', () => {
  let data = ''
  let end = async () => {}
  beforeAll(async () => {
    ;({ data, end } = await closedUnit([
      person('A0001AA', { crd: day('2027-07-15') }),
      // Short: no date under the national rules; 7½ months counts, for no function is known in this region.
      person('A0002AA', {
        crd: day('2027-03-01'),
        sentence_start_date: day('2026-06-01'),
        probation_region: 'London',
      }),
      person('A0003AA', { crd: day('2028-07-15'), ped: day('2027-12-15') }),
      person('A0004AA', { recall: true, crd: day('2028-01-01') }),
      person('A0005AA', { crd: day('2027-09-01'), legacy_cohort: 'nps' }),
    ]))
  })
  afterAll(() => end())
  const compare = async (a: string, b: string, ...more: string[]) =>
    runCommand(run, ['--data', data, '--rules', a, '--with', b, ...more])

  it('prints how many cases, who moves and by how much, and the handovers of each month', async () => {
    const { status, lines, errors } = await compare('enhanced-7-5', 'national-2023')
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(lines).toEqual([
      {
        cases: 5,
        moved: [
          { prison_number: 'A0001AA', from: '2026-11-30', to: '2026-11-01', days: -29 },
          { prison_number: 'A0002AA', from: '2026-07-17', to: null, days: null },
          { prison_number: 'A0003AA', from: '2027-04-15', to: '2026-12-15', days: -121 },
          { prison_number: 'A0005AA', from: '2027-01-17', to: '2026-12-18', days: -30 },
        ],
        by_month: [
          { month: '2026-07', a: 1, b: 0 },
          { month: '2026-11', a: 1, b: 1 },
          { month: '2026-12', a: 0, b: 2 },
          { month: '2027-01', a: 1, b: 0 },
          { month: '2027-04', a: 1, b: 0 },
        ],
      },
    ])
  })

  it('gives a date that appears with null before it, and none of what stays', async () => {
    const there = (await compare('national-2023', 'enhanced-7-5')).lines[0]
    expect(there?.['moved']).toContainEqual({
      prison_number: 'A0002AA',
      from: null,
      to: '2026-07-17',
      days: null,
    })
    const same = (await compare('pre-release-5', 'pre-release-5')).lines[0]
    expect(same).toMatchObject({ cases: 5, moved: [] })
  })

  it('says whom it could not plan and why, and gives them no date', async () => {
    const { status, lines, errors } = await compare('day-1-2021', 'enhanced-7-5')
    expect(status).toBe(0)
    expect(errors).toMatch(/^3 of 5 cases cannot be planned under day-1-2021: .*NPS.*\n$/)
    const moved = lines[0]?.['moved'] as { prison_number: string; from: string | null }[]
    expect(moved.filter(({ from }) => from === null).map((one) => one.prison_number)).toEqual([
      'A0001AA',
      'A0002AA',
      'A0003AA',
    ])
  })

  it('agrees with `desk cases` under each set, on any day', async () => {
    const under = async (rules: string) => {
      const { lines } = await runCommand(runCases, [
        '--data',
        data,
        '--rules',
        rules,
        '--as-of',
        '2027-06-01',
      ])
      return new Map(
        lines.map((line) => [
          line['prison_number'],
          (line['plan'] as { handover_date: string | null }).handover_date,
        ]),
      )
    }
    const [a, b] = [await under('enhanced-7-5'), await under('pre-release-5')]
    const { lines } = await compare('enhanced-7-5', 'pre-release-5', '--as-of', '2027-06-01')
    const moved = lines[0]?.['moved'] as { prison_number: string; from: string; to: string }[]
    const expected = [...a].filter(([number, date]) => date !== b.get(number))
    expect(moved.map(({ prison_number, from, to }) => [prison_number, from, to])).toEqual(
      expected.map(([number, date]) => [number, date, b.get(number)]),
    )
  })

  it.each([
    [[]],
    [['--data', 'x', '--rules', 'enhanced-7-5']],
    [['--data', 'x', '--with', 'enhanced-7-5']],
    [['--data', 'x', '--rules', 'enhanced', '--with', 'national-2023']],
    [['--data', 'x', '--rules', 'national-2023', '--with', 'toString']],
    [['--data', 'x', '--rules', 'national-2023', '--with', 'in_force']],
    [['--data', 'x', '--rules', 'national-2023', '--with', 'enhanced-7-5', '--as-of', '2026-02-30']],
    [['--data', 'x', '--rules', 'national-2023', '--with', 'enhanced-7-5', 'more']],
  ])('refuses %j', async (args) => {
    await expect((async () => runCommand(run, args))()).rejects.toThrow(UsageError)
  })

  it('starts with no store to open: status 2', async () => {
    const { status, errors } = await runCommand(run, [
      '--data',
      `${data}-none`,
      '--rules',
      'enhanced-7-5',
      '--with',
      'national-2023',
    ])
    expect(status).toBe(2)
    expect(errors).not.toBe('')
  })
})

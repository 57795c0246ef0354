import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const desk = (args: string[], input = '') =>
  spawnSync(process.execPath, ['electron/desk.js', ...args], { cwd: root, input, encoding: 'utf8' })

describe('the desk command as npm starts it', () => {
  it('is what the scripts run', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(scripts['desk']).toBe('node electron/desk.js')
    expect(scripts['demo']).toBe('node electron/desk.js demo')
  })

  it('plans a line from standard input and ends with 0', () => {
    const line = { id: 'A1', today: '2026-11-23', rules: 'enhanced-7-5', facts: {} }
    const { status, stdout, stderr } = desk(['plan'], `${JSON.stringify(line)}\n`)
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ id: 'A1', rules: 'enhanced-7-5', reason: 'outside_omic' })
  })

  it('ends with 1 where a line was refused', () => {
    const { status, stdout } = desk(['plan'], 'not JSON\n')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ id: null, error: { code: 'bad_json' } })
  })

  it.each([[[]], [['nothing-of-that-name']], [['plan', '--no-such-thing']]])(
    'says how it is used and ends with 2: %j',
    (args) => {
      const { status, stdout, stderr } = desk(args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Usage:')
    },
  )
})

import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../db/support/stores.ts'
import { ENV, initialised } from './store-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

function desk(args: string[], options: { input?: string; stdout?: number } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...ENV },
    input: options.input ?? '',
    encoding: 'utf8',
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
  })
  return { status, out: stdout ?? '', err: stderr }
}

describe('a disk that will not have it', () => {
  test('a store in the place of a file', () => {
    const file = join(tempFolder(), 'notes.txt')
    writeFileSync(file, 'x')
    const { status, out, err } = desk([
      'init',
      '--data',
      file,
      '--establishment',
      'LEI',
      '--rules',
      'enhanced-7-5',
    ])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^[^\n]+: something else of that name is there\.\n$/)
  })

  test('a file in the place of a folder, or under another file', async () => {
    const { data } = await initialised()
    const folder = join(tempFolder(), 'year.ics')
    mkdirSync(folder)
    const range = ['--from', '2026-01-01', '--to', '2027-01-01']
    const file = join(folder, 'a.txt')
    writeFileSync(file, 'x')
    for (const out of [folder, join(file, 'year.ics')]) {
      const ended = desk(['calendar', '--data', data, ...range, '--out', out])
      expect([ended.status, ended.out]).toEqual([2, ''])
      expect(ended.err).toMatch(/^[^\n]*year\.ics[^\n]* cannot be used: [^\n]+\.\n$/)
    }
  })

  test.runIf(existsSync('/dev/full'))('a disk that is full', () => {
    const full = openSync('/dev/full', 'w')
    const { status, err } = desk(['plan', '--rules', 'national-2023', '--today', '2026-11-21'], {
      input: '{"facts":{}}\n',
      stdout: full,
    })
    closeSync(full)
    expect([status, err]).toEqual([2, 'The output cannot be used: the disk is full.\n'])
  })
})

import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { UsageError, type CommandIo } from '../../electron/commands/command.ts'
import { run } from '../../electron/commands/plan.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const CASE = { sentence_start_date: '2025-03-14', conditional_release_date: '2027-07-15' }
const FLAGS = ['--rules', 'enhanced-7-5', '--today', '2026-11-21']

interface Printed {
  id: unknown
  error?: { code: string; field: string | null; message: string }
  steps?: { rule: string; result: unknown }[]
  schedule?: { id: string }[]
}

function io(chunks: Iterable<Buffer | string>, stdout: Writable): CommandIo {
  return {
    stdin: Readable.from(chunks, { objectMode: true }),
    stdout,
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    env: {},
    now: () => {
      throw new Error('The day is always given')
    },
  }
}

async function plan(input: string | Buffer | (Buffer | string)[], args: string[] = FLAGS) {
  let text = ''
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  const status = await run(args, io(Array.isArray(input) ? input : [input], stdout))
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  return { status, text, lines: lines.map((line) => JSON.parse(line) as Printed) }
}

const line = (value: object) => `${JSON.stringify(value)}\n`

describe('desk plan', () => {
  it('plans a line', async () => {
    const { status, text } = await plan(line({ id: 'x1', facts: CASE }))
    expect(status).toBe(0)
    expect(text).toBe(
      '{"id":"x1","rules":"enhanced-7-5","today":"2026-11-21","in_scope":true,"responsibility":"pom",' +
        '"reason":"determinate","handover_start_date":"2026-11-30","handover_date":"2026-11-30",' +
        '"earliest_release":{"type":"CRD","date":"2027-07-15"},"handover_type":"enhanced",' +
        '"flags":["assumed_adult","assumed_sentenced","risk_unknown"]}\n',
    )
  })

  it('lets the line speak before the flags', async () => {
    const { lines } = await plan(line({ id: 1, today: '2027-12-01', rules: 'pre-release-5', facts: CASE }))
    expect(lines[0]).toMatchObject({
      id: 1,
      today: '2027-12-01',
      rules: 'pre-release-5',
      responsibility: 'com',
    })
  })

  it('gives the working and the schedule only when asked', async () => {
    const input = line({ id: 1, facts: CASE })
    const [plain] = (await plan(input)).lines
    const [both] = (await plan(input, [...FLAGS, '--explain', '--schedule'])).lines
    expect(plain).not.toHaveProperty('steps')
    expect(plain).not.toHaveProperty('schedule')
    expect(both?.steps?.[0]).toMatchObject({ rule: 'shared:scope', result: true })
    const ids = both?.schedule?.map(({ id }) => id)
    expect(ids?.slice(0, 3)).toEqual(['ea-referral-window', 'ho-upcoming', 'ho-due-soon'])
    expect(ids?.filter((id) => id.startsWith('mt-'))).toEqual([
      'mt-com-contact',
      'mt-handover',
      'mt-prerelease-1m',
      'mt-prerelease-2',
    ])
    const young = { date_of_birth: '2010-01-01' }
    const [child] = (await plan(line({ facts: { ...CASE, ...young } }), [...FLAGS, '--schedule'])).lines
    expect(child?.schedule?.map(({ id }) => id)).toEqual(['as-immediate-needs', 'rf-tenancy'])
  })

  it.each([
    ['"a\\"b\\\\cé😀"', '"a\\"b\\\\cé😀"'],
    ['12', '12'],
    ['-0', '-0'],
    ['1.50', '1.50'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e400', '1e400'],
    ['null', 'null'],
  ])('gives back the id %s unchanged', async (id, printed) => {
    const { text } = await plan(`{"other":{"id":7},"id":${id},"facts":{}}`)
    expect(text.startsWith(`{"id":${printed},"rules"`)).toBe(true)
  })

  it.each([
    ['1.50', '{"\\u0069d":1.50,"facts":{}}'],
    ['2.0', '{"id":{"id":1.5},"facts":{}, "id" : 2.0 }'],
    ['3e5', '{"x":"\\",\\"id\\":9.9","facts":{},"y":["id",{"id":8.8}],"id":\t3e5}'],
  ])('finds the id %s as it was written, wherever it stands', async (id, text) => {
    expect(
      (await plan(text)).text.startsWith(`{"id":${Number.isSafeInteger(Number(id)) ? Number(id) : id},`),
    ).toBe(true)
  })

  it('is not stopped by something nested deeper than any program calls itself', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const { lines, status } = await plan(
      `{"id":1.5,"x":${deep},"facts":{}}\n{"id":2.5,"facts":{"needs":${deep}}}\n${line({ id: 3, facts: {} })}`,
    )
    expect(lines.map(({ id }) => id)).toEqual([1.5, 2.5, 3])
    expect([lines[1]?.error?.code, status]).toEqual(['bad_value', 1])
  })

  it('gives null for no id, and ignores other names', async () => {
    const { lines, status } = await plan(line({ facts: {}, expected: { id: 3 }, source: 'x' }))
    expect([lines[0]?.id, status]).toEqual([null, 0])
  })

  it('accepts a byte-order mark, CRLF, blank lines and a last line without an end', async () => {
    const one = JSON.stringify({ id: 1, facts: {} })
    const input = Buffer.from(
      `\uFEFF${one}\r\n\r\n   \t\n\n${one.replace('1', '2')}\r\n${one.replace('1', '3')}`,
    )
    const { lines, status } = await plan(input)
    expect([lines.map(({ id }) => id), status]).toEqual([[1, 2, 3], 0])
  })

  it('prints nothing for no input', async () => {
    expect(await plan([])).toMatchObject({ status: 0, text: '' })
    expect(await plan('\n \n')).toMatchObject({ status: 0, text: '' })
  })

  it('puts together what was split between chunks, byte by byte', async () => {
    const input = Buffer.from(
      `\uFEFF${line({ id: 'é😀1', facts: CASE })}\r\n${line({ id: 'ß2', facts: {} })}`,
    )
    const whole = await plan(input)
    const bytes = await plan(Array.from(input, (_, at) => input.subarray(at, at + 1)))
    expect(bytes.text).toBe(whole.text)
    expect(whole.lines.map(({ id }) => id)).toEqual(['é😀1', 'ß2'])
  })

  it('keeps the order and goes on after a bad line', async () => {
    const input = Array.from({ length: 5000 }, (_, id) =>
      id % 7 === 3 ? 'no\n' : line({ id, facts: CASE }),
    ).join('')
    const { lines, status } = await plan([input.slice(0, 100_001), input.slice(100_001)])
    expect(status).toBe(1)
    expect(lines.map(({ id }) => id)).toEqual(
      Array.from({ length: 5000 }, (_, id) => (id % 7 === 3 ? null : id)),
    )
  })
})

describe('a bad line', () => {
  const at = { today: '2026-11-21', rules: 'day-1-2021' }
  it.each<[string, string, string, string | null, unknown]>([
    ['no JSON', 'nonsense', 'bad_json', null, null],
    ['a list', '[]', 'bad_json', null, null],
    ['null', 'null', 'bad_json', null, null],
    ['a number', '7', 'bad_json', null, null],
    ['two objects', '{"id":1,"facts":{}}{"id":2,"facts":{}}', 'bad_json', null, null],
    ['half an object', '{"id":1', 'bad_json', null, null],
    ['an id of the wrong kind', '{"id":true,"facts":{}}', 'bad_value', 'id', null],
    ['an id that is a list', '{"id":[1],"facts":7}', 'bad_value', 'id', null],
    ['no facts', '{"id":1}', 'bad_value', 'facts', 1],
    ['facts that are a list', '{"id":1,"facts":[]}', 'bad_value', 'facts', 1],
    ['facts before today', '{"id":1,"facts":null,"today":"x"}', 'bad_value', 'facts', 1],
    ['no today', '{"id":1,"facts":{},"rules":"enhanced-7-5"}', 'missing_fact', 'today', 1],
    ['no rules', '{"id":1,"facts":{},"today":"2026-11-21"}', 'missing_fact', 'rules', 1],
    [
      'a day that is none',
      '{"id":1,"facts":{},"rules":"enhanced-7-5","today":"2026-02-29"}',
      'bad_value',
      'today',
      1,
    ],
    [
      'a day that is a number',
      '{"id":1,"facts":{},"rules":"enhanced-7-5","today":20261121}',
      'bad_value',
      'today',
      1,
    ],
    [
      'rules nobody has',
      '{"id":1,"facts":{},"rules":"7.5","today":"2026-11-21"}',
      'unknown_rules',
      'rules',
      1,
    ],
    [
      'an unknown fact first',
      JSON.stringify({ id: 1, ...at, facts: { recalled: 1, crd: 1 } }),
      'unknown_fact',
      'crd',
      1,
    ],
    [
      'a bad value next',
      JSON.stringify({ id: 1, ...at, facts: { recalled: 'true', ...CASE } }),
      'bad_value',
      'recalled',
      1,
    ],
    [
      'a missing fact last',
      JSON.stringify({ id: 1, ...at, facts: CASE }),
      'missing_fact',
      'legacy_cohort',
      1,
    ],
  ])('%s', async (_, input, code, field, id) => {
    const { lines, status } = await plan(input, [])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ id, error: { code, field } })
    expect(lines[0]?.error?.message).toMatch(/\w/)
    expect(status).toBe(1)
  })

  it('of more than 1 MB is refused wherever it is cut, and the next is planned', async () => {
    const long = `{"id":1,"pad":"${'x'.repeat(1_000_000)}","facts":{}}\n`
    const next = line({ id: 2, facts: {} })
    const parts = (text: string) => text.match(/[^]{1,65536}/g) ?? []
    for (const input of [[long + next], parts(long + next), parts(next + long), parts(long.trim())]) {
      const { lines } = await plan(input)
      const codes = lines.map(({ id, error }) => error?.code ?? id)
      expect(codes.filter((code) => code === 'bad_json')).toHaveLength(1)
      expect(codes.filter((code) => code === 2)).toHaveLength(input.join('').includes(next) ? 1 : 0)
    }
  })

  it('of 1 MB is planned', async () => {
    const start = '{"id":1,"facts":{},"pad":"'
    const { lines } = await plan(`${start}${'x'.repeat(1_000_000 - start.length - 2)}"}\r\n`)
    expect(lines[0]).toMatchObject({ id: 1, in_scope: false })
  })

  it('that is not UTF-8 is refused alone', async () => {
    const bad = Buffer.concat([
      Buffer.from('{"id":"'),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('","facts":{}}\n'),
    ])
    const good = Buffer.from(line({ id: 'é', facts: {} }))
    const { lines, status } = await plan(Buffer.concat([good, bad, good]))
    expect(lines.map(({ id, error }) => error?.code ?? id)).toEqual(['é', 'bad_json', 'é'])
    expect(status).toBe(1)
  })
})

describe('bad arguments', () => {
  it.each([
    [['--rules', 'seven']],
    [['--rules']],
    [['--rules', '']],
    [['--today', '2026-02-30']],
    [['--today=21/11/2026']],
    [['--explain=yes']],
    [['--verbose']],
    [['facts.ndjson']],
  ])('%j are a usage error', async (args) => {
    await expect(plan('', args)).rejects.toBeInstanceOf(UsageError)
  })

  it('may be given with an equals sign', async () => {
    const { lines } = await plan(line({ facts: CASE }), ['--rules=pre-release-5', '--today=2026-11-21'])
    expect(lines[0]).toMatchObject({ rules: 'pre-release-5' })
  })
})

describe('a slow or departed reader', () => {
  it('is waited for: no more is read than it takes', async () => {
    let read = 0
    const held: (() => void)[] = []
    let isFree = false
    const stdout = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        if (isFree) done()
        else held.push(done)
      },
    })
    const chunk = line({ id: 1, facts: CASE }).repeat(1000)
    function* chunks() {
      for (let at = 0; at < 200; at += 1) {
        read += 1
        yield chunk
      }
    }
    const ended = run(FLAGS, io(chunks(), stdout))
    while (held.length === 0) await new Promise((resolve) => setImmediate(resolve))
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(read).toBeLessThan(30)
    isFree = true
    for (const done of held) done()
    expect(await ended).toBe(0)
    expect(read).toBe(200)
  })

  it('ends the run quietly when it goes', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })
    function* endless() {
      for (;;) yield line({ id: 1, facts: CASE }).repeat(500)
    }
    expect(await run(FLAGS, io(endless(), stdout))).toBe(0)
  })

  it('tells a full disk from a departed reader', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    await expect(run(FLAGS, io([line({ facts: CASE })], stdout))).rejects.toThrow('no space')
  })
})

describe('the real process', () => {
  interface Ended {
    status: number | null
    out: string
    err: string
  }

  function desk(args: string[], feed: (child: ReturnType<typeof spawn>) => void): Promise<Ended> {
    const child = spawn(process.execPath, ['electron/cli.ts', 'plan', ...args], { cwd: root })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
    child.stdin.on('error', () => {})
    feed(child)
    return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })))
  }

  it('plans every example case', async () => {
    const input = readFileSync(new URL('../vectors/plan.ndjson', import.meta.url), 'utf8')
    const { status, out, err } = await desk([], (child) => child.stdin?.end(input))
    const printed = out.trim().split('\n')
    const vectors = input.trim().split('\n')
    expect([printed.length, status, err]).toEqual([vectors.length, 1, ''])
    for (const [at, vector] of vectors.entries()) {
      const { id, expected } = JSON.parse(vector) as { id: string; expected: Record<string, unknown> }
      const plan = JSON.parse(printed[at] ?? '') as Printed
      if ('error' in expected)
        expect(plan).toMatchObject({ id, error: { code: expected['error'], field: expected['field'] } })
      else expect(plan).toMatchObject({ id, ...expected })
    }
  })

  it('reads a file as it reads a pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-plan-'))
    try {
      const file = join(folder, 'facts.ndjson')
      const input = Array.from({ length: 5000 }, (_, id) => line({ id: `é${id}`, facts: CASE })).join('')
      writeFileSync(file, input)
      const stdin = openSync(file, 'r')
      const child = spawn(process.execPath, ['electron/cli.ts', 'plan', ...FLAGS], {
        cwd: root,
        stdio: [stdin, 'pipe', 'inherit'],
      })
      let fromFile = ''
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (fromFile += chunk))
      const status = await new Promise((resolve) => child.once('close', resolve))
      closeSync(stdin)
      expect(status).toBe(0)
      expect(fromFile).toBe((await plan(input)).text)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('ends quietly when its reader goes', async () => {
    const lines = line({ id: 1, facts: CASE }).repeat(20_000)
    const { err, status } = await desk(FLAGS, (child) => {
      child.stdout?.once('data', () => child.stdout?.destroy())
      child.stdin?.end(lines)
    })
    expect([err, status]).toEqual(['', 0])
  })

  it('says how it is used when it is not', async () => {
    const { status, out, err } = await desk(['--rules', 'seven'], (child) => child.stdin?.end())
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('There is no rule set called seven.')
    expect(err).toContain('Usage')
  })
})

import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { BENCH_RULES, BENCH_TODAY, madeUpFacts } from './made-up-facts.ts'
import type { Print } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The same Node reading the same lines: parse, put the facts back as the plan, print. What no planner could be under. */
const BASELINE = `
let rest = ''
process.stdin.setEncoding('utf8')
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split('\\n')
  rest = lines.pop()
  let out = ''
  for (const line of lines) {
    const value = JSON.parse(line)
    value.plan = value.facts
    out += JSON.stringify(value) + '\\n'
  }
  if (!process.stdout.write(out)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}`

/**
 * `desk plan` from its command to its last line, start-up counted, against the baseline; the best of several of each,
 * taken in turn. Memory is the highest the process itself reached.
 */
export async function bench(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  try {
    await compare(print, join(folder, '100k.ndjson'), 100_000, 7)
    await compare(print, join(folder, '1m.ndjson'), 1_000_000, 3)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function compare(print: Print, file: string, lines: number, rounds: number): Promise<void> {
  writeLines(file, lines)
  let desk = Infinity
  let base = Infinity
  for (let round = 0; round < rounds; round += 1) {
    base = Math.min(base, await timeRun([process.execPath, '--input-type=module', '-e', BASELINE], file))
    desk = Math.min(desk, await timeRun(['npm', 'run', '-s', 'desk', '--', 'plan'], file))
  }
  print({ name: 'desk plan', value: desk, unit: 's', baseline: base, ratio: desk / base, n: lines })
  const memory = await peakMemory([process.execPath, join(root, 'electron/desk.js'), 'plan'], file)
  if (memory !== null) {
    print({
      name: 'desk plan, highest memory',
      value: memory,
      unit: 'MB',
      baseline: 300,
      ratio: memory / 300,
      n: lines,
    })
  }
}

function writeLines(file: string, count: number): void {
  const cases = madeUpFacts(Math.min(count, 100_000))
  const out = openSync(file, 'w')
  for (let from = 0; from < count; from += 10_000) {
    let text = ''
    for (let at = from; at < from + 10_000; at += 1) {
      const rules = BENCH_RULES[at & 3]
      text += `${JSON.stringify({ id: `A${at}`, today: BENCH_TODAY, rules, facts: cases[at % cases.length] })}\n`
    }
    writeSync(out, text)
  }
  closeSync(out)
}

function start([program = '', ...args]: string[], file: string) {
  const input = openSync(file, 'r')
  const output = openSync(`${file}.out`, 'w')
  const child = spawn(program, args, { cwd: root, stdio: [input, output, 'inherit'] })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      closeSync(input)
      closeSync(output)
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code}`))
    })
  })
  return { pid: child.pid, ended }
}

async function timeRun(command: string[], file: string): Promise<number> {
  const begun = performance.now()
  await start(command, file).ended
  return (performance.now() - begun) / 1000
}

/** The kernel keeps the highest resident size of a process; null where there is no such record to read. */
async function peakMemory(command: string[], file: string): Promise<number | null> {
  const { pid, ended } = start(command, file)
  let highest: number | null = null
  const timer = setInterval(() => {
    try {
      const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
      if (found !== null) highest = Number(found[1]) / 1024
    } catch {
      // Not Linux, or already over.
    }
  }, 50)
  try {
    await ended
  } finally {
    clearInterval(timer)
  }
  return highest
}

import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** One figure. `baseline` is what it is held against, measured in the same run, and `ratio` is value to baseline. */
export interface Figure {
  name: string
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
  n: number
}
export type Print = (figure: Figure) => void

const benches: Record<string, () => Promise<{ bench: (print: Print) => Promise<void> }>> = {
  planning: () => import('./planning.ts'),
  'plan-command': () => import('./plan-command.ts'),
  compare: () => import('./compare.ts'),
  store: () => import('./store.ts'),
  import: () => import('./import.ts'),
  noticing: () => import('./noticing.ts'),
  schedules: () => import('./schedules.ts'),
  search: () => import('./search.ts'),
  views: () => import('./views.ts'),
  window: () => import('./window.ts'),
  calendar: () => import('./calendar.ts'),
  pack: () => import('./pack.ts'),
}

const asked = process.argv.slice(2)
for (const name of asked) {
  if (!Object.hasOwn(benches, name)) {
    process.stderr.write(`There is no bench called ${name}. There are: ${Object.keys(benches).join(', ')}.\n`)
    process.exit(2)
  }
}
const round = (value: number) => Number(value.toPrecision(4))

async function run(name: string): Promise<void> {
  const { bench } = (await benches[name]?.()) ?? {}
  await bench?.((figure) => {
    const { value, ratio, baseline } = figure
    process.stdout.write(
      `${JSON.stringify({
        ...figure,
        value: round(value),
        baseline: baseline === null ? null : round(baseline),
        ratio: ratio === null ? null : round(ratio),
      })}\n`,
    )
  })
}

/** Each in a process of its own: what one leaves in memory, or has made the engine assume, is no figure of the next. */
function runApart(names: readonly string[]): void {
  for (const name of names) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

const [only] = asked
if (asked.length === 1 && only !== undefined) await run(only)
else runApart(asked.length === 0 ? Object.keys(benches) : asked)

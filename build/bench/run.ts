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
  store: () => import('./store.ts'),
  import: () => import('./import.ts'),
  views: () => import('./views.ts'),
  window: () => import('./window.ts'),
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
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const { bench } = await load()
  await bench((figure) => {
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

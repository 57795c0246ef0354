import process from 'node:process'
import { EXIT, UsageError, type RunCommand } from './commands/command.ts'
import { describeSystemError } from './commands/system-error.ts'

// Each command is loaded only when asked for: `desk plan` starts without the store, and scripts wait for nothing else.
const commands: Record<string, { usage: string; load: () => Promise<{ run: RunCommand }> }> = {
  init: {
    usage:
      'init --data DIR --establishment LEI --rules RULESET [--adopt "REGION=RULESET@YYYY-MM-DD"]… [--sample]',
    load: () => import('./commands/init.ts'),
  },
  import: {
    usage: 'import --data DIR [--source ID] [--map FILE] [--as-at DATE] [--dry-run] FILE…',
    load: () => import('./commands/import.ts'),
  },
  'undo-import': {
    usage: 'undo-import --data DIR IMPORT_ID',
    load: () => import('./commands/undo-import.ts'),
  },
  cases: {
    usage: 'cases --data DIR [--as-of DATE] [--person A1234BC] [--rules RULESET]',
    load: () => import('./commands/cases.ts'),
  },
  compare: {
    usage: 'compare --data DIR --rules RULESET --with RULESET [--as-of DATE]',
    load: () => import('./commands/compare.ts'),
  },
  deadlines: {
    usage: 'deadlines --data DIR [--as-of DATE] [--from DATE --to DATE] [--pom NAME] [--out FILE.csv|.xlsx]',
    load: () => import('./commands/deadlines.ts'),
  },
  calendar: {
    usage: 'calendar --data DIR --from DATE --to DATE --out FILE.ics [--pom NAME] [--names]',
    load: () => import('./commands/calendar.ts'),
  },
  pack: {
    usage: 'pack --data DIR --person A1234BC --out DIR [--formats pdf,docx,json] [--draft]',
    load: () => import('./commands/pack.ts'),
  },
  verify: { usage: 'verify --data DIR', load: () => import('./commands/verify.ts') },
  backup: { usage: 'backup --data DIR --out FILE', load: () => import('./commands/backup.ts') },
  restore: { usage: 'restore --from FILE --data DIR', load: () => import('./commands/restore.ts') },
  plan: {
    usage: 'plan [--rules RULESET] [--today DATE] [--explain] [--schedule] < facts.ndjson',
    load: () => import('./commands/plan.ts'),
  },
  demo: { usage: 'demo [--out DIR]', load: () => import('./commands/demo.ts') },
}

function usage(name?: string): string {
  const lines = Object.entries(commands)
    .filter(([command]) => name === undefined || command === name)
    .map(([, { usage }]) => `  desk ${usage}`)
  return `Usage:\n${lines.join('\n')}\n`
}

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2)
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    process.stderr.write(
      `${name === undefined ? 'Name a command.' : `There is no command called ${name}.`}\n${usage()}`,
    )
    return EXIT.couldNotStart
  }
  const io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => new Date(),
  }
  try {
    const { run } = await command.load()
    return await run(args, io)
  } catch (error) {
    const said = error instanceof UsageError ? `${error.message}\n${usage(name)}` : describeSystemError(error)
    if (said === null) throw error
    process.stderr.write(said.endsWith('\n') ? said : `${said}\n`)
    return EXIT.couldNotStart
  }
}

process.exitCode = await main()

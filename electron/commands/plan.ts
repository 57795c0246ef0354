import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { UsageError, type RunCommand } from './command.ts'

// Beside the packages, not in the machine's temporary folder, where another user could leave code for us to run. Where
// it cannot be written, everything is compiled anew each time.
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/desk', import.meta.url))

/**
 * `desk plan`: facts in, plans out, one JSON object a line, in order. Knows no store. Most of its time on a small file
 * is starting, so what it runs on is loaded after the compile cache is on: from the second run nothing is compiled anew.
 */
export const run: RunCommand = async (args, io) => {
  enableCompileCache(COMPILED)
  const { isCivilDate } = await import('../../domain/dates/civil-date.ts')
  const { ruleSetIdOf } = await import('../../domain/rule-sets/rule-sets.ts')
  const given = readArguments(args)
  const rules = given.rules === null ? null : ruleSetIdOf(given.rules)
  if (given.rules !== null && rules === null)
    throw new UsageError(`There is no rule set called ${given.rules}.`)
  const today = given.today
  if (today !== null && !isCivilDate(today))
    throw new UsageError('--today must be a date written YYYY-MM-DD.')
  const { planLines } = await import('./plan-lines.ts')
  const { linePlanner } = await import('./plan-line.ts')
  const extras = given.explain || given.schedule ? (await import('./plan-extras.ts')).planExtras(given) : null
  return planLines(linePlanner({ rules, today, extras }), io)
}

interface PlanArguments {
  rules: string | null
  today: string | null
  explain: boolean
  schedule: boolean
}

function readArguments(args: string[]): PlanArguments {
  const given: PlanArguments = { rules: null, today: null, explain: false, schedule: false }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string
    const equals = arg.indexOf('=')
    const name = equals < 0 ? arg : arg.slice(0, equals)
    if ((name === '--explain' || name === '--schedule') && equals < 0) {
      given[name.slice(2) as 'explain' | 'schedule'] = true
    } else if (name === '--rules' || name === '--today') {
      const value = equals < 0 ? args[(at += 1)] : arg.slice(equals + 1)
      if (value === undefined || value === '') throw new UsageError(`${name} needs a value.`)
      given[name.slice(2) as 'rules' | 'today'] = value
    } else {
      throw new UsageError(`${arg} is not something this command takes.`)
    }
  }
  return given
}

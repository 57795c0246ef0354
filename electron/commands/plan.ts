import { isCivilDate } from '../../domain/dates/civil-date.ts'
import { ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { UsageError, type RunCommand } from './command.ts'
import { linePlanner } from './plan-line.ts'
import { planLines } from './plan-lines.ts'

/** `desk plan`: facts in, plans out, one JSON object a line, in order. Knows no store. */
export const run: RunCommand = async (args, io) => {
  const given = readArguments(args)
  const rules = given.rules === null ? null : ruleSetIdOf(given.rules)
  if (given.rules !== null && rules === null)
    throw new UsageError(`There is no rule set called ${given.rules}.`)
  const today = given.today
  if (today !== null && !isCivilDate(today))
    throw new UsageError('--today must be a date written YYYY-MM-DD.')
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

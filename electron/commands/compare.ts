import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../domain/model/rule-set-id.ts'
import { handoversByMonth } from '../../domain/planning/comparison-totals.ts'
import { daysBetween } from '../../domain/dates/arithmetic.ts'
import { ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { isPresent, type PlannedCase } from '../app/services/planning/planned-case.ts'
import { createPlanning, planUnder } from '../app/services/planning/planning.ts'
import { EXIT, UsageError, type CommandIo, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'
import { dateArgument, dayFor } from './unit-arguments.ts'

const OPTIONS = {
  data: { type: 'string' },
  rules: { type: 'string' },
  with: { type: 'string' },
  'as-of': { type: 'string' },
} as const

/**
 * `desk compare`: the caseload under two rule sets, each case under both whatever its region has adopted. A handover date
 * that appears or disappears is null on the other side, and so are its days.
 */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data', 'rules', 'with'] })
  const asOf = dateArgument('as-of', values['as-of'])
  const a = ruleSetNamed(values.rules)
  const b = ruleSetNamed(values.with)
  return withStore(values.data, io, 'compare', async (session) => {
    const today = dayFor(session, io, asOf)
    const cases = createPlanning().caseload(session.store, today).filter(isPresent)
    const under = (rules: RuleSetId) => handoversUnder(cases, rules, today, io)
    const [before, after] = [under(a), under(b)]
    const compared = cases.map(({ person }, at) => ({
      prison_number: person.record.prison_number ?? null,
      from: before[at] ?? null,
      to: after[at] ?? null,
    }))
    printJson(io, {
      cases: compared.length,
      moved: compared
        .filter(({ from, to }) => from !== to)
        .map((one) => Object.assign(one, { days: daysApart(one.from, one.to) })),
      by_month: handoversByMonth(compared),
    })
    return EXIT.done
  })
}

function ruleSetNamed(name: string): RuleSetId {
  const rules = ruleSetIdOf(name)
  if (rules === null)
    throw new UsageError(`There is no rule set called ${name}. There are: ${RULE_SET_IDS.join(', ')}.`)
  return rules
}

const daysApart = (from: CivilDate | null, to: CivilDate | null) =>
  from === null || to === null ? null : daysBetween(from, to)

/** The handover date of each case; null where there is none, or no plan, which is said once with the reason. */
function handoversUnder(
  cases: readonly PlannedCase[],
  rules: RuleSetId,
  today: CivilDate,
  io: CommandIo,
): (CivilDate | null)[] {
  const missing = new Map<string, number>()
  const dates = cases.map((planned) => {
    const answer = planUnder(planned.person, planned.facts, rules, today)
    if (answer.plan !== null) return answer.plan.handover_date
    missing.set(answer.missing.message, (missing.get(answer.missing.message) ?? 0) + 1)
    return null
  })
  for (const [message, count] of missing) {
    io.stderr.write(`${count} of ${cases.length} cases cannot be planned under ${rules}: ${message}.\n`)
  }
  return dates
}

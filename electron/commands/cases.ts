import { ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../domain/model/rule-set-id.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { nameOf } from '../app/services/caseload/unit-view.ts'
import { isPresent, type PlannedCase } from '../app/services/planning/planned-case.ts'
import { createPlanning, planUnder } from '../app/services/planning/planning.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { readArguments, withStore } from './open-store.ts'
import { printLines } from './print-lines.ts'
import { dateArgument, dayFor } from './unit-arguments.ts'

const PRISON_NUMBER = /^[A-Z]\d{4}[A-Z]{2}$/

const OPTIONS = {
  data: { type: 'string' },
  'as-of': { type: 'string' },
  person: { type: 'string' },
  rules: { type: 'string' },
} as const

/** `desk cases`: every case with its plan, one a line; under another rule set where asked, without storing anything. */
export const run: RunCommand = (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data'] })
  const asOf = dateArgument('as-of', values['as-of'])
  const rules = rulesArgument(values.rules)
  const person = values.person?.trim().toUpperCase() ?? null
  if (person !== null && !PRISON_NUMBER.test(person)) {
    throw new UsageError('--person must be a prison number, like A1234BC.')
  }
  return withStore(values.data, io, 'cases', async (session) => {
    const today = dayFor(session, io, asOf)
    const cases = createPlanning()
      .caseload(session.store, today)
      .filter((planned) =>
        person === null ? isPresent(planned) : planned.person.record.prison_number === person,
      )
    if (person !== null && cases.length === 0) {
      io.stderr.write(`Nobody in this store has the prison number ${person}.\n`)
      return EXIT.refusals
    }
    await printLines(
      io,
      cases.map((planned) => lineOf(planned, rules, today)),
    )
    return EXIT.done
  })
}

function rulesArgument(name: string | undefined): RuleSetId | null {
  if (name === undefined) return null
  const rules = ruleSetIdOf(name)
  if (rules === null)
    throw new UsageError(`There is no rule set called ${name}. There are: ${RULE_SET_IDS.join(', ')}.`)
  return rules
}

function lineOf(planned: PlannedCase, rules: RuleSetId | null, today: CivilDate) {
  const { person, facts } = planned
  const { plan, missing } = rules === null ? planned : planUnder(person, facts, rules, today)
  return {
    prison_number: person.record.prison_number ?? null,
    name: nameOf(person.record),
    pom: person.record.pom_name ?? null,
    com: facts.com_name ?? null,
    plan: plan ?? { error: { code: 'missing_fact', ...missing } },
    flags: plan?.flags ?? [],
    // The plan is what the rules say; an override in force stands beside it.
    ...(planned.override === null
      ? {}
      : { override: { responsibility: planned.responsibility, ...planned.override.body } }),
  }
}

import { resolve } from 'node:path'
import { checkStore, type Check } from '../../db/integrity.ts'
import { dayInLondon } from '../../db/london-day.ts'
import type { Store } from '../../db/types.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { EXIT, type RunCommand } from './command.ts'
import { exitFor, openForCommand, printJson, readArguments, reportErrors } from './open-store.ts'

const plansOf = (store: Store, today: CivilDate): string[] =>
  createPlanning()
    .caseload(store, today)
    .map((one) => JSON.stringify([one.person.id, one.rules, one.plan, one.missing, one.schedule()]))

/** Plans are worked out when they are shown and never stored; what can be wrong is the working, so it is done twice. */
function checkPlans(store: Store, today: CivilDate): Check {
  const first = plansOf(store, today)
  const second = plansOf(store, today)
  const differing = first.filter((plan, index) => plan !== second[index]).length
  const ok = differing === 0 && first.length === second.length
  const detail = ok
    ? `plans are never stored; planning ${first.length} people twice for ${today} gave the same`
    : `${differing} people were planned differently the second time`
  return { name: 'plans', ok, detail }
}

/** `desk verify`: whether a store is whole, and what of it is not. */
export const run: RunCommand = async (args, io) => {
  const { values } = readArguments(args, { data: { type: 'string' } }, { required: ['data'] })
  return reportErrors(io, async () => {
    let session
    try {
      session = await openForCommand(resolve(values.data), io, 'verify')
    } catch (error) {
      if (error instanceof DeskError && exitFor(error) === EXIT.damaged) {
        printJson(io, { ok: false, checks: [{ name: 'opening', ok: false, detail: error.message }] })
      }
      throw error
    }
    const { store } = session
    try {
      const checks = [
        ...checkStore(store.read),
        checkPlans(store, store.synthetic?.today ?? dayInLondon(io.now())),
      ]
      const ok = checks.every((check) => check.ok)
      printJson(io, { ok, checks })
      return ok ? EXIT.done : EXIT.refusals
    } finally {
      await store.close()
    }
  })
}

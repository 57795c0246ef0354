import { resolve } from 'node:path'
import { dayInLondon } from '../../db/london-day.ts'
import { bringUpToDate } from '../app/services/memory/bring-up-to-date.ts'
import { planUndo, undoImport } from '../app/services/import/undo-import.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { EXIT, type RunCommand } from './command.ts'
import { printJson, readArguments, withStore } from './open-store.ts'

/** `desk undo-import`: puts back what an import changed. What was changed since stays, and is named; then the status is 1. */
export const run: RunCommand = async (args, io) => {
  const { values, positionals } = readArguments(
    args,
    { data: { type: 'string' } },
    { required: ['data'], positionals: { min: 1, max: 1 } },
  )
  const importId = positionals[0] ?? ''
  return withStore(resolve(values.data), io, 'undo-import', async (session) => {
    const { store, user } = session
    const today = store.synthetic?.today ?? dayInLondon(io.now())
    const at = io.now().toISOString()
    const done = await store.write((db) => {
      const plan = planUndo(db, importId)
      const body = undoImport(db, { userId: user.id, at, today }, plan)
      return { plan, body }
    })
    await bringUpToDate({ planning: createPlanning(), store, actor: { userId: user.id }, today, at })
    const kept = done.plan.kept.map(({ prisonNumber, fields, why }) => ({
      prison_number: prisonNumber,
      fields,
      why,
    }))
    printJson(io, { restored: done.body.restored + done.body.removed, kept })
    return kept.length === 0 ? EXIT.done : EXIT.refusals
  })
}

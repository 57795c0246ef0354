import { resolve } from 'node:path'
import { checkStore } from '../../db/integrity.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import { checkMemory } from '../app/services/memory/check-memory.ts'
import { createPlanning } from '../app/services/planning/planning.ts'
import { EXIT, type RunCommand } from './command.ts'
import { exitFor, openForCommand, printJson, readArguments, reportErrors } from './open-store.ts'

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
      const checks = [...checkStore(store.read), checkMemory(createPlanning(), store)]
      const ok = checks.every((check) => check.ok)
      printJson(io, { ok, checks })
      return ok ? EXIT.done : EXIT.refusals
    } finally {
      await store.close()
    }
  })
}

import { resolve } from 'node:path'
import { createStore } from '../../db/open.ts'
import { CHEAP_COST } from '../../db/keyring.ts'
import { dayInLondon } from '../../db/london-day.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { appendAudit } from '../../db/repositories/audit.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import { isCivilDate } from '../../domain/dates/civil-date.ts'
import type { Adoption } from '../../domain/model/adoption.ts'
import { findPrison, type Prison } from '../../domain/reference/prisons.ts'
import { findRegion } from '../../domain/reference/probation-regions.ts'
import { ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { firstAdoption } from '../app/services/session/first-adoption.ts'
import { EXIT, UsageError, type RunCommand } from './command.ts'
import { passphraseOf, printJson, readArguments, reportErrors } from './open-store.ts'

const OPTIONS = {
  data: { type: 'string' },
  establishment: { type: 'string' },
  rules: { type: 'string' },
  adopt: { type: 'string', multiple: true },
  sample: { type: 'boolean' },
} as const

/** `Greater Manchester=national-2023@2026-04-01` */
function readAdoption(text: string): Adoption {
  const [, regionName, rules, from] = /^([^=]+)=([^@]+)@(.+)$/.exec(text.trim()) ?? []
  if (regionName === undefined || rules === undefined || from === undefined) {
    throw new UsageError(`--adopt takes REGION=RULESET@YYYY-MM-DD, not ${text}.`)
  }
  const region = findRegion(regionName)
  if (region === null) throw new UsageError(`There is no probation region called ${regionName.trim()}.`)
  const ruleSet = ruleSetIdOf(rules.trim())
  if (ruleSet === null) throw new UsageError(`There is no rule set called ${rules.trim()}.`)
  const day = from.trim()
  if (!isCivilDate(day)) throw new UsageError(`${day} is not a day: write YYYY-MM-DD.`)
  return { region: region.name, ruleSet, from: day }
}

function readEstablishment(code: string): Prison {
  const prison = findPrison(code.trim().toUpperCase())
  if (prison === null) throw new UsageError(`There is no establishment with the code ${code}.`)
  return prison
}

/** `desk init`: an encrypted store, empty but for its first head of OMU and the rule sets in force. */
export const run: RunCommand = async (args, io) => {
  const { values } = readArguments(args, OPTIONS, { required: ['data', 'establishment', 'rules'] })
  const prison = readEstablishment(values.establishment)
  const ruleSet = ruleSetIdOf(values.rules.trim())
  if (ruleSet === null) throw new UsageError(`There is no rule set called ${values.rules}.`)
  const regions = (values.adopt ?? []).map(readAdoption)

  return reportErrors(io, async () => {
    const passphrase = passphraseOf(io)
    const headOfOmu = io.env['DESK_USER']?.trim() || 'Head of OMU'
    if (headOfOmu.length > 100) throw new DeskError('bad_input', 'DESK_USER is longer than 100 characters.')
    const folder = resolve(values.data)
    const { store, user, recoveryKey } = await createStore({
      folder,
      establishment: { code: prison.code, name: prison.name },
      headOfOmu,
      passphrase,
      now: () => io.now(),
      firstWrite: (db, head) => {
        const own = firstAdoption(ruleSet, dayInLondon(io.now()), regions)
        const at = io.now().toISOString()
        for (const adoption of [own, ...regions]) saveAdoption(db, { userId: head.id }, at, adoption)
      },
      ...(values.sample === true ? { synthetic: { passphrase, today: null }, scrypt: CHEAP_COST } : {}),
    })
    try {
      const at = io.now().toISOString()
      const detail = 'created the store'
      await store.write((db) =>
        appendAudit(db, { at, userId: user.id, method: 'desk init', subject: null, outcome: 'ok', detail }),
      )
    } finally {
      await store.close()
    }
    if (values.sample !== true && passphrase.length < 12) {
      io.stderr.write('This passphrase is short. Twelve characters or more keep the store safer.\n')
    }
    io.stderr.write('Write the recovery key down and lock it away: it is not shown again.\n')
    printJson(io, { data: folder, establishment: prison.code, recovery_key: recoveryKey })
    return EXIT.done
  })
}

import { existsSync, readFileSync } from 'node:fs'
import type { MachinePolicy, Policy } from '../host.ts'

/** What holds where IT has decided nothing. */
export const DEFAULT_POLICY: Readonly<MachinePolicy> = Object.freeze({
  dataFolder: null,
  backupFolder: null,
  autoLockMinutes: 10,
  contentProtection: true,
  exportsAllowed: true,
  hardwareAcceleration: true,
})

/** Policy values as the registry and the file hold them: names as in the group policy template. */
export type PolicyValues = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
const flag = (value: unknown, otherwise: boolean) =>
  value === 0 || value === false ? false : value === 1 || value === true ? true : otherwise
const minutes = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 240
    ? value
    : DEFAULT_POLICY.autoLockMinutes

/** A value of the wrong kind counts as not set: a policy must not stop the app, and its defaults are the careful ones. */
export const policyFrom = (values: PolicyValues): MachinePolicy => ({
  dataFolder: text(values['DataFolder']),
  backupFolder: text(values['BackupFolder']),
  autoLockMinutes: minutes(values['AutoLockMinutes']),
  contentProtection: flag(values['ContentProtection'], DEFAULT_POLICY.contentProtection),
  exportsAllowed: flag(values['ExportsAllowed'], DEFAULT_POLICY.exportsAllowed),
  hardwareAcceleration: flag(values['HardwareAcceleration'], DEFAULT_POLICY.hardwareAcceleration),
})

/** Policy from a JSON file of the same names; read once. A file that is absent or not JSON sets nothing. */
export function filePolicy(path: string): Policy {
  let read: MachinePolicy | null = null
  return {
    read() {
      read ??= policyFrom(valuesIn(path))
      return read
    },
  }
}

function valuesIn(path: string): PolicyValues {
  if (!existsSync(path)) return {}
  try {
    const values: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof values === 'object' && values !== null ? (values as PolicyValues) : {}
  } catch {
    return {}
  }
}

/** Where a computer that has no registry keeps the file. */
export const POLICY_FILE = '/etc/handover-desk/policy.json'

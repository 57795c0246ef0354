import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import type { Policy } from '../host.ts'
import { policyFrom, type PolicyValues } from '../shared/machine-policy.ts'

const KEY = String.raw`SOFTWARE\Policies\HandoverDesk`
const LINE = /^\s+(\w+)\s+(REG_SZ|REG_EXPAND_SZ|REG_DWORD)\s+(.*?)\s*$/

/** What `reg query` prints, as names and values. */
export function parseRegistry(output: string): PolicyValues {
  const values: Record<string, unknown> = {}
  for (const line of output.split('\n')) {
    const match = LINE.exec(line)
    if (match === null) continue
    const [, name = '', kind, value = ''] = match
    values[name] = kind === 'REG_DWORD' ? Number(value) : value
  }
  return values
}

export type QueryRegistry = (key: string) => string

/** By full path: a `reg.exe` earlier on the user's path must not decide the policy. A key that is absent holds nothing. */
export const queryRegistry: QueryRegistry = (key) => {
  const program = join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe')
  try {
    return execFileSync(program, ['query', key], {
      encoding: 'utf8',
      windowsHide: true,
      timeout: 5000,
      stdio: 'pipe',
    })
  } catch {
    return ''
  }
}

/** Group policy from the registry, read once. The computer's policy goes before the user's. */
export function registryPolicy(query: QueryRegistry = queryRegistry): Policy {
  let read: ReturnType<Policy['read']> | null = null
  return {
    read() {
      read ??= policyFrom({
        ...parseRegistry(query(`HKCU\\${KEY}`)),
        ...parseRegistry(query(`HKLM\\${KEY}`)),
      })
      return read
    },
  }
}

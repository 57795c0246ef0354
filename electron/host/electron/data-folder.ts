import { join } from 'node:path'
import type { MachinePolicy } from '../host.ts'
import { parseRegistry, type QueryRegistry } from './registry-policy.ts'

/** `\\server\share`, also in its long form. A device path such as `\\?\C:\` is local. */
const UNC = /^(?:\\\\\?\\UNC\\|\\\\(?![?.]\\)|\/\/)/i

/**
 * Whether a folder lies on another computer. The store writes ahead to a log of its own, which SQLite says does not work over
 * a network; a backup may go there. A mapped letter is known from the user's own list of them.
 */
export function isOnNetwork(folder: string, queryRegistry: QueryRegistry): boolean {
  if (UNC.test(folder)) return true
  const letter = /^([A-Za-z]):/.exec(folder)?.[1]
  if (letter === undefined) return false
  return typeof parseRegistry(queryRegistry(`HKCU\\Network\\${letter}`))['RemotePath'] === 'string'
}

export const dataFolder = (policy: MachinePolicy, userData: string): string =>
  policy.dataFolder ?? join(userData, 'store')

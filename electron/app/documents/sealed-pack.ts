import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../domain/pack/canonical-json.ts'
import type { Pack } from '../../../domain/pack/pack.ts'

/** A pack with its hash, which all three forms carry, and when it was exported. */
export interface SealedPack extends Pack {
  /** SHA-256 of the content's canonical JSON, without these two. Lower-case hexadecimal. */
  hash: string
  exported_at: string
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const packHash = (pack: Pack): string => sha256(canonicalJson(pack))

export const sealPack = (pack: Pack, exportedAt: string): SealedPack => ({
  ...pack,
  hash: packHash(pack),
  exported_at: exportedAt,
})

/** The content a sealed pack's hash speaks of. */
export function unsealed({ hash: _hash, exported_at: _at, ...pack }: SealedPack): Pack {
  return pack
}

import { SHORTEST_PASSPHRASE } from '../../../domain/model/passphrase.ts'
import type { FieldError } from '../../components/govuk/error-summary.tsx'

export const PASSPHRASE_HINT = `${SHORTEST_PASSPHRASE} characters or more. Three or four words nobody would guess are easiest to keep.`

/** What is wrong with a new passphrase and its repetition; fields `passphrase` and `again`. */
export function newPassphraseErrors(passphrase: string, again: string): FieldError[] {
  if (passphrase === '') return [{ field: 'passphrase', message: 'Enter a passphrase' }]
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    return [{ field: 'passphrase', message: `Passphrase must be ${SHORTEST_PASSPHRASE} characters or more` }]
  }
  if (passphrase !== again) return [{ field: 'again', message: 'Both passphrases must be the same' }]
  return []
}

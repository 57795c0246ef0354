import { SHORTEST_PASSPHRASE } from '../../../domain/model/passphrase.ts'

export interface PassphrasePair {
  first: string
  second: string
}

/** What is wrong with a new passphrase typed twice, field by field; empty when nothing is. */
export function checkPassphrasePair(pair: PassphrasePair, what: string): { first?: string; second?: string } {
  if (pair.first === '') return { first: `Enter ${what}` }
  if (pair.first.length < SHORTEST_PASSPHRASE)
    return { first: `${capital(what)} must be ${SHORTEST_PASSPHRASE} characters or more` }
  if (pair.second === '') return { second: `Enter ${what} again` }
  if (pair.first !== pair.second) return { second: 'The two passphrases must be the same' }
  return {}
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

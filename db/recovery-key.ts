import { randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O or U, so that nothing on paper is read as something else.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 6
const GROUP_LENGTH = 5

/** A new recovery key: 150 random bits as six groups of five letters and digits, such as `4G7QX-…`. */
export function makeRecoveryKey(): string {
  const letters = [...randomBytes(GROUPS * GROUP_LENGTH)].map((byte) => LETTERS[byte & 31]).join('')
  return (letters.match(/.{5}/g) ?? []).join('-')
}

/** What somebody copied by hand, as it was printed: spaces, dashes and case do not matter, O is 0, I and L are 1. */
export function readRecoveryKey(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return (letters.match(/.{1,5}/g) ?? []).join('-')
}

import type { NameParts } from './extract.ts'

/**
 * `MARLOWE` → `Marlowe`, `O'NEILL-HOLT` → `O'Neill-Holt`; a name not wholly in capitals is left as written, and so is what
 * holds more than names do, such as a formula.
 */
export function namedInCase(text: string): string {
  if (/[^\p{L}\p{M}\s.,'’()-]/u.test(text) || text.startsWith('-')) return text
  if (text.length < 2 || text !== text.toUpperCase() || text === text.toLowerCase()) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** `SURNAME, First` or `First Surname`. One word alone is a surname. */
export function splitName(text: string): NameParts {
  const comma = text.indexOf(',')
  if (comma !== -1) {
    const last = text.slice(0, comma).trim()
    const first = text.slice(comma + 1).trim()
    return {
      last: namedInCase(last === '' ? first : last),
      first: last === '' || first === '' ? null : namedInCase(first),
    }
  }
  const words = text.split(' ')
  const last = words.pop() ?? ''
  return { last: namedInCase(last), first: words.length === 0 ? null : namedInCase(words.join(' ')) }
}

/** A member of staff in the order people say it: `THORNBER, Amy` → `Amy Thornber`. */
export function staffName(text: string): string {
  const { last, first } = splitName(text)
  return first === null ? last : `${first} ${last}`
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '')

/** Whether a name in one cell can be the name already known: the same words, middle names aside. */
export function isSameName(
  given: NameParts,
  known: { last: string; first: string; middle: string },
): boolean {
  const mine = words(`${given.first ?? ''} ${given.last}`)
  const all = words(`${known.first} ${known.middle} ${known.last}`)
  const must = words(`${known.first} ${known.last}`)
  return must.every((word) => mine.includes(word)) && mine.every((word) => all.includes(word))
}

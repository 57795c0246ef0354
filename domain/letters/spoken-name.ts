import { staffNameOf } from '../model/staff-name.ts'

/** `Surname, Forename` or `SURNAME` as lists write it, as it is said: forename first, only the first letters large. Null for nobody. */
export function spokenName(text: string | null | undefined): string | null {
  const written = staffNameOf(text)
  if (written === null) return null
  const [surname = '', forename] = written.split(',', 2)
  const inOrder = forename === undefined ? surname : `${forename} ${surname}`
  return inOrder
    .trim()
    .split(/\s+/u)
    .map((word) => (/^\p{Lu}[\p{Lu}’'-]+$/u.test(word) ? firstLarge(word) : word))
    .join(' ')
}

/** `O’NEILL-SMITH` as `O’Neill-Smith` */
const firstLarge = (word: string) =>
  word.toLowerCase().replaceAll(/(^|[-’'])\p{Ll}/gu, (start) => start.toUpperCase())

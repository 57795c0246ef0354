import { mayBePrinted } from '../pack/free-text.ts'

/** A text without third parties, and what was put in other words or left out, each once. */
export interface WithoutThirdParties {
  text: string
  left: string[]
}

/** How a note speaks of somebody who is no party to the case: what they are to the person, and no more. */
const KIN: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:step-?|half-?|foster )?(?:mother|father|mum|mam|dad|sister|brother|aunt|auntie|uncle|cousin|niece|nephew|grand(?:mother|father|parent|dad|son|daughter)|nan|nana|gran|parent)(?:-in-law)?\b/giu,
    'relative',
  ],
  [/\b(?:ex-)?(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)\b/giu, 'partner'],
  [/\b(?:step-?)?(?:son|daughter)(?:-in-law)?\b/giu, 'child'],
]

/** A name that follows such a word: `sister Anna`, `partner, Jo Marsh,`. */
const NAME_AFTER =
  /\b((?:[Rr]elative|[Pp]artner|[Cc]hild|[Ff]riend|[Nn]eighbour|[Ll]andlord)s?)(?:,? (?:Mr|Mrs|Ms|Miss)\.?)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,?| \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/gu

const CONTACT: readonly (readonly [RegExp, string])[] = [
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/gu, '[email left out]'],
  [/(?<!\d)(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?!\d)/gu, '[phone number left out]'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu, '[postcode left out]'],
]

const SENTENCES = /[^.!?\n]*[.!?]*[ \n]*/gu

/**
 * A case note names nobody but the person and the staff of the case. Sentences about a victim are left out whole; relatives and
 * partners are spoken of as such, without a name; e-mail addresses, telephone numbers and postcodes are left out. The person
 * who copies the note still reads it: a machine does not know every third party.
 */
export function withoutThirdParties(typed: string): WithoutThirdParties {
  const left = new Set<string>()
  let text = (typed.match(SENTENCES) ?? [])
    .filter((sentence) => {
      const may = mayBePrinted(sentence)
      if (!may) left.add('a sentence about a victim left out')
      return may
    })
    .join('')
  for (const [word, instead] of KIN)
    text = text.replace(word, (found) => {
      if (found.toLowerCase() !== instead) left.add(`${instead} not named`)
      return /^\p{Lu}/u.test(found) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
    })
  text = text.replace(NAME_AFTER, (_, who: string) => {
    left.add(`${who.toLowerCase()} not named`)
    return who
  })
  for (const [pattern, instead] of CONTACT)
    text = text.replace(pattern, () => {
      left.add(instead.slice(1, -1))
      return instead
    })
  return { text: text.trim(), left: [...left] }
}

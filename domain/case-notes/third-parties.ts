import { mayBePrinted } from '../pack/free-text.ts'

/** A text without third parties, and what was put in other words or left out, each once, as it is to be read. */
export interface WithoutThirdParties {
  text: string
  left: string[]
}

const NOT_A_FIRM = String.raw`(?! (?:Ltd|Limited|plc|LLP|and Sons)\b)`
const kin = (words: string): RegExp => new RegExp(String.raw`\b(?:${words})\b${NOT_A_FIRM}`, 'giu')

/** How a note speaks of somebody who is no party to the case: what they are to the person, and no more. Of two that fit the first. */
const KIN: readonly (readonly [RegExp, string])[] = [
  [
    kin(
      String.raw`(?:mother|father|sister|brother|son|daughter|parent)-in-law|(?:step-?|half-?|foster )?(?:mother|father|mum|mam|dad|sister|brother|aunt|auntie|uncle|cousin|niece|nephew|grand(?:mother|father|parent|dad|son|daughter)|nan|nana|gran|parent)`,
    ),
    'relative',
  ],
  [kin('(?:ex-|ex |former )(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)'), 'former partner'],
  [kin('wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?'), 'partner'],
  [kin('(?:step-?)?(?:son|daughter)'), 'child'],
]

/** A name that follows such a word: `sister Anna`, `partner, Jo Marsh,`. */
const NAME_AFTER =
  /\b((?:[Rr]elative|[Pp]artner|[Cc]hild|[Ff]riend|[Nn]eighbour|[Ll]andlord)s?)(?:,? (?:Mr|Mrs|Ms|Miss)\.?)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,?| \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/gu

/** `Ms Jane Doe`, `Dr Patel`. */
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/gu

const STREET =
  /\b\d+[A-Za-z]?,? (?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Court|Place|Terrace|Crescent|Grove|Gardens|Hill|Park|Walk|Row|Square|Mews|View|Rise)\b/gu

const REACHED_BY: readonly (readonly [RegExp, string])[] = [
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/gu, '[email left out]'],
  [/(?<!\d)(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?!\d)/gu, '[phone number left out]'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu, '[postcode left out]'],
  [STREET, '[address left out]'],
]

const SENTENCES = /[^.!?\n]*[.!?]*[ \n]*/gu

/** Harm done to the person, which is a risk the community has to know of, and speaks of no victim of theirs. */
const HARMED =
  /\b(?:is|was|been|being) (?:a|the) victim of (?:bullying|abuse|assault|exploitation|trafficking|violence|debt)/iu

/**
 * A case note names nobody but the person and the staff of the case, whose surnames are `known`. Sentences about a victim are left out
 * whole and told apart, so that whoever copies the note can enter them where they belong; relatives and partners are spoken of as such,
 * without a name; other titled names, addresses, e-mail addresses, telephone numbers and postcodes are left out. The person who
 * copies the note still reads it: a machine does not know every third party.
 */
export function withoutThirdParties(typed: string, known: readonly string[] = []): WithoutThirdParties {
  const left = new Set<string>()
  let text = (typed.match(SENTENCES) ?? [])
    .filter((sentence) => {
      const may = mayBePrinted(sentence) || HARMED.test(sentence)
      if (!may) left.add(`left out, about a victim: “${sentence.trim()}”`)
      return may
    })
    .join('')
  for (const [pattern, instead] of KIN)
    text = text.replace(pattern, (found) => {
      if (found.toLowerCase() !== instead) left.add(`${instead} not named`)
      return /^\p{Lu}/u.test(found) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
    })
  text = text.replace(NAME_AFTER, (_, who: string) => {
    left.add(`${who.toLowerCase()} not named`)
    return who
  })
  const surnames = new Set(known.map((name) => name.toLowerCase()))
  text = text.replace(TITLED, (found, name: string) => {
    if (surnames.has(name.split(' ').at(-1)?.toLowerCase() ?? '')) return found
    left.add('name left out')
    return '[name left out]'
  })
  for (const [pattern, instead] of REACHED_BY)
    text = text.replace(pattern, () => {
      left.add(instead.slice(1, -1))
      return instead
    })
  return { text: text.trim(), left: [...left] }
}

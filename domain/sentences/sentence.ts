import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'

export const TERM_KINDS = ['custodial', 'extended_licence'] as const
export type TermKind = (typeof TERM_KINDS)[number]
export const TERM_WORDS: Record<TermKind, string> = {
  custodial: 'Custodial term',
  extended_licence: 'Extended licence',
}

/** As the court said it, in the units it used. */
export interface Term {
  kind: TermKind
  years: number
  months: number
  weeks: number
  days: number
}

export const SENTENCE_STATUSES = ['active', 'served'] as const
export type SentenceStatus = (typeof SENTENCE_STATUSES)[number]

/** One sentence of a person. Nothing is worked out from it: release dates come from NOMIS. */
export interface Sentence {
  /** In words; empty where it is not recorded. */
  offence: string
  startedOn: CivilDate
  indeterminate: boolean
  terms: Term[]
  /** The sentence it begins after, by what that is recorded under; null where it runs with the others. */
  consecutiveTo: string | null
  court: string
  status: SentenceStatus
  note: string
}

const UNITS = ['years', 'months', 'weeks', 'days'] as const
const LONGEST = { years: 99, months: 99, weeks: 520, days: 9999 }

/** `4 years 6 months`; empty for a term of nothing. */
export const termInWords = (term: Term): string =>
  UNITS.flatMap((unit) => {
    const count = term[unit]
    return count === 0 ? [] : [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`]
  }).join(' ')

/** `Life or other indeterminate`, or the terms: `Custodial term 4 years, extended licence 2 years`. */
export function sentenceInWords({ indeterminate, terms }: Pick<Sentence, 'indeterminate' | 'terms'>): string {
  const words = terms.map((term) => `${TERM_WORDS[term.kind].toLowerCase()} ${termInWords(term)}`)
  if (indeterminate) words.unshift('life or other indeterminate')
  const all = words.join(', ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}`
}

export interface SentenceCheck {
  today: CivilDate
  born: CivilDate | null
  /** What it is itself recorded under; null for a new one. */
  subject: string | null
  /** The person's other sentences, by what they are recorded under. */
  others: ReadonlyMap<string, Pick<Sentence, 'consecutiveTo'>>
}

/** What is wrong with a sentence, by field; empty where nothing is. */
export function sentenceMistakes(
  sentence: Sentence,
  { today, born, subject, others }: SentenceCheck,
): Record<string, string> {
  const wrong: Record<string, string> = {}
  const { startedOn, indeterminate, terms, consecutiveTo } = sentence
  if (startedOn > today) wrong['startedOn'] = 'The start of the sentence must be today or in the past'
  else if (born !== null && startedOn <= born)
    wrong['startedOn'] = `The start of the sentence must be after the date of birth, ${formatDate(born)}`
  for (const term of terms)
    for (const unit of UNITS)
      if (!Number.isInteger(term[unit]) || term[unit] < 0 || term[unit] > LONGEST[unit])
        wrong[term.kind] ??=
          `${TERM_WORDS[term.kind]}: ${unit} must be a whole number from 0 to ${LONGEST[unit]}`
  const custodial = terms.find(({ kind }) => kind === 'custodial')
  if (!indeterminate && (custodial === undefined || termInWords(custodial) === ''))
    wrong['custodial'] ??= 'Enter the custodial term, or say that the sentence is indeterminate'
  if (consecutiveTo !== null && !others.has(consecutiveTo))
    wrong['consecutiveTo'] = 'Choose one of the other sentences'
  else if (isCircle(subject, consecutiveTo, others))
    wrong['consecutiveTo'] = 'These sentences would each begin after the other: choose another one'
  return wrong
}

function isCircle(
  subject: string | null,
  consecutiveTo: string | null,
  others: SentenceCheck['others'],
): boolean {
  if (subject === null) return false
  const seen = new Set<string>()
  for (let at = consecutiveTo; at !== null && !seen.has(at); at = others.get(at)?.consecutiveTo ?? null) {
    if (at === subject) return true
    seen.add(at)
  }
  return false
}

import type { PackValue } from '../../../domain/pack/pack.ts'
import { formatShortDate } from '../../../domain/text/dates.ts'
import type { SealedPack } from './sealed-pack.ts'

export const statusWords = ({ status }: Pick<SealedPack, 'status'>): string =>
  status === 'draft' ? 'draft' : 'ready'

/** Where a value came from and the day it speaks of: `NOMIS, 22 Nov 2026`. */
export function originText({ source, as_of }: Pick<PackValue, 'source' | 'as_of'>): string {
  if (source === null) return ''
  return as_of === null ? `${source}, day not known` : `${source}, ${formatShortDate(as_of)}`
}

/** Why the pack is a draft, in one or two sentences. */
export function draftWords({ status, completeness, missing_sections: missing }: SealedPack): string {
  if (status === 'ready') return 'This pack is complete.'
  const known = `It holds ${completeness.known} of the ${completeness.asked} facts it asks for.`
  if (missing.length === 0) return `This is a draft. ${known}`
  return `This is a draft. ${known} Sections ${numbersOf(missing)} of a full pack are not in it.`
}

/** `5 to 8, 10 to 13 and 15` from titles that begin with their numbers. */
export function numbersOf(titles: readonly string[]): string {
  const runs: [number, number][] = []
  for (const number of titles.map((title) => Number.parseInt(title, 10))) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export const fullCount = (text: string): string => text.length.toLocaleString('en-GB')

/** Regions that ran a short sentence function first. Elsewhere a person at the unit says whether there is one. */
export const SHORT_SENTENCE_EARLY_ADOPTERS = {
  regions: ['Wales', 'Yorkshire and the Humber'],
  source: 'HMPPS letter on the resettlement approach, June 2021, item 1 beyond Day 1',
  confidence: 'high',
} as const

/** True where the home probation region was an early adopter of the short sentence function. */
export function isShortSentenceEarlyAdopter(region: string | null): boolean {
  if (region === null) return false
  const plain = region.trim().toLowerCase().replaceAll('&', 'and').replaceAll(/\s+/g, ' ')
  return SHORT_SENTENCE_EARLY_ADOPTERS.regions.some((known) => known.toLowerCase() === plain)
}

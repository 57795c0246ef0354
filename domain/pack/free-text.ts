/**
 * A pack never carries anything about a victim. Text that somebody typed and that speaks of one is left out whole, and
 * its place becomes a gap: a person has to write it again without.
 */
const speaksOfAVictim = /\bvictims?\b|\bVLO\b|\bcomplainants?\b/i

export const mayBePrinted = (text: string): boolean => !speaksOfAVictim.test(text)

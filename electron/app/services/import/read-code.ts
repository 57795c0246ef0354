import type { LegalStatus, RoshLevel } from '../../../../domain/model/case-facts.ts'
import { ROSH_CODES, SECURITY_CATEGORIES } from '../../../../domain/reference/import-map.ts'

// Each reader takes trimmed text that is not blank and gives the value, null for "said to have none", `undefined` for
// "says nothing", or BAD.
export const BAD = Symbol('not a value of this column')

const bare = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
const pick =
  <T>(words: ReadonlyMap<string, T>) =>
  (text: string): T | typeof BAD =>
    words.get(bare(text)) ?? BAD

const rosh = new Map<string, RoshLevel>([
  ['VHIGH', 'very_high'],
  ['VH', 'very_high'],
])
for (const { code, label, delius, oasys } of ROSH_CODES) {
  for (const word of [code, label, delius, oasys, `${label} risk`, `RoSH ${label}`])
    rosh.set(bare(word), code.toLowerCase() as RoshLevel)
}
export const readRosh = pick(rosh)

export const readSex = pick(
  new Map<string, string>([
    ['M', 'male'],
    ['MALE', 'male'],
    ['MAN', 'male'],
    ['F', 'female'],
    ['FEMALE', 'female'],
    ['WOMAN', 'female'],
  ]),
)

/** `indeterminate` comes with two of the words. */
export interface LegalWord {
  status: LegalStatus
  indeterminate: boolean | null
}
const legal: Record<LegalStatus, string[]> = {
  sentenced: ['SENTENCED', 'SENTENCE', 'CONVICTED SENTENCED', 'DETERMINATE'],
  remand: ['REMAND', 'REMANDED', 'ON REMAND', 'CONVICTED REMAND', 'UNCONVICTED'],
  unsentenced: ['UNSENTENCED', 'CONVICTED UNSENTENCED', 'AWAITING SENTENCE'],
  civil: ['CIVIL', 'CIVIL PRISONER'],
  immigration: ['IMMIGRATION', 'IMMIGRATION DETAINEE', 'DETAINEE', 'IMMIGRATION DETENTION'],
  recall: ['RECALL', 'RECALLED', 'LICENCE RECALL', 'RECALL TO CUSTODY'],
}
const legalWords = new Map<string, LegalWord>()
for (const [status, words] of Object.entries(legal)) {
  for (const word of words) legalWords.set(bare(word), { status: status as LegalStatus, indeterminate: null })
}
for (const word of ['INDETERMINATE_SENTENCE', 'INDETERMINATE', 'LIFE', 'LIFER', 'IPP'])
  legalWords.set(bare(word), { status: 'sentenced', indeterminate: true })
export const readLegalStatus = pick(legalWords)

const booleans = new Map<string, boolean>()
for (const word of ['Y', 'YES', 'TRUE', 'T', '1']) booleans.set(word, true)
for (const word of ['N', 'NO', 'FALSE', 'F', '0']) booleans.set(word, false)
const readYesOrNo = pick(booleans)
/** Yes or no, or the column's own word for yes: `Recalled` under Recall. */
export const readBoolean =
  (yes: readonly string[]) =>
  (text: string): boolean | typeof BAD =>
    yes.includes(bare(text))
      ? true
      : bare(text).startsWith('NOT') && yes.includes(bare(text).slice(3))
        ? false
        : readYesOrNo(text)

/** The level 0 to 3 of `2`, `M2`, `Level 2`, `MAPPA 2`. */
export function readMappaLevel(text: string): number | typeof BAD {
  const level = /^(?:MAPPA)?(?:LEVEL|LVL|L|M)?([0-3])$/.exec(bare(text))
  return level === null ? BAD : Number(level[1])
}

const TIER = /^[A-G]([0-3]S?)?$/
/** The raw tier. The national service writes two words where it has none. */
export function readTier(text: string): string | undefined | typeof BAD {
  const tier = text
    .toUpperCase()
    .replace(/^TIER\s*/, '')
    .trim()
  if (tier === 'MISSING' || tier === 'NOT_SUPERVISED' || tier === 'NOT SUPERVISED') return undefined
  return TIER.test(tier) ? tier : BAD
}

export const readResourcing = pick(
  new Map<string, 'enhanced' | 'standard'>([
    ['ENHANCED', 'enhanced'],
    ['RETAINED', 'enhanced'],
    ['Y', 'enhanced'],
    ['YES', 'enhanced'],
    ['TRUE', 'enhanced'],
    ['STANDARD', 'standard'],
    ['NORMAL', 'standard'],
    ['ALLOCATED', 'standard'],
    ['N', 'standard'],
    ['NO', 'standard'],
    ['FALSE', 'standard'],
  ]),
)

export const readLegacyCohort = pick(
  new Map<string, string>([
    ['NPS', 'nps'],
    ['CRC', 'crc'],
    ['LEGACYNPS', 'nps'],
    ['LEGACYCRC', 'crc'],
  ]),
)

export const readComplexity = pick(
  new Map<string, string>([
    ['LOW', 'low'],
    ['MEDIUM', 'medium'],
    ['HIGH', 'high'],
  ]),
)

const categories = new Map<string, string>()
for (const { code, label } of SECURITY_CATEGORIES) {
  for (const word of [code, label, `Cat ${code}`, `Category ${code}`]) categories.set(bare(word), code)
}
/** A NOMIS category code, from the code or its name. */
export const readCategory = pick(categories)

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/
export const readEmail = (text: string): string | typeof BAD =>
  EMAIL.test(text) && text.length <= 254 ? text : BAD

export const readInteger = (text: string): number | typeof BAD =>
  /^\d{1,10}(\.0+)?$/.test(text) ? Number.parseInt(text, 10) : BAD

const NOBODY = new Set([
  'NOTALLOCATED',
  'UNALLOCATED',
  'UNALLOCATEDSTAFF',
  'NOTYETALLOCATED',
  'TOBEALLOCATED',
  'TBA',
  'TBC',
  'NOTASSIGNED',
])
/** Whether a cell for a member of staff says that there is nobody, which is more than saying nothing. */
export const saysNobody = (text: string): boolean => NOBODY.has(bare(text.replace(/\(.*\)/, '')))

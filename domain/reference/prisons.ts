import data from './prisons.json' with { type: 'json' }

export interface Prison {
  code: string
  /** As people say it: `HMP Leeds`. */
  name: string
  country: 'england' | 'wales'
  gender: 'male' | 'female'
  /** The site as a whole. In the women's estate open conditions follow the person's category, not the site. */
  open: boolean
  /** No such place: the sample establishment. */
  madeUp: boolean
}

/** `Leeds (HMP)` → `HMP Leeds`. */
const spoken = (name: string) => name.replace(/^(.*) \(([^)]*)\)$/, '$2 $1')

type Row = (typeof data.prisons)[number]
const read = (row: Row): Prison => ({
  code: row.code,
  name: spoken(row.name),
  country: row.country === 'wales' ? 'wales' : 'england',
  gender: row.gender === 'female' ? 'female' : 'male',
  open: row.conditions === 'open',
  madeUp: 'made_up' in row && row.made_up === true,
})

/** Every establishment the national service knows, and the made-up one of the samples. */
export const PRISONS: readonly Prison[] = data.prisons.map(read)

const byCode = new Map(PRISONS.map((prison) => [prison.code, prison]))
const closedCodes = new Set(data.closed.map((prison) => prison.code))

/** An establishment by its three-letter code; null where there is none. */
export const findPrison = (code: string): Prison | null => byCode.get(code) ?? null

/** Whether a code is, or was, an establishment's. */
export const isPrisonCode = (code: string): boolean => byCode.has(code) || closedCodes.has(code)

/** Letters only, without the kind of establishment: `HMP/YOI Leeds` and `Leeds (HMP)` are both `leeds`. */
const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(hmp|hmyoi|yoi|irc|hmprison|prison)\b/g, '')
    .replace(/[^a-z]/g, '')

const byName = new Map(PRISONS.map((prison) => [bare(prison.name), prison]))

/** An establishment by code or name, however it is written; null where nothing fits. */
export function findPrisonWritten(text: string): Prison | null {
  const code = text.trim().toUpperCase()
  return byCode.get(code) ?? byName.get(bare(text)) ?? null
}

import data from './release-date-types.json' with { type: 'json' }

export interface ReleaseDateType {
  code: string
  name: string
  meaning: string
}

export const RELEASE_DATE_TYPES: readonly ReleaseDateType[] = data.types.map(({ code, name, meaning }) => ({
  code,
  name,
  meaning,
}))

const byCode = new Map(RELEASE_DATE_TYPES.map((type) => [type.code, type]))

/** What a release date's letters stand for: `CRD` → conditional release date. */
export const findReleaseDateType = (code: string): ReleaseDateType | null => byCode.get(code) ?? null

import data from './probation-regions.json' with { type: 'json' }

export interface ProbationDeliveryUnit {
  name: string
  deliusCode: string
}

export interface ProbationRegion {
  name: string
  nation: 'england' | 'wales'
  /** The first letters of its Delius codes: `N55`. */
  providerCode: string
  units: readonly ProbationDeliveryUnit[]
}

export const PROBATION_REGIONS: readonly ProbationRegion[] = data.regions.map((region) => ({
  name: region.name,
  nation: region.nation === 'wales' ? 'wales' : 'england',
  providerCode: region.delius_provider_code,
  units: region.pdus.map((unit) => ({ name: unit.name, deliusCode: unit.delius_code })),
}))

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z]/g, '')
    .replace(/(probation)?(service|region)$/, '')

const byName = new Map(PROBATION_REGIONS.map((region) => [bare(region.name), region]))
const byUnitName = new Map(
  PROBATION_REGIONS.flatMap((region) => region.units.map((unit) => [bare(unit.name), region] as const)),
)

/** A region by its name however it is written; null where nothing fits. Most lists write it as we do. */
export const findRegion = (text: string): ProbationRegion | null =>
  asWritten.get(text) ?? byName.get(bare(text)) ?? null
const asWritten = new Map(PROBATION_REGIONS.map((region) => [region.name, region]))

/** The region a local or probation delivery unit belongs to, by its Delius code (`N55LEE`) or its name. */
export function regionOfUnit(unit: {
  code?: string | null | undefined
  name?: string | null | undefined
}): ProbationRegion | null {
  const code = unit.code?.trim().toUpperCase() ?? ''
  const byCode =
    code === '' ? undefined : PROBATION_REGIONS.find((region) => code.startsWith(region.providerCode))
  return (
    byCode ??
    (unit.name === null || unit.name === undefined ? null : (byUnitName.get(bare(unit.name)) ?? null))
  )
}

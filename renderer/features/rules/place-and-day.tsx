import { DateInput } from '../../components/form/date-input.tsx'
import { Select } from '../../components/form/inputs.tsx'
import type { TypedDate } from '../../components/form/typed-date.ts'

/** The value of the choice that is no region: the establishment itself. */
const OWN = ''

/** A region of the list, or null for the establishment itself. */
export const regionOf = (chosen: string): string | null => (chosen === OWN ? null : chosen)

/** Whose, and from when: asked of everything that changes the rules of a place. */
export function PlaceAndDay(props: {
  establishment: string
  regions: readonly string[]
  region: string
  onRegion: (region: string) => void
  from: TypedDate
  onFrom: (from: TypedDate) => void
  idOf: (field: string) => string
  at: (field: string) => string | undefined
  partOf: (field: string) => keyof TypedDate | undefined
}) {
  const { establishment, regions, region, onRegion, from, onFrom, idOf, at, partOf } = props
  return (
    <>
      <Select
        id={idOf('region')}
        label="Whose cases?"
        hint="By home probation region. The establishment’s own choice is for cases whose region is unknown, or has chosen nothing."
        options={[[OWN, `${establishment}, its own`], ...regions.map((each) => [each, each] as const)]}
        value={region}
        onChange={(event) => onRegion(event.target.value)}
        error={at('region')}
      />
      <DateInput
        id={idOf('from')}
        label="From which day?"
        hint="Past, today or ahead."
        value={from}
        onChange={onFrom}
        error={at('from')}
        errorPart={partOf('from')}
      />
    </>
  )
}

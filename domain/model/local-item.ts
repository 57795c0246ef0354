import type { CivilDate } from '../dates/civil-date.ts'
import type { ItemOffset } from '../dated-work/dated-item.ts'
import type { Proof } from './proof.ts'

/**
 * From `from`, a region or (where `region` is null) the establishment itself does one item of dated work its own way.
 * Null says "as the source says": such a row with three nulls ends an earlier one.
 */
export interface LocalItem {
  region: string | null
  /** The id of an item in `domain/dated-work`. */
  item: string
  from: CivilDate
  on: boolean | null
  owner: string | null
  offset: ItemOffset | null
  proof: Proof
}

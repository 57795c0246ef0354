import type { DatedItem, ItemOffset } from './dated-item.ts'
import data from './items.json' with { type: 'json' }

// The file leaves out what is as usual: no months, no conditions, not mandated.

type WrittenOffset = Partial<Omit<ItemOffset, 'direction'>>
type Written = Pick<
  DatedItem,
  | 'id'
  | 'name'
  | 'kind'
  | 'anchor'
  | 'owner'
  | 'sense'
  | 'confidence'
  | 'basis'
  | 'source'
  | 'provenance'
  | 'onByDefault'
> &
  Partial<Omit<DatedItem, 'offset' | 'repeats'>> & {
    offset: WrittenOffset & Pick<ItemOffset, 'direction'>
    repeats?: { every: WrittenOffset; from: 'last_done' | 'anchor' }
  }

const read = ({ offset, repeats, ...written }: Written): DatedItem => ({
  offsetUnknown: false,
  when: [],
  outsideOmic: false,
  assumes: [],
  assumesWhen: null,
  attendees: [],
  notes: [],
  effectiveFrom: null,
  effectiveTo: null,
  effective: null,
  mandated: false,
  namedInFoundingDocuments: false,
  offReason: null,
  isHandoverPoint: false,
  appOnly: false,
  prerequisites: [],
  ...written,
  offset: readOffset(offset),
  repeats:
    repeats === undefined
      ? null
      : { every: readOffset({ ...repeats.every, direction: 'after' }), from: repeats.from },
})

function readOffset(written: Written['offset']): ItemOffset {
  return { months: 0, weeks: 0, days: 0, workingDays: 0, ...written }
}

/** Every item of dated work any source was found to give, in the order they were gathered. */
export const DATED_ITEMS: readonly DatedItem[] = (data.items as Written[]).map(read)

const byId = new Map(DATED_ITEMS.map((item) => [item.id, item]))

/** An item by its id; null where there is none. */
export const findDatedItem = (id: string): DatedItem | null => byId.get(id) ?? null

import { packKnown, type PackedDate } from '../dates/packed-date.ts'
import { CONDITION_IDS, type ConditionId } from '../dated-work/condition.ts'
import { canBeLocal, standingOf, type DatedItem, type ItemOffset } from '../dated-work/dated-item.ts'
import { DATED_ITEMS } from '../dated-work/dated-items.ts'
import type { LocalItem } from '../model/local-item.ts'
import { MANDATED_MEETING_IDS, type MandatedMeetingId, type Sense } from '../model/plan.ts'
import type { Proof } from '../model/proof.ts'
import { formatDate } from '../text/dates.ts'
import { placeOf } from './case-in-hand.ts'

/** An item made ready to run: what is the same for every case is worked out once, and shared by their entries. */
export interface PreparedItem extends Pick<
  DatedItem,
  'id' | 'kind' | 'confidence' | 'assumes' | 'outsideOmic' | 'repeats'
> {
  sense: Sense
  isAppOnly: boolean
  /** Which of the mandated meetings it is, if any. */
  meeting: MandatedMeetingId | null
  /** Its place among all items by id. */
  rank: number
  owner: string
  source: string
  basis: readonly string[]
  /** A region or the establishment does it its own way. */
  isLocal: boolean
  /** Null where no day is worked out. */
  offset: ItemOffset | null
  /** Set only where it was given locally. */
  localOffset: ItemOffset | null
  /** Places of its conditions in `CONDITION_IDS`. */
  conditions: readonly number[]
  /** Place of the condition under which it assumes anything; -1: always. */
  assumesWhen: number
  anchor: number
  from: PackedDate
}

export interface PreparedItems {
  /** By rank; those that are off are null. */
  byRank: readonly (PreparedItem | null)[]
  /** What runs, the mandated meetings apart. */
  work: readonly PreparedItem[]
  /** What runs only where the application saw what sets it off. */
  appOnly: readonly PreparedItem[]
  meetings: Readonly<Record<MandatedMeetingId, PreparedItem | null>>
}

const IN_ORDER = [...DATED_ITEMS].sort((a, b) => (a.id < b.id ? -1 : 1))
const NOTHING_LOCAL: readonly LocalItem[] = []
const LOCAL_BASIS: readonly string[] = ['local']
const prepared = new WeakMap<readonly LocalItem[], PreparedItems>()

/** What runs where `inForce` is in force (one an item: see `localItemsInForce`). Worked out once for each list. */
export function prepareItems(inForce: readonly LocalItem[]): PreparedItems {
  const list = inForce.length === 0 ? NOTHING_LOCAL : inForce
  let known = prepared.get(list)
  if (known === undefined) {
    known = prepare(list)
    prepared.set(list, known)
  }
  return known
}

function prepare(inForce: readonly LocalItem[]): PreparedItems {
  const locals = new Map(inForce.map((local) => [local.item, local]))
  const byRank = IN_ORDER.map((item, rank) => prepareItem(item, rank, locals.get(item.id) ?? null))
  const ready = byRank.filter((each) => each !== null)
  const meeting = (id: MandatedMeetingId) => byRank.find((ready) => ready?.id === id) ?? null
  return {
    byRank,
    work: ready.filter(({ meeting: mandated, isAppOnly }) => mandated === null && !isAppOnly),
    appOnly: ready.filter(({ isAppOnly }) => isAppOnly),
    meetings: Object.fromEntries(MANDATED_MEETING_IDS.map((id) => [id, meeting(id)])) as Record<
      MandatedMeetingId,
      PreparedItem | null
    >,
  }
}

/** Whether the item is there under what is in force, and by itself. */
export function isOn(item: DatedItem, local: LocalItem | null): boolean {
  if (!canBeLocal(item)) return false
  return local?.on ?? standingOf(item) === 'generated'
}

function prepareItem(item: DatedItem, rank: number, found: LocalItem | null): PreparedItem | null {
  if (!(isOn(item, found) || item.appOnly) || item.sense === null) return null
  const isSwitchedOn = standingOf(item) === 'switched_off'
  const isChanged = found !== null && (isSwitchedOn || found.owner !== null || found.offset !== null)
  const local = isChanged ? found : null
  const localOffset = local?.offset ?? null
  return {
    id: item.id,
    kind: item.kind,
    confidence: item.confidence,
    assumes: item.assumes,
    outsideOmic: item.outsideOmic,
    isAppOnly: item.appOnly,
    repeats: item.repeats,
    sense: item.sense,
    meeting: MANDATED_MEETING_IDS.find((id) => id === item.id) ?? null,
    rank,
    owner: local?.owner ?? item.owner,
    source: local === null ? item.source : proofSource(local.proof),
    basis: local === null ? item.basis : LOCAL_BASIS,
    isLocal: isChanged,
    offset: localOffset ?? (item.offsetUnknown ? null : item.offset),
    localOffset,
    conditions: item.when.map(placeOfCondition),
    assumesWhen: item.assumesWhen === null ? -1 : placeOfCondition(item.assumesWhen),
    anchor: placeOf(item.anchor),
    from: packKnown(item.effectiveFrom),
  }
}

function placeOfCondition(id: ConditionId): number {
  return CONDITION_IDS.indexOf(id)
}

/** The document that says so, or that only somebody did. */
export function proofSource({ body, document, documentDate }: Proof): string {
  if (document === null) return `${body}, on local instruction`
  return documentDate === null ? `${body}: ${document}` : `${body}: ${document}, ${formatDate(documentDate)}`
}

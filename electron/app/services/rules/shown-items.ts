import type { LocalItemRecord } from '../../../../db/repositories/local-items.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { CONDITION_WORDS } from '../../../../domain/dated-work/condition.ts'
import {
  canBeLocal,
  standingOf,
  type DatedItem,
  type ItemAnchor,
  type ItemOffset,
} from '../../../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS } from '../../../../domain/dated-work/dated-items.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { LocalItem } from '../../../../domain/model/local-item.ts'
import { localItemsInForce } from '../../../../domain/planning/local-items.ts'
import { isOn, proofSource } from '../../../../domain/planning/prepare-items.ts'
import { SENSE_TEXT } from '../../../../domain/text/dated-work.ts'
import { describeLength } from '../../../../domain/text/item-offset.ts'

type Shown = OutputOf<'rules.show'>['items'][number]

const ANCHORS: Readonly<Record<ItemAnchor, string>> = {
  release_date: 'release',
  handover_date: 'handover',
  handover_start: 'the start of handover',
  handover_or_sentence_start: 'handover, or the sentence start of a short sentence',
  next_release_or_review: 'the next of tariff, PED, hearing, ARD and CRD',
  next_review: 'the next of tariff, PED and hearing',
  reception: 'reception',
  sentence_start: 'the sentence start',
  last_oasys: 'the last OASys assessment',
  PED: 'the PED',
  TED: 'the tariff expiry',
  THD: 'the target hearing',
  HDCED: 'the HDCED',
}

/** `12 weeks before release`, `on reception`, `no source gives a day`. */
export function whenInWords({
  offset,
  offsetUnknown,
  anchor,
}: Pick<DatedItem, 'offset' | 'offsetUnknown' | 'anchor'>): string {
  if (offsetUnknown) return 'no source gives a day'
  const length = describeLength(offset)
  return length === ''
    ? `on the day of ${ANCHORS[anchor]}`
    : `${length} ${offset.direction} ${ANCHORS[anchor]}`
}

/** The second meeting stands between two days: before counts back from release, after counts on from handover. */
const localAnchor = ({ id, anchor }: DatedItem, { direction }: ItemOffset): ItemAnchor =>
  id === 'mt-prerelease-2' && direction === 'before' ? 'release_date' : anchor

/** How an item is done here, in words. */
export function localInWords({ item, on, owner, offset }: LocalItem): string {
  const known = DATED_ITEMS.find(({ id }) => id === item)
  const parts = [
    on === null ? '' : on ? 'switched on' : 'switched off',
    owner === null ? '' : `owner: ${owner}`,
    offset === null || known === undefined
      ? ''
      : whenInWords({ offset, offsetUnknown: false, anchor: localAnchor(known, offset) }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'as the source says again' : parts.join(', ')
}

const WHY_OFF: Readonly<Record<ReturnType<typeof standingOf>, string>> = {
  generated: '',
  switched_off: 'Off until the establishment or a region switches it on.',
  ended: 'No longer in effect.',
  app_only: 'Only where something recorded here sets it off.',
  variant: 'A variant of another item.',
  handover_point: 'The rule sets again, as data: never work of its own.',
}

/** Every dated item any source gives, with how it is done here. */
export function shownItems(records: readonly LocalItemRecord[], today: CivilDate): Shown[] {
  return DATED_ITEMS.map((item) => {
    const standing = standingOf(item)
    const its = records.filter((record) => record.item === item.id)
    const own = localItemsInForce(its, null, today)[0] ?? null
    const inForce = (record: LocalItemRecord) =>
      localItemsInForce(its, record.region, today).some(
        (found) => found === record || (found as LocalItemRecord).id === record.id,
      )
    const on = standing === 'generated' || standing === 'switched_off' ? isOn(item, own) : false
    return {
      id: item.id,
      name: item.name,
      kind: item.kind,
      standing,
      on,
      offReason: on ? '' : (item.offReason ?? (WHY_OFF[standing] || 'Switched off here.')),
      when: whenInWords(item),
      conditions: item.when.map((condition) => CONDITION_WORDS[condition]),
      owner: item.owner,
      sense: item.sense === null ? '' : SENSE_TEXT[item.sense],
      source: item.source,
      confidence: item.confidence,
      notes: [...item.notes],
      canBeLocal: canBeLocal(item),
      local: its.toReversed().map((record) => ({
        region: record.region,
        from: record.from,
        says: localInWords(record),
        proof: `${record.proof.toldBy}, ${proofSource(record.proof)}`,
        inForce: inForce(record),
        by: record.byName,
        at: record.at,
      })),
    }
  })
}

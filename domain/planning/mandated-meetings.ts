import type { DatedItem } from '../dated-work/dated-item.ts'
import { findDatedItem } from '../dated-work/dated-items.ts'
import { MANDATED_MEETING_IDS, type MandatedMeetingId } from '../model/plan.ts'
import { RULE_SET_IDS, type RuleSetId } from '../model/rule-set-id.ts'

/** A meeting a handover must have: the item it is filed under, with what only a mandated meeting has. */
export interface MandatedMeeting extends DatedItem {
  /** What a record of it must say. */
  mustRecord: string
  rules: readonly RuleSetId[]
}

const RECORD = 'held on, mode, who attended, outcome, or why not held'
const MUST_RECORD: Record<MandatedMeetingId, string> = {
  'mt-handover': RECORD,
  'mt-prerelease-2': RECORD,
  'mt-prerelease-1m': `${RECORD}; plan reviewed, licence conditions discussed`,
}

/** The three meetings a handover must have, as data: what is known of each, and from where. */
export const MANDATED_MEETINGS = Object.fromEntries(
  MANDATED_MEETING_IDS.map((id) => {
    const item = findDatedItem(id)
    if (item === null) throw new Error(`No item of dated work is called ${id}`)
    // The two further meetings rest on the letter that announced the enhanced model, not on what stood before it.
    const rules = id === 'mt-handover' ? RULE_SET_IDS : RULE_SET_IDS.filter((set) => set !== 'day-1-2021')
    return [id, { ...item, mustRecord: MUST_RECORD[id], rules }]
  }),
) as unknown as Readonly<Record<MandatedMeetingId, MandatedMeeting>>

/** The handover meeting may be held this many days before it is due. */
export const HANDOVER_WINDOW_DAYS = 56
/** The last meeting is due this many months before release… */
export const LAST_MEETING_MONTHS = 1
/** …and may be held this many days before it is due. */
export const LAST_MEETING_WINDOW_DAYS = 14

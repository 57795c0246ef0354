import { HOLIDAYS_FROM_YEAR, HOLIDAYS_TO_YEAR } from '../dates/bank-holidays.ts'
import type { ItemOffset } from '../dated-work/dated-item.ts'
import type { Anchor, AnchorType, Sense } from '../model/plan.ts'
import { formatDate } from './dates.ts'
import { describeLength } from './item-offset.ts'

/** What the day of an item means, before the day itself: `Opens`, `Due by`. */
export const SENSE_TEXT: Record<Sense, string> = {
  due: 'Due by',
  aim: 'Aim for',
  opens: 'Opens',
  closes: 'Closes',
  reminder: 'Reminder',
  note: 'To note',
}

export const ANCHOR_TEXT: Record<AnchorType, string> = {
  handover: 'handover',
  handover_start: 'handover start',
  confirmed_release: 'confirmed release',
  post_recall_release: 'post-recall release (PRRD)',
  hdc_actual: 'release on home detention curfew (HDCAD)',
  approved_parole: 'approved parole date',
  CRD: 'CRD',
  ARD: 'ARD',
  PED: 'PED',
  TED: 'TED',
  THD: 'target hearing date',
  sentence_start: 'sentence start',
  reception: 'reception',
  last_oasys: 'last OASys',
}

/** `12 weeks before CRD, 16 July 2027`; `On handover, 16 February 2027`; `Filed under reception, …` where no day is worked out. */
export function countedFrom(anchor: Anchor | null, offset: ItemOffset | null): string {
  if (anchor === null) return 'What it is counted from is not known'
  const from = `${ANCHOR_TEXT[anchor.type]}, ${formatDate(anchor.date)}`
  if (offset === null) return `No source gives a day. Goes with ${from}`
  const length = describeLength(offset)
  return length === '' ? `On ${from}` : `${length} ${offset.direction} ${from}`
}

/** A meeting's day is held to its release and its handover; the case page shows the whole sum. */
export function meetingCountedFrom({ type, date }: Anchor): string {
  return `From ${ANCHOR_TEXT[type]}, ${formatDate(date)}; the sum is under Dates and reasons`
}

/** Said wherever a day outside the list of bank holidays is shown. */
export const HOLIDAYS_NOTE = `Bank holidays are known here from ${HOLIDAYS_FROM_YEAR} to ${HOLIDAYS_TO_YEAR}. For other years only weekends are known: check working days by hand.`

import type { Tag } from '../../../../domain/contract/schemas.ts'
import type { MovementKind } from '../../../../domain/model/movement.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

const GONE_WORDS: Partial<Record<MovementKind, string>> = {
  died: 'Not needed: died',
  release: 'Not needed: released',
  transfer_out: 'Not needed here: transferred out',
  not_here: 'Not needed: not ours from',
}

/** What stands on everything a case still asked for, of somebody who died or left: nothing is to be done. Null for who is here. */
export function goneTag({ presence: { state, movement } }: PlannedCase): Tag | null {
  if (state !== 'left' || movement === null) return null
  const words = GONE_WORDS[movement.kind] ?? 'Not needed: left'
  return { text: `${words} ${formatDate(movement.on)}`, tone: 'unknown' }
}

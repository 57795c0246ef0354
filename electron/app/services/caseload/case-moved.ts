import type { FormerPlanRecord } from '../../../../db/repositories/plan-memory.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { causeInWords } from '../../../../domain/text/plan-changes.ts'
import { apart } from './case-rules.ts'

type Moved = NonNullable<OutputOf<'case.show'>['moved']>

/** For how long after it happened a move is still news. */
const NEWS_DAYS = 28

/**
 * The last change of the handover date, as it was noticed: by a fact, a decision, an adoption or the day. `former` are the
 * plans the case had, oldest first. Null where the date is the first there was.
 */
export function movedOf(former: readonly FormerPlanRecord[]): Moved | null {
  const last = former.findLast(({ was, now }) => was.handover !== null && was.handover !== now.handover)
  if (last === undefined || last.was.handover === null) return null
  const { handover: was } = last.was
  const { handover: now } = last.now
  return {
    was,
    now,
    says: now === null ? 'No handover date any more.' : `${capital(apart(now, was))}.`,
    because: last.causes.map(causeInWords),
    happenedOn: last.happenedOn,
    at: last.at,
    by: last.byName,
  }
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Beside the date while its move is news. */
export function movedTag(moved: Moved | null, today: CivilDate): Tag | null {
  if (moved === null || daysBetween(moved.happenedOn, today) > NEWS_DAYS) return null
  return { text: 'Date moved', tone: 'changed' }
}

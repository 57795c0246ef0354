import type { PersonChange } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { apart, COUNTED_FROM } from './case-rules.ts'
import { changedInWords } from './case-timeline.ts'

type Moved = NonNullable<OutputOf<'case.show'>['moved']>

/** For how long after it became known a move is still news. */
const NEWS_DAYS = 28

/**
 * The last thing learned that moved the handover date: every earlier state of the record is planned as it stood, newest
 * first, under the rules in force now. Null where the date is the first there was.
 */
export function movedOf(
  planned: PlannedCase,
  history: readonly PersonChange[],
  planRecord: (record: PersonRecord) => PlannedCase,
): Moved | null {
  const now = planned.plan?.handover_date ?? null
  let known: PersonRecord = {}
  const states = history.map(({ delta }) => (known = { ...known, ...delta }))
  for (let at = states.length - 2; at >= 0; at -= 1) {
    const [before, change] = [states[at], history[at + 1]]
    if (before === undefined || change === undefined) return null
    const was = planRecord(before).plan?.handover_date ?? null
    if (was === now) continue
    return was === null ? null : moveOf(was, now, before, change)
  }
  return null
}

function moveOf(was: CivilDate, now: CivilDate | null, before: PersonRecord, change: PersonChange): Moved {
  const { delta } = change
  const fields = COUNTED_FROM.filter(
    (field) => Object.hasOwn(delta, field) && (before[field] ?? null) !== (delta[field] ?? null),
  )
  const speaksOf = change.asAt === null ? '' : `, as at ${formatDate(change.asAt)}`
  return {
    was,
    now,
    says: now === null ? 'No handover date any more.' : `${capital(apart(now, was))}.`,
    because: fields.map((field) => changedInWords(field, before, delta)),
    source: `${systemOf(change.source)}${speaksOf}`,
    at: change.at,
    by: change.byName,
  }
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Beside the date while its move is news. */
export function movedTag(moved: Moved | null, today: CivilDate): Tag | null {
  if (moved === null || daysBetween(moved.at.slice(0, 10) as CivilDate, today) > NEWS_DAYS) return null
  return { text: 'Date moved', tone: 'changed' }
}

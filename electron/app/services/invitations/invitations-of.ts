import { tasksOf } from '../../../../db/repositories/tasks.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { bookingInWords } from '../../../../domain/meetings/booking.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { standingOf, tellingOf } from './meeting-standing.ts'

type Offers = OutputOf<'meetings.log'>['invitations']
const MANDATED = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m'] as const

/** What is to go out about the meetings of one case, or went out and stands. */
export function invitationsOf(store: Store, one: UnitCase, today: CivilDate): Offers {
  const records = tasksOf(store.read, one.personId)
  return MANDATED.filter((task) => records.some((record) => record.task === task)).flatMap((task) => {
    const standing = standingOf(store.read, one, task, today, records)
    const telling = tellingOf(standing, today, false)
    if (telling === null) return []
    const { title, given } = standing
    const sent = given?.sent ?? null
    return [
      {
        task,
        title,
        kind: telling.kind,
        words: bookingInWords(telling.booking),
        sent: sent === null ? null : { kind: sent.kind, at: sent.at, by: sent.by },
        same: sent !== null && sent.sequence === telling.sequence,
      },
    ]
  })
}

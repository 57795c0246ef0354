import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Contact } from '../../../../domain/meetings/contact.ts'
import { isCom } from '../../../../domain/meetings/held.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { midSentence, WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import type { Recorded } from './tasks.ts'

interface Met {
  on: CivilDate
  from: string
  by: string | null
}

/**
 * The first contact with the COM of this handover that was recorded as something else: a mandated meeting they attended, or
 * a contact logged. It counts from the day the handover window opens, for an earlier one was about something else.
 * Null where there is none.
 */
export function contactElsewhere(
  { plan, decisions }: PlannedCase,
  meetings: readonly { title: string; recorded: Recorded }[],
): Pick<Recorded, 'doneOn' | 'note' | 'by'> | null {
  const handover = plan?.handover_date ?? null
  if (handover === null) return null
  const opens = addDays(handover, -WINDOW_DAYS)
  const met: Met[] = []
  for (const { title, recorded } of meetings) {
    if (recorded.doneOn === null || recorded.held?.attended.some(isCom) !== true) continue
    met.push({ on: recorded.doneOn, from: midSentence(title), by: recorded.by })
  }
  for (const { kind, body, byName } of decisions) {
    if (kind !== 'contact') continue
    const contact = body as Contact
    if (isCom(contact.with))
      met.push({ on: contact.on, from: `contact of ${formatDate(contact.on)}`, by: byName })
  }
  const [first] = met.filter(({ on }) => on >= opens).sort((a, b) => (a.on < b.on ? -1 : 1))
  return first === undefined ? null : { doneOn: first.on, note: `By the ${first.from}.`, by: first.by }
}

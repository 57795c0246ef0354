import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { COM_OVERDUE_FROM_DAYS, WINDOW_DAYS, type ComState } from '../../../../domain/text/status-tags.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import type { ReleaseFirst } from './release-first.ts'

/** What of a planned case says who is responsible. */
type ResponsibleCase = Pick<PlannedCase, 'facts' | 'plan' | 'responsibility' | 'override'>

export interface Com {
  /** The name, or the email address where that is all that is known. */
  name: string | null
  state: ComState
  /** Days since the COM became responsible; null unless overdue and the day is known. */
  daysOverdue: number | null
}

/**
 * Whether a COM is known, and how late the name is. Two things the national service calls by one name are kept apart:
 * `missing` is a name that should be there (the window is open, or the COM is already supporting); `overdue` is one that is
 * responsible and still unknown two days after handover. Cases that have no handover date because the COM is responsible from
 * the start count too: a short sentence from its first day, a recall or an immigration case at once. `passedOn` is the day a
 * change put the handover date in the past: nobody could have named a COM for it before.
 */
export function comOf(
  { facts, plan, responsibility, override }: ResponsibleCase,
  releaseFirst: ReleaseFirst | null,
  today: CivilDate,
  passedOn: CivilDate | null = null,
): Com {
  const name = facts.com_name ?? facts.com_email ?? null
  if (name !== null) return { name, state: 'named', daysOverdue: null }
  const state = (which: ComState, daysOverdue: number | null = null): Com => ({
    name: null,
    state: which,
    daysOverdue,
  })
  if (plan === null || responsibility === null) return state('not_due')

  if (responsibility === 'pom_with_com') return state('missing')
  if (responsibility === 'pom') {
    // Somebody who may leave first needs a COM before they do.
    const wanted = releaseFirst?.date ?? plan.handover_date
    const ahead = wanted === null ? null : daysBetween(today, wanted)
    return state(ahead !== null && ahead <= WINDOW_DAYS ? 'missing' : 'not_due')
  }
  const since =
    override?.body.from ??
    passedOn ??
    plan.handover_date ??
    (plan.reason === 'determinate_short' ? facts.sentence_start_date : null)
  if (since === null || since === undefined) return state('overdue')
  const days = daysBetween(since, today)
  return days >= COM_OVERDUE_FROM_DAYS ? state('overdue', days) : state('missing')
}

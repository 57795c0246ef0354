import type { ComparisonList } from '../../../../domain/model/comparison.ts'
import { byWorry } from '../caseload/unit-view.ts'
import type { UnitComparison } from './compare-unit.ts'

interface ListOf {
  title: string
  has: (comparison: UnitComparison) => boolean
}

const lateMeeting = ({ compared }: UnitComparison) =>
  compared.meetings.some(({ lateAtOnce, held }) => lateAtOnce && !held)

/** Who is in each list. The lists are questions: a case may be in several. */
export const LISTS: Record<ComparisonList, ListOf> = {
  past_at_once: { title: 'Past at once', has: ({ compared }) => compared.pastAtOnce },
  moved: {
    title: 'All moved',
    has: ({ compared: { move } }) =>
      move === 'earlier' || move === 'later' || move === 'gains' || move === 'loses',
  },
  earlier: { title: 'Earlier', has: ({ compared }) => compared.move === 'earlier' },
  later: { title: 'Later', has: ({ compared }) => compared.move === 'later' },
  same: { title: 'Not moved', has: ({ compared }) => compared.move === 'same' },
  none: { title: 'No date in either', has: ({ compared }) => compared.move === 'none' },
  gains: { title: 'Would get a date', has: ({ compared }) => compared.move === 'gains' },
  loses: { title: 'Would lose the date', has: ({ compared }) => compared.move === 'loses' },
  newly_short: { title: 'Newly short', has: ({ compared }) => compared.newlyShort },
  no_longer_short: { title: 'No longer short', has: ({ compared }) => compared.noLongerShort },
  meetings_late: { title: 'Meetings late at once', has: lateMeeting },
  not_planned: { title: 'Cannot be compared', has: ({ compared }) => compared.move === 'not_planned' },
}

const rank = ({ compared }: UnitComparison) =>
  compared.pastAtOnce ? (compared.hasCom ? 1 : 0) : compared.newlyShort ? 2 : 3

/** The people of one list, highest risk first. */
export function peopleIn(comparisons: readonly UnitComparison[], list: ComparisonList): UnitComparison[] {
  return comparisons.filter(LISTS[list].has).sort((x, y) => rank(x) - rank(y) || byWorry(x.one, y.one))
}

import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  MILESTONES,
  MILESTONE_WORDS,
  OUTCOME_WORDS,
  type Milestone,
  type ParoleReview,
} from '../../../../domain/parole/parole-review.ts'
import { formatDate } from '../../../../domain/text/dates.ts'

/** An entry of the timeline in words. */
export interface Words {
  title: string
  details: string[]
}

export const given = (text: string): string[] => (text === '' ? [] : [text])

const whichReview = ({ reviewType, hearing }: ParoleReview) =>
  `${reviewType}, ${hearing === null ? 'no hearing date yet' : `hearing ${formatDate(hearing)}`}`

const dayOr = (date: CivilDate | null, none: string) => (date === null ? none : formatDate(date))

function outcomeWords({ outcome, outcomeOn }: ParoleReview): string {
  if (outcome === null) return 'Outcome no longer recorded'
  return `Outcome: ${OUTCOME_WORDS[outcome]}${outcomeOn === null ? '' : `, received ${formatDate(outcomeOn)}`}`
}

function stepChanges(milestone: Milestone, former: ParoleReview, review: ParoleReview): string[] {
  const title = MILESTONE_WORDS[milestone]
  const [was, now] = [former.milestones[milestone], review.milestones[milestone]]
  const [due, doneOn] = [now?.due ?? null, now?.doneOn ?? null]
  const changes: string[] = []
  if ((was?.due ?? null) !== due)
    changes.push(due === null ? `${title} no longer has a day typed` : `${title} due ${formatDate(due)}`)
  if ((was?.doneOn ?? null) !== doneOn)
    changes.push(
      doneOn === null ? `${title} no longer recorded as done` : `${title} done ${formatDate(doneOn)}`,
    )
  return changes
}

const named = (name: string, does: string, nobody: string) => (name === '' ? nobody : `${name} ${does}`)

/** What saving a review changed, the steps first, as they are saved one by one. */
function changesOf(former: ParoleReview, review: ParoleReview): string[] {
  const changes = MILESTONES.flatMap((milestone) => stepChanges(milestone, former, review))
  const add = (isOther: boolean, words: string) => isOther && changes.push(words)
  add(former.reviewType !== review.reviewType, `${former.reviewType} became ${review.reviewType}`)
  add(
    former.hearing !== review.hearing,
    former.hearing === null
      ? `Hearing ${dayOr(review.hearing, '')}`
      : `Hearing ${formatDate(former.hearing)} became ${dayOr(review.hearing, 'no hearing date')}`,
  )
  const isOtherOutcome = former.outcome !== review.outcome || former.outcomeOn !== review.outcomeOn
  add(isOtherOutcome, outcomeWords(review))
  // A review with an outcome is completed: that need not be said as well.
  add(former.status !== review.status && review.outcome === null, `Now ${review.status}`)
  add(
    former.writer !== review.writer,
    named(review.writer, 'writes the custody report', 'Nobody named to write the custody report'),
  )
  add(
    former.countersigner !== review.countersigner,
    named(review.countersigner, 'countersigns the custody report', 'Nobody named to countersign'),
  )
  add(former.note !== review.note, review.note === '' ? 'Note taken out' : 'Note changed')
  return changes
}

/** A review as the timeline tells it: the whole of it when it is first recorded, then what each saving changed. */
export function reviewWords(review: ParoleReview, former: ParoleReview | null): Words {
  if (former === null) {
    const came = review.outcome === null ? review.status : outcomeWords(review)
    const steps = MILESTONES.flatMap((milestone) =>
      stepChanges(milestone, { ...review, milestones: {} }, review),
    )
    return {
      title: `Parole review: ${whichReview(review)}, ${came}`,
      details: [...steps, ...given(review.note)],
    }
  }
  const changes = changesOf(former, review)
  const what = changes.length === 0 ? 'saved again with nothing changed' : changes.join('; ')
  return {
    title: `Parole review: ${what}`,
    details: [whichReview(review), ...(former.note === review.note ? [] : given(review.note))],
  }
}

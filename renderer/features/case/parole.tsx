import { useState, type ReactNode } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { RELEASE_TYPE_TEXT } from '../../../domain/text/reasons.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Details } from '../../components/govuk/notices.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { midSentence } from '../../../domain/text/status-tags.ts'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import type { PartProps } from './case-file.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { ReviewForm } from './review-form.tsx'
import { StepForm } from './step-form.tsx'
import { TakeBackReview } from './take-back-review.tsx'

export type Review = OutputOf<'parole.show'>['reviews'][number]
type Step = Review['steps'][number]

type Opened =
  | { what: 'new' }
  | { what: 'edit'; review: Review }
  | { what: 'step'; review: Review; step: Step }
  | { what: 'back'; review: Review }

/** The id of the button that opens a form. */
function openerOf(opened: Opened): string {
  if (opened.what === 'new') return 'parole-new'
  const step = opened.what === 'step' ? `-${opened.step.milestone}` : ''
  return `parole-${opened.what}-${opened.review.id ?? 'listed'}${step}`
}

/** The last three are read at once; older ones on demand. */
const SHOWN = 3

/** The parole of one case: what is next, each review with its steps, and the forms. */
export function Parole({ file }: PartProps) {
  const { personId } = file
  const { data, error } = useQuery('parole.show', { personId })
  const [open, setOpen] = useState<Opened | null>(null)
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const may = useHasRole('head_of_omu', 'pom', 'case_administrator')
  if (data === undefined)
    return error === null ? null : <ErrorSummary errors={[{ message: error.message }]} />
  const finish = (words: string) => {
    setOpen(null)
    setOutcome(words)
  }
  const cancel = () => {
    if (open !== null) goBackTo(openerOf(open))
    finish('')
  }
  const form = { file, onDone: finish, onCancel: cancel }
  if (open?.what === 'new') return <ReviewForm {...form} review={null} />
  if (open?.what === 'edit') return <ReviewForm {...form} review={open.review} />
  if (open?.what === 'step') return <StepForm {...form} review={open.review} step={open.step} />
  if (open?.what === 'back') return <TakeBackReview {...form} review={open.review} />
  const list = (reviews: readonly Review[]) =>
    reviews.map((review) => (
      <ReviewCard key={review.id ?? 'listed'} review={review} may={may} onOpen={setOpen} />
    ))
  const older = data.reviews.slice(SHOWN)
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      <Section
        title="Parole"
        action={
          may && (
            <Button kind="secondary" id={openerOf({ what: 'new' })} onPress={() => setOpen({ what: 'new' })}>
              Record a review
            </Button>
          )
        }
      >
        <p>{nextWords(data.next)}</p>
        {data.reviews.length === 0 && <p>No review is known, from a list or recorded here.</p>}
        {list(data.reviews.slice(0, SHOWN))}
        {older.length > 0 && <Details summary={`Older reviews (${older.length})`}>{list(older)}</Details>}
        <p className="desk-second">
          {data.offsetsProof === null
            ? 'No source gives a timetable for reports and dossiers: type each day, or let the head of OMU set the establishment’s own under Parole.'
            : `Days marked as the establishment’s own follow its timetable: ${data.offsetsProof}.`}
        </p>
      </Section>
    </div>
  )
}

function nextWords(next: OutputOf<'parole.show'>['next']): string {
  if (next === null) return 'No tariff, parole eligibility or hearing falls in the next 10 months.'
  const words = RELEASE_TYPE_TEXT[next.type as keyof typeof RELEASE_TYPE_TEXT]
  return `Next: ${words}, ${showDate(next.date)}.`
}

/** A button that opens a form in place of the reviews. */
function Opener(props: { opens: Opened; onOpen: (opened: Opened) => void; children: ReactNode }) {
  const { opens, onOpen, children } = props
  return (
    <button type="button" className="desk-link-button" id={openerOf(opens)} onClick={() => onOpen(opens)}>
      {children}
    </button>
  )
}

function ReviewCard(props: { review: Review; may: boolean; onOpen: (opened: Opened) => void }) {
  const { review, may, onOpen } = props
  const { id } = review
  const headingId = `review-${id ?? 'listed'}`
  return (
    <article className="desk-review" aria-labelledby={headingId}>
      <h3 className="desk-review__title" id={headingId}>
        {review.reviewType},{' '}
        {review.hearing === null ? 'no hearing date' : `hearing ${showDate(review.hearing)}`}{' '}
        <Tag text={review.status} tone={review.isOpen ? 'planned' : 'fact'} />
      </h3>
      <p>
        <strong>{review.outcomeWords}</strong>
        {review.outcomeOn !== null && `, received ${showDate(review.outcomeOn)}`}
        {(review.writer !== '' || review.countersigner !== '') && (
          <span className="desk-second">
            {review.writer === '' ? 'Writer not named' : `${review.writer} writes the custody report`};{' '}
            {review.countersigner === '' ? 'countersigner not named' : `${review.countersigner} countersigns`}
          </span>
        )}
        {review.note !== '' && <span className="desk-second desk-note">{review.note}</span>}
      </p>
      {review.steps.length > 0 && (
        <ol className="desk-reviewsteps" aria-label={`Steps of this review`}>
          {review.steps.map((step) => (
            <li key={step.milestone}>
              <span className="desk-reviewsteps__title">{step.title}</span>
              <Tag text={step.state} tone={step.tone} />
              {step.own && <span className="desk-second">The establishment’s own day</span>}
              {may && id !== null && (
                <Opener opens={{ what: 'step', review, step }} onOpen={onOpen}>
                  Change <span className="govuk-visually-hidden">{midSentence(step.title)}</span>
                </Opener>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className="desk-second">
        {review.at === null
          ? 'As the list says. Record a review here to follow its steps.'
          : `Recorded by ${review.by}, ${showMoment(review.at)}.`}{' '}
        {may && id !== null && (
          <>
            <Opener opens={{ what: 'edit', review }} onOpen={onOpen}>
              Change or complete it
            </Opener>{' '}
            <Opener opens={{ what: 'back', review }} onOpen={onOpen}>
              Take it back
            </Opener>
          </>
        )}
      </p>
    </article>
  )
}

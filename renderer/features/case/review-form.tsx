import { useState } from 'react'
import {
  OUTCOME_WORDS,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  type ReviewStatus,
} from '../../../domain/parole/parole-review.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { isBlankDate, NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import type { Review } from './parole.tsx'

const idOf = (field: string) => `review-form-${field}`
const STATUSES = [
  { value: 'open', label: 'Open' },
  { value: 'completed', label: 'Completed' },
  { value: 'withdrawn', label: 'Withdrawn' },
]
const OUTCOMES = REVIEW_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_WORDS[outcome] }))

/** One review: its kind and hearing, who writes and countersigns, and what came of it. */
export function ReviewForm({
  file,
  review,
  onDone,
  onCancel,
}: DecisionFormProps & { review: Review | null }) {
  const [reviewType, setType] = useState(review?.reviewType ?? '')
  const [hearing, setHearing] = useState(review?.hearing ? typedFrom(review.hearing) : NO_DATE)
  const [status, setStatus] = useState<string>(review?.status.toLowerCase() ?? 'open')
  const [outcome, setOutcome] = useState<string | null>(review?.outcome ?? null)
  const [outcomeOn, setOutcomeOn] = useState(review?.outcomeOn ? typedFrom(review.outcomeOn) : NO_DATE)
  const [writer, setWriter] = useState(review?.writer ?? '')
  const [countersigner, setCountersigner] = useState(review?.countersigner ?? '')
  const [note, setNote] = useState(review?.note ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('parole.saveReview')
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const completed = status === 'completed'

  async function save() {
    command.clear()
    const read = new FormReader()
    const kind = read.text('reviewType', reviewType, 'what kind of review it is', 100)
    const heard = isBlankDate(hearing) ? null : read.date('hearing', hearing, 'the target hearing date')
    if (completed && outcome === null) read.refuse('outcome', 'Choose what was decided')
    const received = completed ? read.date('outcomeOn', outcomeOn, 'the day the outcome was received') : null
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const done = await command.run({
      personId: file.personId,
      reviewId: review?.id ?? null,
      reviewType: kind,
      hearing: heard,
      status: status as ReviewStatus,
      outcome: completed ? (outcome as ReviewOutcome) : null,
      outcomeOn: received,
      writer,
      countersigner,
      note,
    })
    if (done !== undefined) onDone(review === null ? 'The review was recorded.' : 'The review was changed.')
  }

  return (
    <DecisionForm
      title={review === null ? 'Record a parole review' : 'Change or complete the review'}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save the review"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <TextInput
        id={idOf('reviewType')}
        label="What kind of review is it?"
        hint="For example, on tariff, or after recall."
        value={reviewType}
        onChange={(event) => setType(event.target.value)}
        error={at('reviewType')}
      />
      <DateInput
        id={idOf('hearing')}
        label="Target hearing date (optional)"
        value={hearing}
        onChange={setHearing}
        error={at('hearing')}
        errorPart={mistakes['hearing']?.part}
      />
      <TextInput
        id={idOf('writer')}
        label="Who writes the custody report? (optional)"
        value={writer}
        maxLength={100}
        onChange={(event) => setWriter(event.target.value)}
      />
      <TextInput
        id={idOf('countersigner')}
        label="Who countersigns it? (optional)"
        value={countersigner}
        maxLength={100}
        onChange={(event) => setCountersigner(event.target.value)}
      />
      <Radios
        id={idOf('status')}
        label="Where does it stand?"
        inline
        choices={STATUSES}
        value={status}
        onChoose={setStatus}
        error={at('status')}
      />
      {completed && (
        <>
          <Radios
            id={idOf('outcome')}
            label="What was decided?"
            choices={OUTCOMES}
            value={outcome}
            onChoose={setOutcome}
            error={at('outcome')}
          />
          <DateInput
            id={idOf('outcomeOn')}
            label="When was the outcome received?"
            value={outcomeOn}
            onChange={setOutcomeOn}
            error={at('outcomeOn')}
            errorPart={mistakes['outcomeOn']?.part}
          />
        </>
      )}
      <TextArea
        id={idOf('note')}
        label="Note (optional)"
        hint="Never victim details."
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
    </DecisionForm>
  )
}

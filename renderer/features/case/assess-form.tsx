import { useState } from 'react'
import {
  AUTOMATIC_NAMES,
  AUTOMATIC_QUESTIONS,
  DISCRETIONARY_NAMES,
  DISCRETIONARY_QUESTIONS,
  type AutomaticQuestion,
  type DiscretionaryQuestion,
  type EarlyAllocationOutcome,
} from '../../../domain/early-allocation/assessment.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

type Answers = Readonly<Record<string, string>>

const idOf = (field: string) => `assess-${field}`
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const WITHIN = 'releaseWithin24Months'

const OUTCOME_SAYS: Record<EarlyAllocationOutcome, string> = {
  eligible: 'Eligible for early allocation',
  discretionary: 'For the community to decide: record the decision when it comes',
  not_eligible: 'Not eligible for early allocation',
}

/** The assessment, question by question; the further five are asked only where none of the first five is yes. */
export function AssessForm({ file, onDone, onCancel }: DecisionFormProps) {
  const [oasysDate, setOasysDate] = useState(NO_DATE)
  const [answers, setAnswers] = useState<Answers>({})
  const [otherReason, setOtherReason] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('assessment.save')
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const answer = (name: string) => (value: string) => setAnswers((known) => ({ ...known, [name]: value }))
  const asksFurther = AUTOMATIC_NAMES.every((name) => answers[name] === 'no')
  const separated = answers['extremism_separation'] === 'yes'

  async function save() {
    command.clear()
    const read = new FormReader()
    const oasys = read.date('oasysDate', oasysDate, 'the date of the OASys risk assessment')
    const need = (name: string) => {
      if (answers[name] === undefined) read.refuse(name, `Answer: ${questionOf(name)}`)
    }
    AUTOMATIC_NAMES.forEach(need)
    if (asksFurther) DISCRETIONARY_NAMES.forEach(need)
    if (asksFurther && separated) need(WITHIN)
    if (asksFurther && answers['other_reason'] === 'yes')
      read.text('otherReason', otherReason, 'the other reason', 1000)
    setMistakes(read.mistakes)
    if (!read.isSound || oasys === null) return
    const saved = await command.run({
      personId: file.personId,
      oasysDate: oasys,
      automatic: answersOf<AutomaticQuestion>(AUTOMATIC_NAMES, answers),
      discretionary: asksFurther ? answersOf<DiscretionaryQuestion>(DISCRETIONARY_NAMES, answers) : null,
      releaseWithin24Months: asksFurther && separated ? answers[WITHIN] === 'yes' : null,
      otherReason,
    })
    if (saved === undefined) return
    const again = saved.insideWindow
      ? ''
      : ' It was made before the 18 months, so it has to be done again once they begin'
    onDone(`${OUTCOME_SAYS[saved.outcome]}.${again === '' ? '' : `${again}.`}`)
  }

  const question = (name: string) => (
    <Radios
      key={name}
      id={idOf(name)}
      label={questionOf(name)}
      choices={YES_NO}
      inline
      small
      value={answers[name] ?? null}
      onChoose={answer(name)}
      error={at(name)}
    />
  )

  return (
    <DecisionForm
      title="Assess for early allocation"
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save the assessment"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <DateInput
        id={idOf('oasysDate')}
        label="When was the OASys risk assessment made?"
        hint="In the last 3 months."
        value={oasysDate}
        onChange={setOasysDate}
        error={at('oasysDate')}
        errorPart={mistakes['oasysDate']?.part}
      />
      <h3 className="govuk-heading-s">Any of these decides it</h3>
      {AUTOMATIC_NAMES.map(question)}
      {asksFurther && (
        <>
          <h3 className="govuk-heading-s">Any of these asks the community to decide</h3>
          {DISCRETIONARY_NAMES.map(question)}
          {separated && question(WITHIN)}
          {answers['other_reason'] === 'yes' && (
            <TextArea
              id={idOf('otherReason')}
              label="What is the other reason?"
              value={otherReason}
              onChange={(event) => setOtherReason(event.target.value)}
              error={at('otherReason')}
            />
          )}
        </>
      )}
    </DecisionForm>
  )
}

function questionOf(name: string): string {
  const questions: Readonly<Record<string, string>> = { ...AUTOMATIC_QUESTIONS, ...DISCRETIONARY_QUESTIONS }
  return questions[name] ?? 'Is release due within 24 months?'
}

const answersOf = <Q extends string>(names: readonly Q[], answers: Answers): Record<Q, boolean> =>
  Object.fromEntries(names.map((name) => [name, answers[name] === 'yes'])) as Record<Q, boolean>

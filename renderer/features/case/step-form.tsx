import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { isBlankDate, NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import type { Review } from './parole.tsx'

const idOf = (field: string) => `step-${field}`

/** When one step of a review is due, and when it was done. Either may be left blank. */
export function StepForm(props: DecisionFormProps & { review: Review; step: Review['steps'][number] }) {
  const { file, review, step, onDone, onCancel } = props
  const [due, setDue] = useState(step.due !== null && !step.own ? typedFrom(step.due) : NO_DATE)
  const [doneOn, setDoneOn] = useState(step.doneOn === null ? NO_DATE : typedFrom(step.doneOn))
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('parole.saveStep')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    if (review.id === null) return
    command.clear()
    const read = new FormReader()
    const dueDay = isBlankDate(due) ? null : read.date('due', due, 'the day it is due')
    const doneDay = isBlankDate(doneOn) ? null : read.date('doneOn', doneOn, 'the day it was done')
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const done = await command.run({
      personId: file.personId,
      reviewId: review.id,
      milestone: step.milestone,
      due: dueDay,
      doneOn: doneDay,
    })
    if (done !== undefined) onDone(`${step.title}: saved.`)
  }

  return (
    <DecisionForm
      title={step.title}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <DateInput
        id={idOf('due')}
        label="When is it due? (optional)"
        hint="Left blank it follows the establishment’s own timetable, where there is one."
        value={due}
        onChange={setDue}
        error={at('due')}
        errorPart={mistakes['due']?.part}
      />
      <DateInput
        id={idOf('doneOn')}
        label="When was it done? (optional)"
        value={doneOn}
        onChange={setDoneOn}
        error={at('doneOn')}
        errorPart={mistakes['doneOn']?.part}
      />
    </DecisionForm>
  )
}

import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE } from '../../components/form/typed-date.ts'
import type { Assessment } from './assessments.tsx'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

const idOf = (field: string) => `community-${field}`
const ANSWERS = [
  { value: 'accepted', label: 'Accepted: early allocation is agreed' },
  { value: 'declined', label: 'Declined: handover stays as usual' },
]

/** What the community decided of a discretionary assessment. */
export function CommunityForm(props: DecisionFormProps & { assessment: Assessment }) {
  const { file, assessment, onDone, onCancel } = props
  const [answer, setAnswer] = useState<string | null>(null)
  const [decidedOn, setDecidedOn] = useState(NO_DATE)
  const [by, setBy] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('assessment.recordDecision')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    if (answer === null) read.refuse('accepted', 'Choose what was decided')
    const day = read.date('decidedOn', decidedOn, 'the day it was decided')
    const name = read.text('by', by, 'who decided it', 100)
    setMistakes(read.mistakes)
    if (!read.isSound || day === null) return
    const accepted = answer === 'accepted'
    const done = await command.run({
      personId: file.personId,
      assessmentId: assessment.id,
      accepted,
      decidedOn: day,
      by: name,
    })
    if (done !== undefined)
      onDone(accepted ? 'Early allocation is agreed.' : 'The community declined early allocation.')
  }

  return (
    <DecisionForm
      title="Record the community’s decision"
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Record the decision"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <Radios
        id={idOf('accepted')}
        label="What was decided?"
        choices={ANSWERS}
        value={answer}
        onChoose={setAnswer}
        error={at('accepted')}
      />
      <DateInput
        id={idOf('decidedOn')}
        label="When?"
        value={decidedOn}
        onChange={setDecidedOn}
        error={at('decidedOn')}
        errorPart={mistakes['decidedOn']?.part}
      />
      <TextInput
        id={idOf('by')}
        label="Who decided it?"
        value={by}
        onChange={(event) => setBy(event.target.value)}
        error={at('by')}
      />
    </DecisionForm>
  )
}

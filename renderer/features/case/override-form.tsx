import { useState } from 'react'
import {
  OVERRIDE_REASONS,
  OVERRIDE_REASON_WORDS,
  type OverrideReason,
  type OverrideTo,
} from '../../../domain/model/responsibility-override.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

const idOf = (field: string) => `override-${field}`
const TO = [
  { value: 'com', label: 'The COM', hint: 'The POM supports.' },
  { value: 'pom', label: 'The POM', hint: 'The COM supports.' },
]
const REASONS = OVERRIDE_REASONS.map((reason) => ({
  value: reason,
  label: `${OVERRIDE_REASON_WORDS[reason].charAt(0).toUpperCase()}${OVERRIDE_REASON_WORDS[reason].slice(1)}`,
}))

/** Makes one side responsible for a time, as both sides agreed. What was typed stays after a mistake or a refusal. */
export function OverrideForm({ file, onDone, onCancel }: DecisionFormProps) {
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [agreedByPrison, setPrison] = useState('')
  const [agreedByProbation, setProbation] = useState('')
  const [agreedOn, setAgreedOn] = useState(NO_DATE)
  const [document, setDocument] = useState('')
  const [from, setFrom] = useState(typedFrom(file.today))
  const [until, setUntil] = useState(NO_DATE)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('responsibility.override')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    if (to === null) read.refuse('to', 'Choose who is to be responsible')
    if (reason === null) read.refuse('reason', 'Choose a reason')
    const prison = read.text('agreedByPrison', agreedByPrison, 'who agreed it for the prison', 100)
    const probation = read.text('agreedByProbation', agreedByProbation, 'who agreed it for probation', 100)
    const agreed = read.date('agreedOn', agreedOn, 'the day it was agreed')
    const first = read.date('from', from, 'the first day')
    const last = read.date('until', until, 'the last day')
    setMistakes(read.mistakes)
    if (!read.isSound || agreed === null || first === null || last === null) return
    const done = await command.run({
      personId: file.personId,
      to: to as OverrideTo,
      reason: reason as OverrideReason,
      note,
      agreedByPrison: prison,
      agreedByProbation: probation,
      agreedOn: agreed,
      document: document.trim() === '' ? null : document,
      from: first,
      until: last,
    })
    if (done !== undefined) onDone('The override was recorded. No date of the case has moved.')
  }

  return (
    <DecisionForm
      title="Override responsibility"
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Record the override"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <p>
        An override changes who is responsible and which lists the case is in. It changes no date. It ends by
        itself after its last day.
      </p>
      <Radios
        id={idOf('to')}
        label="Who is to be responsible?"
        choices={TO}
        value={to}
        onChoose={setTo}
        error={at('to')}
      />
      <Radios
        id={idOf('reason')}
        label="Why?"
        choices={REASONS}
        value={reason}
        onChoose={setReason}
        error={at('reason')}
      />
      <TextArea
        id={idOf('note')}
        label="Note (needed for another reason)"
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        error={at('note')}
      />
      <TextInput
        id={idOf('agreedByPrison')}
        label="Who agreed it for the prison?"
        value={agreedByPrison}
        onChange={(event) => setPrison(event.target.value)}
        error={at('agreedByPrison')}
      />
      <TextInput
        id={idOf('agreedByProbation')}
        label="Who agreed it for probation?"
        value={agreedByProbation}
        onChange={(event) => setProbation(event.target.value)}
        error={at('agreedByProbation')}
      />
      <DateInput
        id={idOf('agreedOn')}
        label="When was it agreed?"
        value={agreedOn}
        onChange={setAgreedOn}
        error={at('agreedOn')}
        errorPart={mistakes['agreedOn']?.part}
      />
      <TextInput
        id={idOf('document')}
        label="Which document says so? (optional)"
        hint="Left empty it is shown as on local instruction."
        value={document}
        maxLength={200}
        onChange={(event) => setDocument(event.target.value)}
        error={at('document')}
      />
      <DateInput
        id={idOf('from')}
        label="First day"
        value={from}
        onChange={setFrom}
        error={at('from')}
        errorPart={mistakes['from']?.part}
      />
      <DateInput
        id={idOf('until')}
        label="Last day"
        hint="At most 24 months after the first."
        value={until}
        onChange={setUntil}
        error={at('until')}
        errorPart={mistakes['until']?.part}
      />
    </DecisionForm>
  )
}

import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { showDate } from '../../components/text/show-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import type { Override } from './overrides.tsx'

const idOf = (field: string) => `end-${field}`

/** Ends an override before its time. */
export function EndOverrideForm({
  file,
  override,
  onDone,
  onCancel,
}: DecisionFormProps & { override: Override }) {
  const [on, setOn] = useState(typedFrom(file.today))
  const [because, setBecause] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('responsibility.end')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    const day = read.date('on', on, 'the day it no longer holds')
    const why = read.text('because', because, 'why it ends', 100)
    setMistakes(read.mistakes)
    if (!read.isSound || day === null) return
    const done = await command.run({
      personId: file.personId,
      overrideId: override.id,
      on: day,
      because: why,
    })
    if (done !== undefined) onDone(`The override ends from ${showDate(day)}.`)
  }

  return (
    <DecisionForm
      title="End the override"
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="End it"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <p>
        {override.to === 'com' ? 'COM responsible' : 'POM responsible'}. {override.says}.
      </p>
      <DateInput
        id={idOf('on')}
        label="From which day does it no longer hold?"
        value={on}
        onChange={setOn}
        error={at('on')}
        errorPart={mistakes['on']?.part}
      />
      <TextInput
        id={idOf('because')}
        label="Why does it end?"
        value={because}
        onChange={(event) => setBecause(event.target.value)}
        error={at('because')}
      />
    </DecisionForm>
  )
}

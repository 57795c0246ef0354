import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { PomTable } from '../allocation/pom-table.tsx'
import type { Allocated } from './allocated.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

const idOf = (field: string) => `co-working-${field}`
const WHAT = [
  { value: 'another', label: 'Another POM works beside the first' },
  { value: 'nobody', label: 'Nobody works beside the POM any more' },
]

/** Names a second POM, or ends that, with the reason. */
export function CoWorkingForm({
  file,
  shown: now,
  onDone,
  onCancel,
}: DecisionFormProps & { shown: Allocated }) {
  const [shown] = useState(now)
  const [what, setWhat] = useState<string | null>(shown.coPom === null ? 'another' : null)
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('allocation.saveCoWorking')
  const pom = what === 'another' ? shown.poms.find(({ staffId }) => staffId === chosen[0]) : undefined
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    if (what === null) read.refuse('what', 'Choose what is to happen')
    if (what === 'another' && pom === undefined) read.refuse('staffId', 'Choose a POM')
    const why = read.text('reason', reason, 'the reason', 100)
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const { personId, version } = shown
    const done = await command.run({ personId, version, staffId: pom?.staffId ?? null, reason: why })
    if (done === undefined) return
    onDone(
      pom === undefined
        ? `${shown.coPom} no longer works beside the POM.`
        : `${pom.name} is the co-working POM.`,
    )
  }

  return (
    <DecisionForm
      title={shown.coPom === null ? 'Add a co-working POM' : 'Change the co-working POM'}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <p>
        The POM is {shown.pom}
        {shown.coPom === null ? '' : `, and ${shown.coPom} works beside them`}.
      </p>
      {shown.coPom !== null && (
        <Radios
          id={idOf('what')}
          label="What is to happen?"
          choices={WHAT}
          value={what}
          onChoose={setWhat}
          error={at('what')}
        />
      )}
      {what === 'another' && (
        <PomTable
          id={idOf('staffId')}
          label="Which POM?"
          hint="Either kind may work beside the POM."
          poms={shown.poms.filter(({ name }) => name !== shown.pom && name !== shown.coPom)}
          chosen={chosen}
          onChoose={setChosen}
          error={at('staffId')}
        />
      )}
      <TextInput
        id={idOf('reason')}
        label="Why?"
        hint="It stays on the record: never victim or health details."
        maxLength={100}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={at('reason')}
      />
    </DecisionForm>
  )
}

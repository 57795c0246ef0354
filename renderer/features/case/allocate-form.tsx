import { useState } from 'react'
import { needsReason, reasonMistake } from '../../../domain/allocation/allocation.ts'
import { STAFF_KIND_WORDS } from '../../../domain/allocation/recommend-pom.ts'
import { useCommand } from '../../api/use-command.ts'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { InsetText } from '../../components/govuk/notices.tsx'
import { NOT_OVERRIDDEN, OverriddenFields, overriddenOf } from '../allocation/overridden-fields.tsx'
import { awayWords, PomTable } from '../allocation/pom-table.tsx'
import type { Allocated } from './allocated.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

const idOf = (field: string) => `allocate-${field}`

/** Gives the case to a POM, chosen beside what each holds; asks for the reason where another kind is recommended. */
export function AllocateForm({
  file,
  shown: now,
  onDone,
  onCancel,
}: DecisionFormProps & { shown: Allocated }) {
  // What the form was opened on: a case changed meanwhile is refused, not written over.
  const [shown] = useState(now)
  const [chosen, setChosen] = useState<string[]>([])
  const [typed, setTyped] = useState(NOT_OVERRIDDEN)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('allocation.save')
  const pom = shown.poms.find(({ staffId }) => staffId === chosen[0])
  const { recommended } = shown
  const isAgainst = pom !== undefined && needsReason(recommended.kind, pom.kind)
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    const overridden = isAgainst ? overriddenOf(typed) : null
    if (pom === undefined) read.refuse('staffId', 'Choose a POM')
    const mistake = isAgainst ? reasonMistake(overridden) : null
    if (mistake !== null) read.refuse(mistake.field, mistake.message)
    setMistakes(read.mistakes)
    if (!read.isSound || pom === undefined) return
    const { personId, version } = shown
    const done = await command.run({ personId, version, staffId: pom.staffId, overridden })
    if (done !== undefined) onDone(`Allocated to ${pom.name}.`)
  }

  return (
    <DecisionForm
      title={shown.pom === null ? 'Allocate the case' : 'Allocate to another POM'}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Allocate"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <p>{recommended.says}.</p>
      <PomTable
        id={idOf('staffId')}
        label="Which POM?"
        hint={shown.former.length > 0 ? `Held before by ${shown.former.join(', ')}.` : undefined}
        poms={shown.poms.filter(({ name }) => name !== shown.pom)}
        recommended={recommended.kind}
        chosen={chosen}
        onChoose={setChosen}
        error={at('staffId')}
      />
      {pom?.away && (
        <InsetText>
          {pom.name}: {awayWords(pom.away)}.
        </InsetText>
      )}
      {isAgainst && (
        <OverriddenFields
          idOf={idOf}
          label={`Why a ${STAFF_KIND_WORDS[pom.kind]}?`}
          hint={
            recommended.kind === null
              ? 'No kind could be recommended.'
              : `A ${STAFF_KIND_WORDS[recommended.kind]} is recommended.`
          }
          typed={typed}
          onChange={setTyped}
          errorAt={at}
        />
      )}
    </DecisionForm>
  )
}

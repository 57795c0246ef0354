import { useState } from 'react'
import { Link } from 'react-router'
import { RECALL_TYPES, RECALL_WORDS, type RecallType } from '../../../domain/sentences/recall.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { Select, TextArea } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { isBlankDate, NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { casePath } from './case-file.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import type { RecallRecord } from './sentence.tsx'

const idOf = (field: string) => `recall-${field}`

/** A recall, recorded or changed. It moves no plan: where the fact is kept that does is said. */
export function RecallForm({
  file,
  recall,
  onDone,
  onCancel,
}: DecisionFormProps & { recall: RecallRecord | null }) {
  const dateOf = (day: RecallRecord['returnedOn'] | undefined) => (day ? typedFrom(day) : NO_DATE)
  const [type, setType] = useState<string>(recall?.type ?? '')
  const [recalled, setRecalled] = useState(dateOf(recall?.recalledOn))
  const [returned, setReturned] = useState(dateOf(recall?.returnedOn))
  const [released, setReleased] = useState(dateOf(recall?.releasedAgainOn))
  const [reason, setReason] = useState(recall?.reason ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [opened] = useState(recall?.recordId ?? null)
  const command = useCommand('records.saveRecall')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    if (type === '') read.refuse('type', 'Select the kind of recall')
    const recalledOn = read.date('recalledOn', recalled, 'the day of the recall')
    const returnedOn = isBlankDate(returned)
      ? null
      : read.date('returnedOn', returned, 'the day back in custody')
    const releasedAgainOn = isBlankDate(released)
      ? null
      : read.date('releasedAgainOn', released, 'the day of the new release')
    setMistakes(read.mistakes)
    if (!read.isSound || recalledOn === null) return
    const done = await command.run({
      personId: file.personId,
      subject: recall?.subject ?? null,
      // Asked again after a conflict, the record as it is shown by then has been seen.
      seen: command.error?.code === 'conflict' ? (recall?.recordId ?? null) : opened,
      type: type as RecallType,
      recalledOn,
      returnedOn,
      releasedAgainOn,
      reason,
    })
    if (done !== undefined) onDone(recall === null ? 'The recall was recorded.' : 'The recall was changed.')
  }

  return (
    <DecisionForm
      title={recall === null ? 'Record a recall' : 'Change the recall'}
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
        This record moves no date. The plan rests on the fact Recall and on the PRRD, under{' '}
        <Link to={casePath(file.personId, 'facts')}>Facts</Link>.
      </p>
      <Select
        id={idOf('type')}
        label="What kind of recall is it?"
        value={type}
        onChange={(event) => setType(event.target.value)}
        options={[['', 'Select a kind'], ...RECALL_TYPES.map((each) => [each, RECALL_WORDS[each]] as const)]}
        error={at('type')}
      />
      <DateInput
        id={idOf('recalledOn')}
        label="When were they recalled?"
        value={recalled}
        onChange={setRecalled}
        error={at('recalledOn')}
        errorPart={mistakes['recalledOn']?.part}
      />
      <DateInput
        id={idOf('returnedOn')}
        label="When were they back in custody? (if they are)"
        value={returned}
        onChange={setReturned}
        error={at('returnedOn')}
        errorPart={mistakes['returnedOn']?.part}
      />
      <DateInput
        id={idOf('releasedAgainOn')}
        label="When were they released again? (if they were, or will be)"
        value={released}
        onChange={setReleased}
        error={at('releasedAgainOn')}
        errorPart={mistakes['releasedAgainOn']?.part}
      />
      <TextArea
        id={idOf('reason')}
        label="Why were they recalled? (optional)"
        hint="Never victim details."
        rows={3}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        error={at('reason')}
      />
    </DecisionForm>
  )
}

import { useState } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import { isCivilDate } from '../../../domain/dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField } from '../../../domain/model/person-record.ts'
import { FACT_CHOICES } from '../../../domain/pack/fact-text.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { Select, TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { isBlankDate, NO_DATE, typedFrom, type TypedDate } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'

type Field = InputOf<'facts.change'>['field']

/** A fact to change, or to record for the first time. */
export interface EditedFact {
  field: string
  label: string
  /** As kept; null where nothing is recorded. */
  raw: string | null
}

const idOf = (field: string) => `fact-${field}`

/** One fact, typed. What was typed stays after a mistake, and where somebody else changed the fact meanwhile. */
export function FactForm({ file, fact, onDone, onCancel }: DecisionFormProps & { fact: EditedFact }) {
  const field = fact.field as PersonField
  const { kind } = PERSON_FIELDS[field]
  const [date, setDate] = useState<TypedDate>(
    kind === 'date' && isCivilDate(fact.raw) ? typedFrom(fact.raw) : NO_DATE,
  )
  const [text, setText] = useState(kind === 'date' ? '' : (fact.raw ?? ''))
  const [reason, setReason] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('facts.change')
  const at = (name: string) => messageAt(mistakes, command.error, name)
  const label = fact.raw === null ? `What is the ${fact.label}?` : `What should the ${fact.label} be?`

  async function save() {
    command.clear()
    const read = new FormReader()
    const value = kind === 'date' ? (isBlankDate(date) ? '' : read.date('value', date, fact.label)) : text
    setMistakes(read.mistakes)
    if (!read.isSound || value === null) return
    const done = await command.run({
      personId: file.personId,
      field: field as Field,
      value: value.trim() === '' ? null : value,
      reason,
      // Asked again after a conflict, the case as it is shown by then has been seen.
      seen: file.version,
    })
    if (done !== undefined) onDone(`${fact.label} was saved.`)
  }

  return (
    <DecisionForm
      title={fact.raw === null ? `Record ${fact.label}` : `Change ${fact.label}`}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save="Save"
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <Recorded file={file} field={fact.field} />
      <ValueInput
        field={field}
        label={label}
        text={text}
        date={date}
        onText={setText}
        onDate={setDate}
        error={at('value')}
        part={mistakes['value']?.part}
      />
      <TextArea
        id={idOf('reason')}
        label="Why is it changed?"
        hint="Needed for release, sentence and parole dates, legal status, recall and region. Optional otherwise. Never victim details."
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={at('reason')}
      />
    </DecisionForm>
  )
}

/** What is recorded now and where it came from: a list may bring something newer while the form is open. */
function Recorded({ file, field }: { file: DecisionFormProps['file']; field: string }) {
  const now = file.facts.find((fact) => fact.field === field)
  if (now === undefined)
    return <p>Nothing is recorded now. A list will not change what you type without asking.</p>
  return (
    <p>
      Recorded now: <strong>{now.value}</strong>, from {now.source}. A list will not change what you type
      without asking. Leave it empty to say it has no value.
    </p>
  )
}

function ValueInput(props: {
  field: PersonField
  label: string
  text: string
  date: TypedDate
  onText: (text: string) => void
  onDate: (date: TypedDate) => void
  error: string | undefined
  part: keyof TypedDate | undefined
}) {
  const { field, label, text, date, onText, onDate, error, part } = props
  const { kind } = PERSON_FIELDS[field]
  const id = idOf('value')
  const choices = FACT_CHOICES[field]
  if (kind === 'date')
    return (
      <DateInput
        id={id}
        label={label}
        hint="For example, 27 3 2026"
        value={date}
        onChange={onDate}
        error={error}
        errorPart={part}
      />
    )
  if (kind === 'boolean')
    return (
      <Radios
        id={id}
        label={label}
        choices={[
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]}
        value={text === '' ? null : text}
        onChoose={onText}
        error={error}
        inline
      />
    )
  if (choices !== undefined)
    return (
      <Select
        id={id}
        label={label}
        value={text}
        onChange={(event) => onText(event.target.value)}
        options={[['', 'Not known'], ...Object.entries(choices)]}
        error={error}
      />
    )
  return (
    <TextInput
      id={id}
      label={label}
      value={text}
      onChange={(event) => onText(event.target.value)}
      autoComplete="off"
      error={error}
    />
  )
}

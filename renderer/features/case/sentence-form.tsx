import { useState } from 'react'
import {
  SENTENCE_STATUSES,
  TERM_KINDS,
  TERM_WORDS,
  type SentenceStatus,
  type Term,
  type TermKind,
} from '../../../domain/sentences/sentence.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { Fieldset } from '../../components/form/field.tsx'
import { Select, TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import type { SentenceRecord } from './sentence.tsx'

const idOf = (field: string) => `sentence-${field}`
const UNITS = ['years', 'months', 'weeks', 'days'] as const
type Typed = Record<(typeof UNITS)[number], string>

const typedTerm = (term: Term | undefined): Typed => ({
  years: term === undefined || term.years === 0 ? '' : String(term.years),
  months: term === undefined || term.months === 0 ? '' : String(term.months),
  weeks: term === undefined || term.weeks === 0 ? '' : String(term.weeks),
  days: term === undefined || term.days === 0 ? '' : String(term.days),
})

const isBlank = (typed: Typed) => UNITS.every((unit) => typed[unit].trim() === '')

/** A term as typed; null, with the mistake noted, where a part is no whole number. */
function readTerm(read: FormReader, kind: TermKind, typed: Typed): Term | null {
  const term: Term = { kind, years: 0, months: 0, weeks: 0, days: 0 }
  for (const unit of UNITS) {
    const text = typed[unit].trim()
    if (text === '') continue
    if (!/^\d{1,4}$/.test(text)) {
      read.refuse(kind, `${TERM_WORDS[kind]}: ${unit} must be a whole number`)
      return null
    }
    term[unit] = Number(text)
  }
  return term
}

/** A sentence with its terms, recorded or changed. What was typed stays after a mistake and after a conflict. */
export function SentenceForm({
  file,
  sentence,
  others,
  onDone,
  onCancel,
}: DecisionFormProps & { sentence: SentenceRecord | null; others: readonly SentenceRecord[] }) {
  const [offence, setOffence] = useState(sentence?.offence ?? '')
  const [court, setCourt] = useState(sentence?.court ?? '')
  const [started, setStarted] = useState(sentence === null ? NO_DATE : typedFrom(sentence.startedOn))
  const [kind, setKind] = useState(sentence?.indeterminate === true ? 'indeterminate' : 'determinate')
  const [terms, setTerms] = useState<Record<TermKind, Typed>>(
    () =>
      Object.fromEntries(
        TERM_KINDS.map((each) => [each, typedTerm(sentence?.terms.find((term) => term.kind === each))]),
      ) as Record<TermKind, Typed>,
  )
  const [after, setAfter] = useState(sentence?.consecutiveTo ?? '')
  const [status, setStatus] = useState<string>(sentence?.status ?? 'active')
  const [note, setNote] = useState(sentence?.note ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [opened] = useState(sentence?.recordId ?? null)
  const command = useCommand('records.saveSentence')
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function save() {
    command.clear()
    const read = new FormReader()
    const startedOn = read.date('startedOn', started, 'the start of the sentence')
    const typed = TERM_KINDS.flatMap((each) =>
      isBlank(terms[each]) ? [] : (readTerm(read, each, terms[each]) ?? []),
    )
    if (kind === 'determinate' && isBlank(terms.custodial))
      read.refuse('custodial', 'Enter the custodial term, or say that the sentence is indeterminate')
    setMistakes(read.mistakes)
    if (!read.isSound || startedOn === null) return
    const done = await command.run({
      personId: file.personId,
      subject: sentence?.subject ?? null,
      // Asked again after a conflict, the record as it is shown by then has been seen.
      seen: command.error?.code === 'conflict' ? (sentence?.recordId ?? null) : opened,
      offence,
      startedOn,
      indeterminate: kind === 'indeterminate',
      terms: typed,
      consecutiveTo: after === '' ? null : after,
      court,
      status: status as SentenceStatus,
      note,
    })
    if (done !== undefined)
      onDone(sentence === null ? 'The sentence was recorded.' : 'The sentence was changed.')
  }

  return (
    <DecisionForm
      title={sentence === null ? 'Record a sentence' : 'Change the sentence'}
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
        id={idOf('startedOn')}
        label="When did it begin?"
        hint="For example, 14 3 2025"
        value={started}
        onChange={setStarted}
        error={at('startedOn')}
        errorPart={mistakes['startedOn']?.part}
      />
      <Radios
        id={idOf('kind')}
        label="What kind of sentence is it?"
        choices={[
          { value: 'determinate', label: 'With a term' },
          { value: 'indeterminate', label: 'Life, IPP or other indeterminate' },
        ]}
        value={kind}
        onChoose={setKind}
        small
      />
      {TERM_KINDS.map((each) => (
        <TermInput
          key={each}
          kind={each}
          typed={terms[each]}
          onChange={(typed) => setTerms({ ...terms, [each]: typed })}
          error={at(each)}
        />
      ))}
      <TextInput
        id={idOf('offence')}
        label="Offence (optional)"
        value={offence}
        maxLength={200}
        onChange={(event) => setOffence(event.target.value)}
        error={at('offence')}
        autoComplete="off"
      />
      <TextInput
        id={idOf('court')}
        label="Court (optional)"
        value={court}
        maxLength={100}
        onChange={(event) => setCourt(event.target.value)}
        error={at('court')}
        autoComplete="off"
      />
      <Select
        id={idOf('consecutiveTo')}
        label="Does it begin after another sentence?"
        value={after}
        onChange={(event) => setAfter(event.target.value)}
        options={[
          ['', 'No, it runs with the others'],
          ...others
            .filter(({ subject }) => subject !== sentence?.subject)
            .map(({ subject, words }) => [subject, `After: ${words}`] as const),
        ]}
        error={at('consecutiveTo')}
      />
      <Radios
        id={idOf('status')}
        label="Is it still being served?"
        choices={SENTENCE_STATUSES.map((value) => ({
          value,
          label: value === 'active' ? 'Yes, it is active' : 'No, it has been served',
        }))}
        value={status}
        onChoose={setStatus}
        small
      />
      <TextArea
        id={idOf('note')}
        label="Note (optional)"
        hint="Never victim details."
        rows={2}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        error={at('note')}
      />
    </DecisionForm>
  )
}

function TermInput(props: {
  kind: TermKind
  typed: Typed
  onChange: (typed: Typed) => void
  error: string | undefined
}) {
  const { kind, typed, onChange, error } = props
  const id = idOf(kind)
  return (
    <Fieldset
      id={`${id}-term`}
      label={kind === 'custodial' ? TERM_WORDS[kind] : `${TERM_WORDS[kind]} (optional)`}
      hint="As the court said it; leave out what it did not say."
      error={error}
    >
      <div className="govuk-date-input">
        {UNITS.map((unit, at) => (
          <div className="govuk-date-input__item" key={unit}>
            <label className="govuk-label govuk-date-input__label" htmlFor={at === 0 ? id : `${id}-${unit}`}>
              {unit.charAt(0).toUpperCase() + unit.slice(1)}
            </label>
            <input
              className={`govuk-input govuk-date-input__input govuk-input--width-3${error ? ' govuk-input--error' : ''}`}
              id={at === 0 ? id : `${id}-${unit}`}
              inputMode="numeric"
              type="text"
              autoComplete="off"
              value={typed[unit]}
              onChange={(event) => onChange({ ...typed, [unit]: event.target.value })}
              {...(error ? { 'aria-invalid': true } : {})}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

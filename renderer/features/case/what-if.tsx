import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput, datePartId } from '../../components/form/date-input.tsx'
import { Select } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { KeyCaps } from '../../components/layout/key-caps.tsx'
import type { CaseFile } from './case-file.ts'
import {
  DATE_WORDS,
  EMPTY_FORM,
  readWhatIf,
  RELEASE_CHOICES,
  type ChangeKind,
  type Mistake,
  type WhatIfForm,
  type Which,
} from './what-if-form.ts'
import { WhatIfResult } from './what-if-result.tsx'

const KEYS = 'Alt+W'
const FIRST = 'what-if-kind'

const CHOICES: readonly { value: ChangeKind; label: string }[] = [
  { value: 'early_allocation', label: 'Early allocation granted' },
  { value: 'parole_date', label: 'Parole date set' },
  { value: 'recalled', label: 'Recalled' },
  { value: 'release', label: 'Release moves' },
  { value: 'hearing_date', label: 'Hearing date' },
  { value: 'rules', label: 'Other rules' },
]

/** An answer belongs to the facts it was worked out from: when the case changes it goes. */
interface Answered {
  file: CaseFile
  outcome: OutputOf<'case.whatIf'>
}

/** What one change would do to this case. Asked by a button, not by the choice: every question is written to the audit log. */
export function WhatIf({ file }: { file: CaseFile }) {
  const [form, setForm] = useState<WhatIfForm>(EMPTY_FORM)
  const [mistake, setMistake] = useState<Mistake | null>(null)
  const [answered, setAnswered] = useState<Answered | null>(null)
  const ask = useCommand('case.whatIf')
  usePageActions([{ id: 'what-if', label: 'What if', shortcut: KEYS, run: focusChoice }])

  function change(next: Partial<WhatIfForm>) {
    setForm({ ...form, ...next })
    setMistake(null)
    setAnswered(null)
    ask.clear()
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    ask.clear()
    setAnswered(null)
    const read = readWhatIf(form)
    setMistake('mistake' in read ? read.mistake : null)
    if (!('change' in read)) return
    const outcome = await ask.run({ personId: file.personId, change: read.change })
    if (outcome !== undefined) setAnswered({ file, outcome })
  }

  const refused = ask.error?.fields['change.to'] ?? ask.error?.fields['change.postRecallRelease']
  const atDate = mistake ?? (refused === undefined ? null : { message: refused, part: 'day' as const })
  return (
    <section className="desk-box desk-whatif" aria-labelledby="what-if-title">
      <div className="desk-whatif__head">
        <h2 className="desk-box__title" id="what-if-title">
          What if
        </h2>
        <span className="desk-second desk-second--inline">nothing is saved</span>
        <KeyCaps keys={KEYS} />
      </div>
      <ErrorSummary errors={errorsOf(atDate, ask.error?.message)} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Radios
          id={FIRST}
          label={<span className="govuk-visually-hidden">What if</span>}
          small
          choices={CHOICES}
          value={form.kind}
          onChoose={(kind) => change({ kind: kind as ChangeKind })}
        />
        <Particulars form={form} mistake={atDate} onChange={change} />
        <Button type="submit" kind="secondary">
          {ask.running ? 'Working it out…' : 'Work it out'}
        </Button>
      </form>
      <div aria-live="polite" className="desk-whatif__live">
        {answered?.file === file && <WhatIfResult outcome={answered.outcome} />}
      </div>
    </section>
  )
}

/** The day, the release or the rules a change is about. */
function Particulars(props: {
  form: WhatIfForm
  mistake: Mistake | null
  onChange: (next: Partial<WhatIfForm>) => void
}) {
  const { form, mistake, onChange } = props
  const { ruleSets } = useSession()
  const words = DATE_WORDS[form.kind]
  return (
    <>
      {form.kind === 'release' && (
        <Select
          id="what-if-which"
          label="Which date"
          options={RELEASE_CHOICES}
          value={form.which}
          onChange={(event) => onChange({ which: event.target.value as Which })}
        />
      )}
      {form.kind === 'rules' && (
        <Select
          id="what-if-rules"
          label="Which rules"
          options={ruleSets.map(({ id, name }) => [id, name] as const)}
          value={form.ruleSet}
          onChange={(event) => onChange({ ruleSet: event.target.value })}
        />
      )}
      {words !== undefined && (
        <DateInput
          id="what-if-date"
          label={words.label}
          hint="For example, 27 3 2027"
          value={form.date}
          onChange={(date) => onChange({ date })}
          error={mistake?.message}
          errorPart={mistake?.part}
        />
      )}
    </>
  )
}

function errorsOf(atDate: Mistake | null, failure: string | undefined): FieldError[] {
  if (atDate !== null) return [{ message: atDate.message, field: datePartId('what-if-date', atDate.part) }]
  return failure === undefined ? [] : [{ message: failure }]
}

/** The choice made, which is where the arrow keys go on from. */
function focusChoice() {
  document.querySelector<HTMLElement>(`input[name="${FIRST}"]:checked`)?.focus()
}

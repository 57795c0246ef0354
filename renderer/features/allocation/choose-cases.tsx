import { useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../api/use-command.ts'
import { ErrorMessage } from '../../components/form/field.tsx'
import { RowChoice } from '../../components/form/row-choice.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page } from '../../components/layout/page.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showTableDate } from '../../components/text/show-date.ts'
import { PomTable } from './pom-table.tsx'
import {
  keyOf,
  recommendedWords,
  riskWords,
  type CaseToChoose,
  type Chosen,
  type From,
  type Proposal,
} from './to-hand-over.ts'

const idOf = (field: string) => `hand-over-${field}`

interface ChooseProps {
  from: From | null
  title: string
  cases: readonly CaseToChoose[]
  poms: Proposal['poms']
  /** What was chosen before, for somebody who came back. */
  before: Chosen | null
  onProposed: (chosen: Chosen, proposal: Proposal) => void
}

/** Which cases, to whom and why. All cases are chosen to begin with; nothing is written here. */
export function ChooseCases({ from, title, cases, poms, before, onProposed }: ChooseProps) {
  const [keys, setKeys] = useState<readonly string[]>(before?.cases ?? cases.map(keyOf))
  const [to, setTo] = useState<readonly string[]>(before?.to ?? [])
  const [reason, setReason] = useState(before?.reason ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('allocation.propose')
  const errors = summaryOf(mistakes, idOf, command.error)
  const at = (field: string) => messageAt(mistakes, command.error, field)

  async function go(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const picked = cases.filter((one) => keys.includes(keyOf(one)))
    if (picked.length === 0) read.refuse('cases', 'Choose at least one case')
    if (to.length === 0) read.refuse('to', 'Choose at least one POM')
    const why = from === null ? reason.trim() : read.text('reason', reason, 'why the cases change hands', 200)
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const asked = picked.map(({ personId, role }) => ({ personId, role }))
    const proposal = await command.run({ from: from?.staffId ?? null, cases: asked, to: [...to] })
    if (proposal !== undefined) onProposed({ cases: keys, to, reason: why }, proposal)
  }

  return (
    <Page key="choose" name="hand-over" title={title} heading={title} mistaken={errors.length > 0}>
      <form className="desk-handover" onSubmit={(event) => void go(event)} noValidate>
        <ErrorSummary errors={errors} />
        <p>Nothing is written before you have looked through who gets which case.</p>
        <CaseTable cases={cases} keys={keys} onChange={setKeys} error={at('cases')} />
        <PomTable
          id={idOf('to')}
          label="To whom?"
          hint="One or several. Cases are shared by kind of POM, days worked and cases held; you can change each."
          several
          poms={poms}
          chosen={to}
          onChoose={setTo}
          error={at('to')}
        />
        <TextInput
          id={idOf('reason')}
          label={from === null ? 'Note for the record (optional)' : 'Why do the cases change hands?'}
          hint="It stays with every one of the cases: never victim or health details."
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={at('reason')}
        />
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Sharing…' : 'Continue'}</Button>
          <Link to={from === null ? '/allocation' : `/staff/${from.staffId}`}>Cancel</Link>
        </div>
      </form>
    </Page>
  )
}

function CaseTable(props: {
  cases: readonly CaseToChoose[]
  keys: readonly string[]
  onChange: (keys: readonly string[]) => void
  error: string | undefined
}) {
  const { cases, keys, onChange, error } = props
  const id = idOf('cases')
  const isMixed = cases.some(({ role }) => role === 'co_pom')
  const turn = (key: string) =>
    onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])
  return (
    <fieldset className={`govuk-fieldset govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <legend className="govuk-fieldset__legend">Which cases?</legend>
      {error && <ErrorMessage id={id}>{error}</ErrorMessage>}
      <p className="desk-handover__count">
        <output aria-live="polite">
          {cases.filter((one) => keys.includes(keyOf(one))).length} of {cases.length} chosen
        </output>
        <button type="button" className="desk-link-button" onClick={() => onChange(cases.map(keyOf))}>
          Choose all
        </button>
        <button type="button" className="desk-link-button" onClick={() => onChange([])}>
          Choose none
        </button>
      </p>
      <ScrollPane label="Cases to choose from">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Cases to choose from</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {isMixed && <th scope="col">Held as</th>}
              <th scope="col">Tier · RoSH</th>
              <th scope="col">Handover</th>
              <th scope="col">Recommended</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one, at) => {
              const key = keyOf(one)
              const inputId = at === 0 ? id : `${id}-${at + 1}`
              return (
                <tr key={key}>
                  <th scope="row">
                    <RowChoice
                      kind="checkboxes"
                      id={inputId}
                      name={id}
                      checked={keys.includes(key)}
                      onTurn={() => turn(key)}
                      label={
                        <>
                          {one.name} <span className="desk-quiet">{one.prisonNumber}</span>
                        </>
                      }
                    />
                  </th>
                  {isMixed && <td>{one.role === 'pom' ? 'POM' : 'Co-working POM'}</td>}
                  <td className="desk-nowrap">{riskWords(one)}</td>
                  <td className="desk-nowrap">{one.handover && showTableDate(one.handover)}</td>
                  <td>{recommendedWords(one)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollPane>
    </fieldset>
  )
}

import { useState, type FormEvent } from 'react'
import { needsReason, reasonMistake } from '../../../domain/allocation/allocation.ts'
import { useCommand } from '../../api/use-command.ts'
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
import { NOT_OVERRIDDEN, OverriddenFields, overriddenOf } from './overridden-fields.tsx'
import { ReceiverTable } from './receiver-table.tsx'
import { keyOf, NOBODY, type Done, type From, type Proposal, type Row } from './to-hand-over.ts'
import { WhoGetsHowMany } from './who-gets-how-many.tsx'

const idOf = (field: string) => `check-${field}`

/** Who gets which case, to be looked through and changed; then written together or not at all. */
export function CheckHandOver(props: {
  from: From | null
  proposal: Proposal
  reason: string
  onDone: (done: Done) => void
  onBack: () => void
}) {
  const { from, proposal, reason, onDone, onBack } = props
  const [to, setTo] = useState<ReadonlyMap<string, string>>(
    () => new Map(proposal.rows.map((row) => [keyOf(row), row.to ?? ''])),
  )
  const [typed, setTyped] = useState(NOT_OVERRIDDEN)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('allocation.handOver')
  const rows = proposal.rows.map((row): Row => {
    const receiver = to.get(keyOf(row)) ?? ''
    const pom = proposal.poms.find(({ staffId }) => staffId === receiver) ?? null
    const against = row.role === 'pom' && pom !== null && needsReason(row.recommended, pom.kind)
    return { ...row, key: keyOf(row), receiver, pom, against }
  })
  const against = rows.filter((row) => row.against)
  const errors = summaryOf(mistakes, idOf, command.error)
  const count = rows.length === 1 ? '1 case' : `${rows.length} cases`
  const verb = from === null ? 'Allocate' : 'Hand over'

  async function write(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const without = rows.find(({ receiver }) => receiver === '')
    if (without !== undefined) read.refuse(`to-${without.key}`, `Choose a POM for ${without.name}`)
    const overridden = against.length > 0 ? overriddenOf(typed) : null
    const mistake = against.length > 0 ? reasonMistake(overridden) : null
    if (mistake !== null) read.refuse(mistake.field, mistake.message)
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const cases = rows.map(({ personId, role, version, receiver }) => ({
      personId,
      role,
      version,
      to: receiver === NOBODY ? null : receiver,
    }))
    const done = await command.run({ from: from?.staffId ?? null, cases, reason, overridden })
    if (done !== undefined)
      onDone({
        rows: rows.map(({ name, prisonNumber, personId, role, pom }) => ({
          name,
          prisonNumber,
          personId,
          role,
          to: pom?.name ?? null,
        })),
      })
  }

  return (
    <Page
      key="check"
      name="hand-over-check"
      title={`${verb} ${count}: check`}
      heading="Check who gets which case: nothing is written yet"
      mistaken={errors.length > 0}
    >
      <form className="desk-handover" onSubmit={(event) => void write(event)} noValidate>
        <ErrorSummary errors={errors} />
        <p>
          {count}
          {from === null ? ' without a POM' : ` of ${from.name}`}.{reason === '' ? '' : ` Because: ${reason}`}
        </p>
        <WhoGetsHowMany rows={rows} poms={proposal.poms} />
        <ReceiverTable
          rows={rows}
          poms={proposal.poms}
          idOf={(key) => idOf(`to-${key}`)}
          errorAt={(key) => mistakes[`to-${key}`]?.message}
          onChange={(key, receiver) => setTo(new Map(to).set(key, receiver))}
        />
        {against.length > 0 && (
          <OverriddenFields
            idOf={idOf}
            label={
              against.length === 1
                ? '1 case needs a reason: why this POM?'
                : `${against.length} cases need a reason: why these POMs?`
            }
            hint="Another kind of POM is recommended, or none could be. The reason is kept with each."
            typed={typed}
            onChange={setTyped}
            errorAt={(field) => messageAt(mistakes, command.error, field)}
          />
        )}
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Writing…' : `${verb} ${count}`}</Button>
          <button type="button" className="desk-link-button" onClick={onBack}>
            Back to the choice
          </button>
        </div>
        <p className="desk-second">One step: all of them, or none where any of them changed meanwhile.</p>
      </form>
    </Page>
  )
}

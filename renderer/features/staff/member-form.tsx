import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { StaffKind, StaffStatus } from '../../../domain/model/staff-member.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
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
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { FULL_TIME, HalfDays } from './half-days.tsx'

export type StaffRow = OutputOf<'staff.show'>['row']

const idOf = (field: string) => `staff-${field}`
const KINDS = [
  { value: 'prison', label: 'Prison POM', hint: 'A prison officer' },
  { value: 'probation', label: 'Probation POM', hint: 'A probation officer' },
]
const STATUSES = [
  { value: 'active', label: 'Takes new cases' },
  { value: 'unavailable', label: 'Takes no new cases', hint: 'Keeps those they have' },
]

/** Adds a POM, or changes one. Somebody who left comes back by taking cases again. */
export function MemberForm(props: {
  /** Null adds somebody. */
  row: StaffRow | null
  name?: string
  onFinish: (words: string) => void
}) {
  const { row, onFinish } = props
  const [name, setName] = useState(row?.name ?? props.name ?? '')
  const [kind, setKind] = useState<string | null>(row?.kind ?? null)
  const [status, setStatus] = useState<string | null>(row === null ? 'active' : row.status)
  const [halfDays, setHalfDays] = useState<readonly boolean[]>(row?.halfDays ?? FULL_TIME)
  const [email, setEmail] = useState(row?.email ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('staff.save')
  const [seq] = useState(row?.seq ?? null)
  const errors = summaryOf(mistakes, idOf, command.error)
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const title = row === null ? 'Add a POM' : `Change ${row.name}`

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const named = read.text('name', name, 'the name', 100)
    if (kind === null) read.refuse('kind', 'Choose prison or probation POM')
    if (!halfDays.includes(true)) read.refuse('halfDays', 'Choose at least one half day')
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const done = await command.run({
      staffId: row?.staffId ?? null,
      seq,
      name: named,
      kind: kind as StaffKind,
      status: status as StaffStatus,
      halfDays: [...halfDays],
      email: email.trim(),
    })
    if (done !== undefined) onFinish(row === null ? `${named} was added.` : `${named}’s record was changed.`)
  }

  return (
    <Page name="staff-form" title={title} heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>{title}</PageHeading>
        <TextInput
          id={idOf('name')}
          label="Full name"
          hint="As lists write it: cases are found by it. Letter case and order do not count"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={at('name')}
          autoComplete="off"
        />
        <Radios
          id={idOf('kind')}
          label="Kind"
          small
          choices={KINDS}
          value={kind}
          onChoose={setKind}
          error={at('kind')}
        />
        <HalfDays id={idOf('halfDays')} value={halfDays} onChange={setHalfDays} error={at('halfDays')} />
        <Radios
          id={idOf('status')}
          label="New cases"
          small
          choices={row?.status === 'left' ? [...STATUSES, { value: 'left', label: 'Has left' }] : STATUSES}
          value={status}
          onChoose={setStatus}
          error={at('status')}
        />
        <TextInput
          id={idOf('email')}
          label="Email (optional)"
          hint="Goes into the case with the name"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={at('email')}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Save'}</Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}

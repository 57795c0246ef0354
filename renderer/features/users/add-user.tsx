import { useState, type FormEvent } from 'react'
import { SHORTEST_PASSPHRASE } from '../../../domain/model/passphrase.ts'
import { ROLE_NAMES, ROLES, type Role } from '../../../domain/model/role.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { PassphraseInput, TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { checkPassphrasePair } from './passphrase-rules.ts'

const ROLE_HINTS: Record<Role, string> = {
  head_of_omu: 'Sees and changes everything, and adds and disables users',
  pom: 'Begins with their own cases; records tasks and exports packs',
  case_administrator: 'Imports extracts; records tasks and exports packs',
  pre_release_team: 'Sees every case; changes nothing',
  read_only: 'Sees every case; changes nothing',
}

interface Form {
  name: string
  role: Role | null
  first: string
  second: string
}

type Mistakes = Partial<Record<keyof Form, string>>

/** A new user with a first passphrase, which the head of OMU tells them and they change. */
export function AddUser({ onFinish }: { onFinish: (words: string) => void }) {
  const [form, setForm] = useState<Form>({ name: '', role: null, first: '', second: '' })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const add = useCommand('users.add')
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })

  async function submit(event: FormEvent) {
    event.preventDefault()
    add.clear()
    const found = check(form)
    setMistakes(found)
    if (Object.keys(found).length > 0 || form.role === null) return
    const name = form.name.trim()
    const added = await add.run({ name, role: form.role, passphrase: form.first })
    if (added) onFinish(`${name} was added. Tell them the passphrase in person, and ask them to change it.`)
  }

  const errors = [
    ...Object.entries(mistakes).map(([field, message]): FieldError => ({ message, field: `user-${field}` })),
    ...(add.error ? [{ message: add.error.message }] : []),
  ]
  return (
    <Page name="users-add" title="Add a user" heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>Add a user</PageHeading>
        <TextInput
          id="user-name"
          label="Full name"
          hint="As extracts name them: a POM’s own cases are found by it"
          value={form.name}
          onChange={(event) => set({ name: event.target.value })}
          error={mistakes.name}
          autoComplete="off"
        />
        <Radios
          id="user-role"
          label="Role"
          small
          value={form.role}
          onChoose={(role) => set({ role: role as Role })}
          error={mistakes.role}
          choices={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role], hint: ROLE_HINTS[role] }))}
        />
        <PassphraseInput
          id="user-first"
          label="First passphrase"
          hint={`${SHORTEST_PASSPHRASE} characters or more. Three or four unconnected words are easier to remember and harder to guess`}
          value={form.first}
          onChange={(event) => set({ first: event.target.value })}
          error={mistakes.first}
          autoComplete="new-password"
        />
        <PassphraseInput
          id="user-second"
          label="First passphrase again"
          value={form.second}
          onChange={(event) => set({ second: event.target.value })}
          error={mistakes.second}
          autoComplete="new-password"
        />
        <div className="desk-actions">
          <Button type="submit">{add.running ? 'Adding…' : 'Add user'}</Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}

function check(form: Form): Mistakes {
  const found: Mistakes = {}
  if (form.name.trim() === '') found.name = 'Enter their full name'
  else if (form.name.trim().length > 100) found.name = 'Full name must be 100 characters or fewer'
  if (form.role === null) found.role = 'Select a role'
  return { ...found, ...checkPassphrasePair(form, 'a first passphrase') }
}

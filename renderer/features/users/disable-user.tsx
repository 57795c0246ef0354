import { useState, type FormEvent } from 'react'
import { ROLE_NAMES } from '../../../domain/model/role.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Checkboxes } from '../../components/form/choices.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'

/** Stopping somebody unlocking, on a page of its own: what it does, and a box to tick before it is done. */
export function DisableUser({ userId, onFinish }: { userId: string; onFinish: (words: string) => void }) {
  const { data, error } = useQuery('users.list', {})
  const user = data?.find((each) => each.userId === userId)
  const [sure, setSure] = useState<string[]>([])
  const [unsure, setUnsure] = useState(false)
  const disable = useCommand('users.disable')

  async function submit(event: FormEvent) {
    event.preventDefault()
    disable.clear()
    setUnsure(sure.length === 0)
    if (sure.length === 0 || !user) return
    const done = await disable.run({ userId })
    if (done) onFinish(`${user.name} can no longer unlock this desk.`)
  }

  const errors: FieldError[] = []
  if (unsure) errors.push({ message: 'Tick the box to confirm', field: 'sure' })
  if (disable.error) errors.push({ message: disable.error.message })
  if (data && !user)
    return (
      <Page name="users-disable" title="Disable a user" heading="There is no such user">
        <p>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Back to users
          </button>
        </p>
      </Page>
    )
  return (
    <Page
      name="users-disable"
      title={user ? `Disable ${user.name}` : 'Disable a user'}
      heading={user || !error ? null : 'Disable a user'}
      ready={user !== undefined}
      error={error}
      mistaken={errors.length > 0}
    >
      {user && (
        <form className="desk-form" onSubmit={(event) => void submit(event)} noValidate>
          <ErrorSummary errors={errors} />
          <PageHeading>Disable {user.name}</PageHeading>
          <p>
            {user.name}, {ROLE_NAMES[user.role]}.
          </p>
          <WarningText>They will not be able to unlock this desk again, from now on.</WarningText>
          <p>
            What they recorded stays, under their name. Their cases stay allocated to them until an extract
            says otherwise. If they may have kept a copy of the desk, make a new one and tell your information
            assurance lead: disabling cannot lock a copy.
          </p>
          <Checkboxes
            id="sure"
            label="Confirm"
            values={sure}
            onChange={setSure}
            error={unsure ? 'Tick the box to confirm' : undefined}
            choices={[{ value: 'yes', label: `Yes, ${user.name} should no longer unlock this desk` }]}
          />
          <div className="desk-actions">
            <Button kind="warning" type="submit">
              {disable.running ? 'Disabling…' : 'Disable user'}
            </Button>
            <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </Page>
  )
}

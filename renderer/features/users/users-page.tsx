import '../../styles/pieces.scss'
import './users.scss'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { AddUser } from './add-user.tsx'
import { ChangePassphrase } from './change-passphrase.tsx'
import { DisableUser } from './disable-user.tsx'
import { UserList } from './user-list.tsx'

/** Who can unlock this desk, for the head of OMU; one's own passphrase, for everybody. */
export default function UsersPage() {
  const head = useHasRole('head_of_omu')
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const disabling = search.get('disable')
  if (head && disabling !== null) return <DisableUser key={disabling} userId={disabling} onFinish={finish} />
  if (head && search.has('add')) return <AddUser key="add" onFinish={finish} />
  if (search.has('passphrase')) return <ChangePassphrase key="passphrase" onFinish={finish} />
  return (
    <Page
      key="list"
      name="users"
      title={head ? 'Users' : 'Your passphrase'}
      heading={head ? 'Users' : 'Your passphrase'}
    >
      {outcome !== '' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{outcome}</p>
        </NotificationBanner>
      )}
      {head && <UserList />}
      <OwnPassphrase head={head} />
    </Page>
  )
}

function OwnPassphrase({ head }: { head: boolean }) {
  return (
    <div className="desk-prose">
      {head && <h2 className="desk-section__title">Your passphrase</h2>}
      <p>
        Your passphrase unlocks this desk as you. Nobody can read it: a forgotten one is replaced with the
        printed recovery key.{head ? '' : ' The head of OMU adds and disables users.'}
      </p>
      <p>
        <Button kind="secondary" to="?passphrase">
          Change my passphrase
        </Button>
      </p>
    </div>
  )
}

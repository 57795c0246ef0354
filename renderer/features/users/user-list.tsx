import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { ROLE_NAMES } from '../../../domain/model/role.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { showMoment } from '../../components/text/show-date.ts'

type User = OutputOf<'users.list'>[number]

/** Everybody who can, or once could, unlock this desk. */
export function UserList() {
  const { data, error } = useQuery('users.list', {})
  const { user } = useSession()
  if (error && !data)
    return <ErrorSummary title="The list cannot be shown" errors={[{ message: error.message }]} />
  if (!data) return null
  const active = data.filter((each) => !each.disabled).length
  return (
    <div className="desk-users">
      <div className="desk-actions">
        <Button to="?add">Add a user</Button>
      </div>
      <Table
        name="users"
        caption={`${active} can unlock this desk${active < data.length ? `, ${data.length - active} disabled` : ''}`}
        columns={columns(user?.userId)}
        rows={data}
        rowKey={(row) => row.userId}
      />
    </div>
  )
}

const columns = (self: string | undefined): readonly Column<User>[] => [
  {
    key: 'name',
    head: 'Name',
    rowHead: true,
    cell: (row) => (
      <>
        <strong>{row.name}</strong>
        {row.userId === self && <span className="desk-second desk-second--inline"> you</span>}
      </>
    ),
  },
  { key: 'role', head: 'Role', cell: (row) => ROLE_NAMES[row.role] },
  {
    key: 'last',
    head: 'Last unlocked',
    cell: (row) =>
      row.lastUnlockedAt === null ? (
        <span className="desk-quiet">never</span>
      ) : (
        showMoment(row.lastUnlockedAt)
      ),
  },
  {
    key: 'state',
    head: 'State',
    cell: (row) =>
      row.disabled ? <Tag text="Disabled" tone="unknown" /> : <Tag text="Active" tone="fact" />,
  },
  {
    key: 'disable',
    head: <span className="govuk-visually-hidden">Change</span>,
    cell: (row) =>
      row.disabled || row.userId === self ? null : (
        <Link to={`?disable=${row.userId}`}>
          Disable <span className="govuk-visually-hidden">{row.name}</span>
        </Link>
      ),
  },
]

import { Link, useLocation } from 'react-router'
import type { Role } from '../../domain/model/role.ts'
import type { SessionStatus } from '../api/use-session.ts'
import { useScope } from '../state/use-scope.ts'

type Counts = NonNullable<SessionStatus['counts']>['unit']

interface Area {
  to: string
  label: string
  /** Paths that belong to it. */
  under: string
  count?: (counts: Counts) => number
  roles?: readonly Role[]
}

/** Rules divide daily work, work for the unit, data, and the rest. */
const GROUPS: readonly (readonly Area[])[] = [
  [
    { to: '/today', label: 'Today', under: '/today' },
    {
      to: '/handovers/upcoming',
      label: 'Handovers',
      under: '/handovers',
      count: (counts) => counts.handovers,
    },
    { to: '/calendar', label: 'Calendar', under: '/calendar' },
    {
      to: '/meetings',
      label: 'Meetings',
      under: '/meetings',
      count: (counts) => counts.meetings,
    },
    { to: '/notes', label: 'Case notes', under: '/notes', count: (counts) => counts.notes },
    { to: '/changes', label: 'What changed', under: '/changes' },
    { to: '/caseload', label: 'Caseload', under: '/caseload', count: (counts) => counts.caseload },
    { to: '/ready', label: 'Ready to go', under: '/ready' },
    { to: '/parole', label: 'Parole', under: '/parole' },
    {
      to: '/allocation',
      label: 'Allocation',
      under: '/allocation',
      count: (counts) => counts.waiting,
    },
  ],
  [
    { to: '/chases', label: 'Chases', under: '/chases', count: (counts) => counts.chases },
    {
      to: '/compare',
      label: 'Compare rule sets',
      under: '/compare',
      roles: ['head_of_omu', 'case_administrator', 'read_only'],
    },
    { to: '/rules', label: 'Rules and dates', under: '/rules' },
    { to: '/staff', label: 'Staff', under: '/staff', roles: ['head_of_omu', 'case_administrator'] },
    {
      to: '/differences',
      label: 'Differences',
      under: '/differences',
      count: (counts) => counts.differences,
    },
  ],
  [
    { to: '/movements', label: 'Arrivals', under: '/movements' },
    { to: '/import', label: 'Import', under: '/import', roles: ['head_of_omu', 'case_administrator'] },
    { to: '/sources', label: 'Sources', under: '/sources' },
    {
      to: '/data-quality',
      label: 'Data quality',
      under: '/data-quality',
      count: (counts) => counts.quality,
    },
  ],
  [
    { to: '/users', label: 'Users', under: '/users', roles: ['head_of_omu'] },
    {
      to: '/users',
      label: 'Your passphrase',
      under: '/users',
      roles: ['pom', 'case_administrator', 'pre_release_team', 'read_only'],
    },
    { to: '/help', label: 'Help', under: '/help' },
  ],
]

/** The areas open to this role. Below 900 wide it folds into a menu. */
export function SideNavigation({ status }: { status: SessionStatus }) {
  const role = status.user?.role
  const { scope } = useScope()
  const counts = status.counts?.[scope] ?? undefined
  const groups = GROUPS.map((group) =>
    group.filter((area) => !area.roles || (role !== undefined && area.roles.includes(role))),
  ).filter((group) => group.length > 0)
  return (
    <nav className="moj-side-navigation desk-side" aria-label="Areas" data-landmark tabIndex={-1}>
      {groups.map((group) => (
        <ul className="moj-side-navigation__list" key={group[0]?.to}>
          {group.map((area) => (
            <Item key={area.label} area={area} counts={counts} />
          ))}
        </ul>
      ))}
    </nav>
  )
}

function Item({ area, counts }: { area: Area; counts: Counts | undefined }) {
  const { pathname } = useLocation()
  const here = pathname === area.under || pathname.startsWith(`${area.under}/`)
  const count = counts && area.count?.(counts)
  return (
    <li className={`moj-side-navigation__item${here ? ' moj-side-navigation__item--active' : ''}`}>
      <Link to={area.to} {...(here ? { 'aria-current': 'page' } : {})}>
        {area.label} {count !== undefined && <span className="desk-count">{count}</span>}
      </Link>
    </li>
  )
}

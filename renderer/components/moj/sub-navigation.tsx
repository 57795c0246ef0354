import { Link } from 'react-router'

export interface SubNavigationItem {
  to: string
  label: string
  count?: number
  current: boolean
}

/** Parts of one thing, as real links. Each of `groups` puts a bracket with words over a run of them. */
export function SubNavigation(props: {
  label: string
  items: readonly SubNavigationItem[]
  groups?: readonly { label: string; items: readonly SubNavigationItem[] }[]
}) {
  return (
    <nav
      className={`moj-sub-navigation${props.groups ? ' desk-sub-navigation--grouped' : ''}`}
      aria-label={props.label}
    >
      <Items items={props.items} />
      {props.groups?.map((group) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of links, not of controls
        <div className="desk-sub-navigation__group" role="group" aria-label={group.label} key={group.label}>
          <div className="desk-sub-navigation__bracket" aria-hidden="true">
            {group.label}
          </div>
          <Items items={group.items} />
        </div>
      ))}
    </nav>
  )
}

function Items({ items }: { items: readonly SubNavigationItem[] }) {
  return (
    <ul className="moj-sub-navigation__list">
      {items.map((item) => (
        <li className="moj-sub-navigation__item" key={item.to}>
          <Link
            className="moj-sub-navigation__link"
            to={item.to}
            {...(item.current ? { 'aria-current': 'page' } : {})}
          >
            {item.label} {item.count !== undefined && <span className="desk-count">{item.count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

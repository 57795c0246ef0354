import { Link } from 'react-router'

export interface SubNavigationItem {
  to: string
  label: string
  count?: number
  current: boolean
}

/** Parts of one thing, as real links. `group` puts a bracket with words over a run of them. */
export function SubNavigation(props: {
  label: string
  items: readonly SubNavigationItem[]
  group?: { label: string; items: readonly SubNavigationItem[] }
}) {
  return (
    <nav
      className={`moj-sub-navigation${props.group ? ' desk-sub-navigation--grouped' : ''}`}
      aria-label={props.label}
    >
      <Items items={props.items} />
      {props.group && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of links, not of controls
        <div className="desk-sub-navigation__group" role="group" aria-label={props.group.label}>
          <div className="desk-sub-navigation__bracket" aria-hidden="true">
            {props.group.label}
          </div>
          <Items items={props.group.items} />
        </div>
      )}
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

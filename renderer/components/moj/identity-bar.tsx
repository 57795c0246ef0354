import type { ReactNode } from 'react'

/** Who the case pages speak of: name as the page's h1, facts after it, tags, and what leads to the next person. */
export function IdentityBar(props: {
  name: ReactNode
  facts: readonly ReactNode[]
  tags?: ReactNode
  menu?: ReactNode
}) {
  return (
    <div className="moj-identity-bar">
      <div className="moj-identity-bar__container">
        <div className="moj-identity-bar__details">
          <span className="moj-identity-bar__title">{props.name}</span>
          {props.facts.map((fact, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- facts have no other identity and never reorder
            <span className="desk-identity-fact" key={at}>
              {fact}
            </span>
          ))}
          {props.tags}
        </div>
        {props.menu && <div className="moj-identity-bar__actions">{props.menu}</div>}
      </div>
    </div>
  )
}

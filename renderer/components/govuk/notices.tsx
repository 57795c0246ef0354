import { useId, type ReactNode } from 'react'

/** Set-apart explanation. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>
}

/** Something that must not be missed. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        {children}
      </strong>
    </div>
  )
}

/** How something was worked out, opened on demand. */
export function Details(props: { summary: ReactNode; children: ReactNode; open?: boolean; id?: string }) {
  const { summary, children, open = false, id } = props
  return (
    <details className="govuk-details" open={open} id={id}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}

/** The outcome of what the person just did. Stays until they leave: nothing vanishes by itself. */
export function NotificationBanner(props: {
  kind?: 'success' | 'important'
  title?: string
  children: ReactNode
}) {
  const id = useId()
  const success = props.kind !== 'important'
  return (
    <div
      className={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby={id}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{props.children}</div>
    </div>
  )
}

/** A source that is old, or another doubt about everything below: orange edge, words, the way to mend it. */
export function DoubtBanner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <section className="desk-doubt" aria-label="Old source">
      <svg
        className="desk-doubt__icon"
        viewBox="0 0 24 22"
        width="22"
        height="20"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M12 0 24 22H0Z" fill="currentColor" />
        <path d="M11 7h2v8h-2zm0 10h2v2h-2z" fill="#fff" />
      </svg>
      <div className="desk-doubt__text">{children}</div>
      {action && <div className="desk-doubt__action">{action}</div>}
    </section>
  )
}

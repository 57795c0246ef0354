import { useEffect, useRef } from 'react'

export interface FieldError {
  message: string
  /** Id of the field to go to. */
  field?: string
}

/** What went wrong, at the top, focused when it appears. Each line goes to its field. */
export function ErrorSummary({
  title = 'There is a problem',
  errors,
}: {
  title?: string
  errors: readonly FieldError[]
}) {
  const box = useRef<HTMLDivElement>(null)
  const words = errors.map((error) => error.message).join('\n')
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- focused again when the words are others
  useEffect(() => box.current?.focus(), [words])
  if (errors.length === 0) return null
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.message}>
                {error.field ? <FieldLink field={error.field}>{error.message}</FieldLink> : error.message}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

function FieldLink({ field, children }: { field: string; children: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault()
        const target = document.getElementById(field)
        // The app names a date as a whole, and a group takes no focus: its first field does.
        const control = target?.querySelector<HTMLElement>('input, select, textarea') ?? target
        control?.scrollIntoView?.({ block: 'center' })
        control?.focus()
      }}
    >
      {children}
    </a>
  )
}

import type { ReactNode } from 'react'

export interface FieldProps {
  id: string
  label: ReactNode
  hint?: ReactNode
  /** Shown at the field; the page also lists it in its error summary. */
  error?: string | undefined
}

/** Ids of what describes a field, for `aria-describedby`; empty when there is nothing. */
export function describedBy(field: FieldProps): { 'aria-describedby'?: string } {
  const ids = [field.hint ? `${field.id}-hint` : '', field.error ? `${field.id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}
}

export const Hint = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={`${id}-hint`} className="govuk-hint">
    {children}
  </div>
)

export const ErrorMessage = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={`${id}-error`} className="govuk-error-message">
    <span className="govuk-visually-hidden">Error:</span> {children}
  </p>
)

/** Label, hint and error around one control. */
export function FormGroup(props: FieldProps & { children: ReactNode; className?: string }) {
  const { id, label, hint, error, children, className } = props
  const classes = ['govuk-form-group', error ? 'govuk-form-group--error' : '', className ?? ''].filter(
    Boolean,
  )
  return (
    <div className={classes.join(' ')}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <ErrorMessage id={id}>{error}</ErrorMessage>}
      {children}
    </div>
  )
}

/** A group of controls under one question. */
export function Fieldset(props: FieldProps & { children: ReactNode }) {
  const { id, label, hint, error, children } = props
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" {...describedBy(props)}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {hint && <Hint id={id}>{hint}</Hint>}
        {error && <ErrorMessage id={id}>{error}</ErrorMessage>}
        {children}
      </fieldset>
    </div>
  )
}

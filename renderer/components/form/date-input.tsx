import type { ReactNode } from 'react'
import { splitTypedDate, type TypedDate } from './typed-date.ts'

export interface DateInputProps {
  id: string
  label: ReactNode
  hint?: ReactNode
  value: TypedDate
  onChange: (value: TypedDate) => void
  error?: string | undefined
  /** Which field the error speaks of; all where none is named. */
  errorPart?: keyof TypedDate | undefined
}

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** The id of one of the three fields, for an error summary to go to. */
export const datePartId = (id: string, part: keyof TypedDate) => `${id}-${part}`

/** A known date in three fields. A whole date pasted or dictated into the day fills all three. */
export function DateInput(props: DateInputProps) {
  const { id, label, hint, value, onChange, error, errorPart } = props
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const change = (part: keyof TypedDate, text: string) =>
    onChange((part === 'day' ? splitTypedDate(text) : null) ?? { ...value, [part]: text })
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" {...(described ? { 'aria-describedby': described } : {})}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {hint && (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        )}
        {error && (
          <p id={`${id}-error`} className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div className="govuk-date-input" id={id}>
          {PARTS.map(({ part, label, width }) => (
            <div className="govuk-date-input__item" key={part}>
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={datePartId(id, part)}>
                  {label}
                </label>
                <input
                  className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error && (errorPart ?? part) === part ? ' govuk-input--error' : ''}`}
                  id={datePartId(id, part)}
                  name={datePartId(id, part)}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={value[part]}
                  onChange={(event) => change(part, event.target.value)}
                  {...(error && (errorPart ?? part) === part ? { 'aria-invalid': true } : {})}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

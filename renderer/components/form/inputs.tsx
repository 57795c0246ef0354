import {
  useState,
  type InputHTMLAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import { describedBy, FormGroup, type FieldProps } from './field.tsx'

const split = <P extends FieldProps>({ id, label, hint, error, ...rest }: P) => ({
  field: { id, label, hint, error },
  rest,
})

/** One line of text. Name defaults to the id. */
export function TextInput(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { field, rest } = split(props)
  const { className = '', ...others } = rest
  const classes = `govuk-input${field.error ? ' govuk-input--error' : ''} ${className}`.trim()
  return (
    <FormGroup {...field}>
      <input
        className={classes}
        id={field.id}
        name={field.id}
        type="text"
        {...describedBy(field)}
        {...others}
      />
    </FormGroup>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { field, rest } = split(props)
  const classes = `govuk-textarea${field.error ? ' govuk-textarea--error' : ''}`
  return (
    <FormGroup {...field}>
      <textarea
        className={classes}
        id={field.id}
        name={field.id}
        rows={5}
        {...describedBy(field)}
        {...rest}
      />
    </FormGroup>
  )
}

/** One of many. Options as value and words. */
export function Select(
  props: FieldProps &
    SelectHTMLAttributes<HTMLSelectElement> & { options: readonly (readonly [string, string])[] },
) {
  const { field, rest } = split(props)
  const { options, ...others } = rest
  const classes = `govuk-select${field.error ? ' govuk-select--error' : ''}`
  return (
    <FormGroup {...field}>
      <select className={classes} id={field.id} name={field.id} {...describedBy(field)} {...others}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}

/** A passphrase: paste and password managers allowed, and a button to show it. */
export function PassphraseInput(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { field, rest } = split(props)
  const [shown, setShown] = useState(false)
  const classes = `govuk-input govuk-password-input__input${field.error ? ' govuk-input--error' : ''}`
  return (
    <FormGroup {...field} className="govuk-password-input">
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          className={classes}
          id={field.id}
          name={field.id}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="current-password"
          {...describedBy(field)}
          {...rest}
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle"
          aria-controls={field.id}
          aria-label={`${shown ? 'Hide' : 'Show'} ${String(field.label).toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FormGroup>
  )
}

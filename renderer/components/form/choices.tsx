import type { ReactNode } from 'react'
import { Fieldset, type FieldProps } from './field.tsx'

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
}

/** Choices have ids as GOV.UK writes them: the first has the group's id, so an error summary can go to it. */
const choiceId = (id: string, at: number) => (at === 0 ? id : `${id}-${at + 1}`)

/** One of a few. `value` null = nothing chosen yet: no default where the answer matters. */
export function Radios(
  props: FieldProps & {
    choices: readonly Choice[]
    value: string | null
    onChoose: (value: string) => void
    small?: boolean
    inline?: boolean
  },
) {
  const { choices, value, onChoose, small, inline, ...field } = props
  const classes = ['govuk-radios', small && 'govuk-radios--small', inline && 'govuk-radios--inline'].filter(
    Boolean,
  )
  return (
    <Fieldset {...field}>
      <div className={classes.join(' ')}>
        {choices.map((choice, at) => (
          <div className="govuk-radios__item" key={choice.value}>
            <input
              className="govuk-radios__input"
              id={choiceId(field.id, at)}
              name={field.id}
              type="radio"
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
              {...(choice.hint ? { 'aria-describedby': `${choiceId(field.id, at)}-item-hint` } : {})}
            />
            <label className="govuk-label govuk-radios__label" htmlFor={choiceId(field.id, at)}>
              {choice.label}
            </label>
            {choice.hint && (
              <div id={`${choiceId(field.id, at)}-item-hint`} className="govuk-hint govuk-radios__hint">
                {choice.hint}
              </div>
            )}
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

/** Any of a few. */
export function Checkboxes(
  props: FieldProps & {
    choices: readonly Choice[]
    values: readonly string[]
    onChange: (values: string[]) => void
    small?: boolean
  },
) {
  const { choices, values, onChange, small, ...field } = props
  const turn = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <Fieldset {...field}>
      <div className={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`}>
        {choices.map((choice, at) => (
          <div className="govuk-checkboxes__item" key={choice.value}>
            <input
              className="govuk-checkboxes__input"
              id={choiceId(field.id, at)}
              name={field.id}
              type="checkbox"
              value={choice.value}
              checked={values.includes(choice.value)}
              onChange={() => turn(choice.value)}
              {...(choice.hint ? { 'aria-describedby': `${choiceId(field.id, at)}-item-hint` } : {})}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={choiceId(field.id, at)}>
              {choice.label}
            </label>
            {choice.hint && (
              <div id={`${choiceId(field.id, at)}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
                {choice.hint}
              </div>
            )}
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

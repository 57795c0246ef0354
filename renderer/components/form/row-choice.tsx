import type { ReactNode } from 'react'

/** One choice inside a table: a small radio or checkbox with its label. The fieldset round the table asks the question. */
export function RowChoice(props: {
  kind: 'radios' | 'checkboxes'
  id: string
  name: string
  checked: boolean
  disabled?: boolean
  onTurn: () => void
  label: ReactNode
}) {
  const { kind, id, name, checked, disabled = false, onTurn, label } = props
  return (
    <div className={`govuk-${kind} govuk-${kind}--small`}>
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          checked={checked}
          disabled={disabled}
          onChange={onTurn}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {label}
        </label>
      </div>
    </div>
  )
}

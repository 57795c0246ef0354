import type { ReactNode } from 'react'
import { ErrorMessage } from '../../components/form/field.tsx'
import { KeyCaps } from '../../components/layout/key-caps.tsx'

/** One numbered question of the form: its words and key at the left, its answer at the right. */
export function Question(props: {
  number: number
  id: string
  title: string
  /** Under the answer, quieter. */
  note?: ReactNode
  errors?: readonly (string | undefined)[]
  /** The one field that answers it, where there is only one: the title is then its label. */
  field?: string
  children: ReactNode
}) {
  const { number, id, title, note, errors = [], field, children } = props
  const wrong = errors.filter((error) => error !== undefined)
  return (
    <div
      className={`desk-question${wrong.length > 0 ? ' desk-question--wrong' : ''}`}
      id={id}
      // A fieldset's legend cannot be laid out beside its answer.
      {...(field === undefined ? { role: 'group', 'aria-labelledby': `${id}-title` } : {})}
      {...(wrong.length > 0 ? { 'aria-describedby': `${id}-error` } : {})}
    >
      <div className="desk-question__title">
        {field === undefined ? (
          <span id={`${id}-title`}>{title}</span>
        ) : (
          <label htmlFor={field}>{title}</label>
        )}{' '}
        <KeyCaps keys={`Alt+${number}`} />
      </div>
      <div className="desk-question__answer">
        {wrong.length > 0 && <ErrorMessage id={id}>{wrong.join('. ')}</ErrorMessage>}
        {children}
        {note !== undefined && note !== '' && <span className="desk-second">{note}</span>}
      </div>
    </div>
  )
}

/** Radios or checkboxes in one line, as a question asks them. */
export function Options(props: {
  kind: 'radio' | 'checkbox'
  name: string
  options: readonly (readonly [value: string, label: string])[]
  chosen: readonly string[]
  onTurn: (value: string) => void
}) {
  return (
    <div className="desk-options">
      {props.options.map(([value, label], at) => (
        <label className={`desk-choice${props.kind === 'radio' ? ' desk-choice--one' : ''}`} key={value}>
          <input
            id={at === 0 ? props.name : `${props.name}-${at + 1}`}
            type={props.kind}
            name={props.name}
            value={value}
            checked={props.chosen.includes(value)}
            onChange={() => props.onTurn(value)}
          />
          <span className="desk-choice__box" aria-hidden="true" />
          {label}
        </label>
      ))}
    </div>
  )
}

/** Takes the focus to the answer of a question: the chosen one of several, else the first field. */
export function focusQuestion(id: string): void {
  const question = document.getElementById(id)
  const field =
    question?.querySelector<HTMLElement>('input[type=radio]:checked') ??
    question?.querySelector<HTMLElement>('input, textarea, select')
  field?.focus()
}

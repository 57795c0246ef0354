import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ariaKeys, KeyCaps } from '../layout/key-caps.tsx'

export interface ButtonProps {
  children: ReactNode
  /** One primary (green) button a page. */
  kind?: 'primary' | 'secondary' | 'warning'
  type?: 'button' | 'submit'
  /** A route: the button is then a link that looks like one. */
  to?: string
  onPress?: () => void
  /** Shortcut shown as caps, such as `Alt+1`. Registering it is the caller's, with `usePageActions`. */
  keys?: string
  className?: string
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-expanded'?: boolean
  'aria-controls'?: string
}

export function Button(props: ButtonProps) {
  const { children, kind = 'primary', type = 'button', to, onPress, keys, className, ...rest } = props
  const classes = ['govuk-button']
  if (kind !== 'primary') classes.push(`govuk-button--${kind}`)
  if (className) classes.push(className)
  const content = keys ? (
    <>
      {children} <KeyCaps keys={keys} />
    </>
  ) : (
    children
  )
  const shortcut = keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {}
  if (to !== undefined) {
    return (
      // GOV.UK's markup for a link that looks like a button.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      <Link to={to} role="button" draggable={false} className={classes.join(' ')} {...shortcut} {...rest}>
        {content}
      </Link>
    )
  }
  const disabled = rest.disabled ? { 'aria-disabled': true } : {}
  return (
    <button type={type} className={classes.join(' ')} onClick={onPress} {...shortcut} {...disabled} {...rest}>
      {content}
    </button>
  )
}

import { Fragment } from 'react'

/** The keys of a shortcut such as `Ctrl+K`, as caps. Hidden from screen readers: the control says `aria-keyshortcuts`. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="desk-keys" aria-hidden="true">
      {keys.split('+').map((key, at) => (
        <Fragment key={key}>
          {at > 0 && <span className="desk-keys__plus">+</span>}
          <kbd className="desk-key">{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}

/** `Ctrl+K` as `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: string): string => keys.replace('Ctrl', 'Control')

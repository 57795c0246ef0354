import { useEffect, useRef, type ReactNode } from 'react'

/** A modal over the page. Esc closes; focus goes back to where it was. */
export function Dialog(props: {
  label: string
  onClose: () => void
  className?: string
  children: ReactNode
}) {
  const { label, onClose, className = '', children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) {
      if (typeof element.showModal === 'function') element.showModal()
      else element.setAttribute('open', '')
    }
    return () => {
      // What was chosen may have moved the focus on: give it back only where nothing else took it.
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
        before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={`desk-dialog ${className}`.trim()}
      onCancel={onClose}
      onClose={onClose}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      data-keeps-focus
    >
      {children}
      <button
        type="button"
        className="govuk-button govuk-button--secondary desk-dialog__close"
        onClick={onClose}
      >
        Close
      </button>
    </dialog>
  )
}

import { useLayoutEffect, useRef } from 'react'

/**
 * For a form that opens in place of what it was opened from. What is returned takes the id of the button that opened it: once
 * that button is on the page again it has the focus, where the form that held it has gone.
 */
export function useWayBack(): (id: string) => void {
  const wanted = useRef<string | null>(null)
  // After every render: the button comes back with the one in which the form goes.
  useLayoutEffect(() => {
    const button = wanted.current === null ? null : document.getElementById(wanted.current)
    if (button === null) return
    wanted.current = null
    // One among those folded away can be reached only where they are shown.
    button.closest('details')?.setAttribute('open', '')
    button.focus()
  })
  return (id) => {
    wanted.current = id
  }
}

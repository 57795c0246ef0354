import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'

/**
 * Takes the plain links under an element where their `data-to` leads, inside this window: one listener for a view that holds
 * hundreds of them. Put it on the view's root as `onClick`.
 */
export function useFollow() {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-to]')
    const to = link?.dataset['to']
    if (to === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void navigate(to)
  }
}

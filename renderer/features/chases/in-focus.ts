import { useEffect, useRef, type RefObject } from 'react'

/** Puts one row in focus once it is drawn, instead of the heading: the row has `tabIndex` -1 and `data-keeps-focus`. */
export function useInFocus<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const row = useRef<E>(null)
  useEffect(() => {
    if (!isWanted) return undefined
    row.current?.focus({ preventScroll: true })
    // The page goes to its top when it opens, so the row is brought into sight after it.
    const frame = requestAnimationFrame(() => row.current?.scrollIntoView?.({ block: 'center' }))
    return () => cancelAnimationFrame(frame)
  }, [isWanted])
  return row
}

/** The attributes of a row that may be put in focus. */
export const FOCUSED_ROW = { tabIndex: -1, 'data-keeps-focus': '' } as const

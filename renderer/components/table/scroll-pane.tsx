import { useEffect, useRef, useState, type ReactNode } from 'react'

/**
 * Holds a table that may be wider than the page. Where it is, the pane is a labelled region that takes the focus, so that
 * arrow keys scroll it; where it is not, it is nothing to a screen reader.
 */
export function ScrollPane({ label, children }: { label: string; children: ReactNode }) {
  const pane = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = pane.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const watch = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const region = wide ? { role: 'region', 'aria-label': `${label}, table`, tabIndex: 0 } : {}
  return (
    <div className="desk-table-scroll desk-scroll-pane" ref={pane} {...region}>
      {children}
    </div>
  )
}

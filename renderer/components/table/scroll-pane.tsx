import { useEffect, useRef, useState, type ReactNode } from 'react'

/**
 * Holds a table or a chart that may be wider than the page. Where it is, the pane is a labelled region that takes the focus, so that
 * arrow keys scroll it; where it is not, it is nothing to a screen reader.
 */
export function ScrollPane(props: { label: string; what?: 'table' | 'chart'; children: ReactNode }) {
  const { label, what = 'table', children } = props
  const pane = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = pane.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const watch = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const region = wide ? { role: 'region', 'aria-label': `${label}, ${what}`, tabIndex: 0 } : {}
  return (
    <div className="desk-table-scroll desk-scroll-pane" ref={pane} {...region}>
      {children}
    </div>
  )
}

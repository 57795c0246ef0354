import type { ReactNode } from 'react'

export interface TimelineEntry {
  id: string
  title: string
  by: string
  /** ISO 8601 moment, and as shown. */
  at: string
  shownAt: string
  children?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <div className="moj-timeline">
      {entries.map((entry) => (
        <div className="moj-timeline__item" key={entry.id}>
          <div className="moj-timeline__header">
            <h3 className="moj-timeline__title">{entry.title}</h3>
            <p className="moj-timeline__byline">by {entry.by}</p>
          </div>
          <p className="moj-timeline__date">
            <time dateTime={entry.at}>{entry.shownAt}</time>
          </p>
          {entry.children && <div className="moj-timeline__description">{entry.children}</div>}
        </div>
      ))}
    </div>
  )
}

import { memo } from 'react'
import type { Shape } from '../../../domain/calendar/calendar-filters.ts'
import { MARKS } from '../../../domain/calendar/marks.ts'

/** The shape beside an event. The words next to it say the same, so it is hidden from screen readers. */
export const EventMark = memo(function EventMark({ shape }: { shape: Shape }) {
  return (
    <svg
      className={`desk-mark desk-mark--${shape}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {MARKS[shape].map(({ d, width, dash, paper }) =>
        width === 0 ? (
          <path key={d} d={d} fill="currentColor" />
        ) : (
          <path
            key={d}
            d={d}
            fill="none"
            stroke={paper ? '#fff' : 'currentColor'}
            strokeWidth={width}
            strokeDasharray={dash}
          />
        ),
      )}
    </svg>
  )
})

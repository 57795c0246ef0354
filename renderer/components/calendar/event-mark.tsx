import type { ReactNode } from 'react'
import type { MarkShape } from './diary-event.ts'

/** The shape beside an event. The words next to it say the same, so it is hidden from screen readers. */
export function EventMark({ shape }: { shape: MarkShape }) {
  return (
    <svg
      className={`desk-mark desk-mark--${shape}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[shape]}
    </svg>
  )
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />

const DRAWINGS: Record<MarkShape, ReactNode> = {
  handover: <path d="M8 1L14 8L8 15L2 8Z" fill="currentColor" />,
  start: <path d="M8 2.5L13 8L8 13.5L3 8Z" fill="none" stroke="currentColor" strokeWidth="2" />,
  to_book: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.2" />
  ),
  booked: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </>
  ),
  set_a_date: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="1.5 2.5"
    />
  ),
  held: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.2L7 10.7L11.6 5.6" fill="none" stroke="#fff" strokeWidth="2" />
    </>
  ),
  missed: (
    <>
      {ring}
      <path d="M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  not_held: (
    <>
      {ring}
      <path d="M4.5 8H11.5" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  release: <path d="M2.5 2.5H13.5V13.5H2.5Z" fill="currentColor" />,
}

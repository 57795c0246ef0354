import type { Shape } from './calendar-filters.ts'

/** One stroke of a mark in a square of 16: `d` as SVG paths have it. Filled in the colour of its text where `width` is 0. */
export interface Stroke {
  d: string
  width: number
  dash?: string
  /** Drawn in the colour of the paper, over what is filled. */
  paper?: true
}

const fill = (d: string): Stroke => ({ d, width: 0 })
const line = (d: string, width = 2, dash?: string): Stroke => ({ d, width, ...(dash && { dash }) })

const CIRCLE = 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z'
const ring = line(CIRCLE)
const POLE = 'M3.5 1V15'
const FLAG = 'M4 2H14L11 5.5L14 9H4Z'

/** The shape beside an event, the same on screen, in the legend and on paper: told apart without colour. */
export const MARKS: Readonly<Record<Shape, readonly Stroke[]>> = {
  handover: [fill('M8 1L14 8L8 15L2 8Z')],
  start: [line('M8 2.5L13 8L8 13.5L3 8Z')],
  to_book: [line(CIRCLE, 2, '3 2.2')],
  booked: [ring, fill('M5.5 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0Z')],
  set_a_date: [line(CIRCLE, 1.5, '1.5 2.5')],
  held: [fill('M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z'), { ...line('M4.5 8.2L7 10.7L11.6 5.6'), paper: true }],
  missed: [ring, line('M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5')],
  not_held: [ring, line('M4.5 8H11.5')],
  release: [fill('M2.5 2.5H13.5V13.5H2.5Z')],
  parole: [line('M8 2.5L14 13.5H2Z')],
  work_due: [line(POLE), fill(FLAG)],
  work_closes: [line(`${POLE}M1 15H9`), fill(FLAG)],
  work_aim: [line(POLE), line(FLAG, 1.5, '2 1.5')],
  work_opens: [line(POLE), line(FLAG, 1.5)],
  work_reminder: [line(POLE), fill('M4 2L13 5.5L4 9Z')],
  work_note: [line('M3 4H13M3 8H13M3 12H9')],
}

import { isCivilDate, type CivilDate } from '../dates/civil-date.ts'
import { CHASE_ABOUT, type ChaseAbout } from './chase.ts'

/** What one record of a chase is known by. Its due day is part of it: a date that moves begins a new ladder. */
export interface ChaseSubject {
  about: ChaseAbout
  due: CivilDate
  /** The days of the step it was sent at. */
  rung: number
}

/** `com 2026-11-16 7` */
export const chaseSubject = ({ about, due, rung }: ChaseSubject): string => `${about} ${due} ${rung}`

/** What a subject says; null for one that is none. */
export function readChaseSubject(text: string): ChaseSubject | null {
  const [about, due = '', rung = '', ...rest] = text.split(' ')
  const known = CHASE_ABOUT.find((each) => each === about)
  if (known === undefined || !isCivilDate(due) || !/^\d{1,3}$/.test(rung) || rest.length > 0) return null
  return { about: known, due, rung: Number(rung) }
}

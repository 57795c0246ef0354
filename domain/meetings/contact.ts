import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'
import type { NextStep } from './held.ts'

export const CONTACT_MODES = ['phone', 'video', 'in_person', 'email', 'letter'] as const
export type ContactMode = (typeof CONTACT_MODES)[number]
export const CONTACT_MODE_WORDS: Record<ContactMode, string> = {
  phone: 'Phone',
  video: 'Video',
  in_person: 'In person',
  email: 'Email',
  letter: 'Letter',
}

/** A contact with the COM, their team or somebody else in the community, beside the mandated meetings. */
export interface Contact {
  on: CivilDate
  mode: ContactMode
  /** As it is to be read: `Hannah Priestley (COM)`, `Leeds duty officer`. */
  with: string
  minutes: number | null
  about: string
  nextSteps: NextStep[]
}

/** `12 November 2026, phone, 15 minutes` */
export const contactInWords = ({ on, mode, minutes }: Contact): string =>
  `${formatDate(on)}, ${CONTACT_MODE_WORDS[mode].toLowerCase()}${minutes === null ? '' : `, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`}`

import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'
import { OUTCOME_LIMIT, stepMistakes, type NextStep } from './held.ts'

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

/** What cannot be, by field; empty where nothing is wrong. */
export function contactMistakes(
  { on, with: whom, about, nextSteps }: Contact,
  { today, born }: { today: CivilDate; born: CivilDate | null },
): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (on > today) wrong['on'] = 'The day must be today or in the past'
  else if (born !== null && on < born) wrong['on'] = 'The day must be after the person was born'
  if (whom.trim() === '') wrong['with'] = 'Enter whom it was with'
  if (about.trim() === '') wrong['about'] = 'Enter what it was about'
  else if (about.length > OUTCOME_LIMIT)
    wrong['about'] = `What it was about must be ${OUTCOME_LIMIT.toLocaleString('en-GB')} characters or fewer`
  return { ...wrong, ...stepMistakes(nextSteps, on) }
}

import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate, formatLongDate } from '../text/dates.ts'
import { kindOf, type LetterCase, type LetterKind } from './letter-case.ts'
import {
  heading,
  helpParts,
  laterPart,
  meetingsPart,
  nowPart,
  text,
  type LetterBlock,
} from './letter-parts.ts'

/** What somebody chose for this letter. */
export interface LetterChoices {
  /** The handover date that was confirmed and still stands; null where none does: then no date is said. */
  confirmed: CivilDate | null
  /** Meetings whose booked day is said. */
  withDay: readonly string[]
  /** Whether the confirmed release date is said. */
  release: boolean
}

export interface Letter {
  kind: LetterKind
  title: string
  /** `HMP Leeds, offender management unit` */
  from: string
  /** `Dean Marlowe, A4417KD` */
  to: string
  /** `23 November 2026` */
  date: string
  blocks: LetterBlock[]
  /** Who signs. */
  signed: string
}

/** The letter to the person, for a case that `whyNoLetter` lets through. */
export function composeLetter(one: LetterCase, { confirmed, withDay, release }: LetterChoices): Letter {
  const { name, prisonNumber, establishment, today, pom } = one
  const kind = kindOf(one)
  const leaves = release ? one.release : null
  return {
    kind,
    title: 'Who looks after your case',
    from: `${establishment}, offender management unit`,
    to: `${name}, ${prisonNumber}`,
    date: formatDate(today),
    blocks: [
      text(`Dear ${name},`),
      text('This letter tells you who looks after your case, and what happens next.'),
      heading('Now'),
      ...nowPart(kind, one),
      ...laterPart(kind, one, confirmed),
      ...(leaves === null
        ? []
        : [heading('Your release'), text(`You are due to leave prison on ${formatLongDate(leaves)}.`)]),
      ...meetingsPart(one, withDay),
      ...helpParts(one),
    ],
    signed: pom === null ? `Offender management unit, ${establishment}` : `${pom}, prison offender manager`,
  }
}

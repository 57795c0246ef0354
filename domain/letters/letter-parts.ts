import type { CivilDate } from '../dates/civil-date.ts'
import { timeInWords, type Booking, type MeetingMode } from '../meetings/booking.ts'
import type { MandatedMeetingId } from '../model/plan.ts'
import { formatLongDate } from '../text/dates.ts'
import { hasDate, type LetterCase, type LetterKind } from './letter-case.ts'

export const LETTER_BLOCKS = ['heading', 'text', 'list'] as const

/** A heading, a paragraph of short sentences, or a list under one. */
export interface LetterBlock {
  kind: (typeof LETTER_BLOCKS)[number]
  text: string
  items: string[]
}

export const heading = (text: string): LetterBlock => ({ kind: 'heading', text, items: [] })
export const text = (...sentences: (string | null)[]): LetterBlock => ({
  kind: 'text',
  text: sentences.filter((sentence) => sentence !== null).join(' '),
  items: [],
})
const list = (items: string[]): LetterBlock => ({ kind: 'list', text: '', items })

const isYourPom = (pom: string) => `${pom} is your prison offender manager. We say POM for short.`
const WHAT_A_COM_IS =
  'A COM is a community offender manager. COMs work for the Probation Service, outside the prison.'
const NO_NAME_YET = 'We do not know the name of your COM yet. We will tell you when we do.'

/** Who has the case on the day of the letter. */
export function nowPart(
  kind: LetterKind,
  { pom, com, inHospital, establishment }: LetterCase,
): LetterBlock[] {
  const hospital = inHospital
    ? [
        text(
          'You are in hospital now. Hospital staff look after your health.',
          `We still look after your case at ${establishment}.`,
        ),
      ]
    : []
  switch (kind) {
    case 'passed':
    case 'com_short':
    case 'com_recall':
    case 'com_now':
      return [...hospital, ...comHasIt(kind, pom, com)]
    default:
      return [
        ...hospital,
        text(
          `${pom ?? ''} looks after your case.`,
          isYourPom(pom ?? ''),
          'Your POM works in this prison and plans your time here with you.',
        ),
        ...(kind === 'supported' || kind === 'open' || kind === 'both' ? [supported(kind, com)] : []),
      ]
  }
}

function comHasIt(kind: LetterKind, pom: string | null, com: string | null): LetterBlock[] {
  const why: Partial<Record<LetterKind, string>> = {
    passed: 'Your case has passed from the prison to the community.',
    com_short: 'This is because you do not have long left to serve.',
    com_recall: 'This is because you came back to prison while you were on licence.',
  }
  return [
    text(
      com === null ? 'A COM looks after your case.' : `${com} looks after your case. ${com} is your COM.`,
      WHAT_A_COM_IS,
    ),
    text(why[kind] ?? null, com === null ? NO_NAME_YET : null),
    ...(pom === null ? [] : [text(`You can still talk to ${pom} in this prison.`, isYourPom(pom))]),
  ].filter((block) => block.text !== '')
}

function supported(kind: LetterKind, com: string | null): LetterBlock {
  return text(
    com === null ? 'A COM works on your case too.' : `${com} works on your case too. ${com} is your COM.`,
    WHAT_A_COM_IS,
    com === null ? NO_NAME_YET : null,
    kind === 'open' ? 'This is because you are in open conditions.' : null,
    kind === 'supported' ? null : 'Your POM is still in charge of your case.',
  )
}

const paroleBoard = (who: string): LetterBlock =>
  text(
    'The Parole Board decides if you can be released.',
    `${who} can tell you when it will next look at your case.`,
  )

/** What changes and when. `confirmed` is the date somebody confirmed, null where nobody did. */
export function laterPart(kind: LetterKind, one: LetterCase, confirmed: CivilDate | null): LetterBlock[] {
  const { com, pom, isIndeterminate } = one
  const date = hasDate(kind) ? confirmed : null
  if (kind === 'passed')
    return date === null ? [] : [text(`Your COM has looked after your case since ${formatLongDate(date)}.`)]
  if (kind === 'com_now' || kind === 'com_recall')
    return isIndeterminate ? [heading('What happens next'), paroleBoard(com ?? 'Your COM')] : []
  if (kind === 'open' || kind === 'both' || kind === 'no_date')
    return [
      heading('What happens next'),
      ...(isIndeterminate ? [paroleBoard(pom ?? 'Your POM')] : []),
      text(
        kind === 'no_date' ? `One day your case will pass to a COM. ${WHAT_A_COM_IS}` : null,
        'We do not have a date for a change yet. We will tell you when we do.',
      ),
    ]
  if (kind !== 'ahead' && kind !== 'supported') return []
  return [
    heading('What will change'),
    text(
      'Your case will pass from your POM to a COM.',
      kind === 'ahead' ? WHAT_A_COM_IS : null,
      isIndeterminate
        ? 'If the Parole Board says you can be released, your COM will help you outside.'
        : 'Your COM will help you plan for your release. Your COM will help you outside too.',
    ),
    ...(kind === 'supported' ? [] : [text(com === null ? NO_NAME_YET : `${com} will be your COM.`)]),
    date === null
      ? text(
          'We are checking the date. We will tell you as soon as we are sure of it.',
          `Until then, ${pom} looks after your case.`,
        )
      : text(
          `Your COM will look after your case from ${formatLongDate(date)}.`,
          `Until then, ${pom} looks after your case.`,
        ),
  ]
}

const MEETING_IN_WORDS: Readonly<Record<MandatedMeetingId, string>> = {
  'mt-handover': 'a meeting with your POM and your COM, to pass your case on',
  'mt-prerelease-2': 'a second meeting with your COM, to plan for your release',
  'mt-prerelease-1m': 'a meeting about a month before you leave, to check your plans',
}

const MODE_IN_WORDS: Readonly<Record<MeetingMode, string>> = {
  in_person: 'in person',
  video: 'by video',
  phone: 'by phone',
}

const bookingWords = ({ on, from, mode, place }: Booking) =>
  `It is on ${formatLongDate(on)} at ${timeInWords(from)}, ${MODE_IN_WORDS[mode]}${place === '' ? '' : `, ${place}`}.`

/** The meetings the person will be asked to. A day is said only of those in `withDay`. */
export function meetingsPart(one: LetterCase, withDay: readonly string[]): LetterBlock[] {
  const { meetings, refused } = one
  if (meetings.length === 0 && refused.length === 0) return []
  return [
    heading('Your meetings'),
    ...(meetings.length === 0 ? [] : askedTo(one, withDay)),
    ...(refused.length === 0 ? [] : stillOffered(one)),
  ]
}

/** No reason is said: it may have been illness as well as a refusal. */
function stillOffered({ refused, pom }: LetterCase): LetterBlock[] {
  return [
    text(
      refused.length === 1
        ? 'You did not take part in this meeting:'
        : 'You did not take part in these meetings:',
    ),
    list(refused.map((task) => MEETING_IN_WORDS[task])),
    text(`You can still ask for ${refused.length === 1 ? 'it' : 'them'}. Tell ${pom ?? 'any officer'}.`),
  ]
}

function askedTo({ meetings, inHospital }: LetterCase, withDay: readonly string[]): LetterBlock[] {
  return [
    text(
      meetings.length === 1
        ? 'We will ask you to come to this meeting:'
        : 'We will ask you to come to these meetings:',
    ),
    list(
      meetings.map(({ task, booking }) => {
        const day = booking !== null && withDay.includes(task) ? `. ${bookingWords(booking)}` : ''
        return `${MEETING_IN_WORDS[task]}${day}`
      }),
    ),
    text(
      'You can say what you think and what you need.',
      inHospital ? 'We will ask first if you are well enough.' : null,
    ),
  ]
}

/** What to do about it, who reads it out, whom to ask: the same in every letter but for names. */
export function helpParts({ pom, com, inHospital, establishment }: LetterCase): LetterBlock[] {
  const who = pom ?? 'any officer'
  return [
    heading('If you do not agree'),
    text(
      `Tell us if you think something here is wrong. Talk to ${who} first.`,
      'If that does not help, you can make a complaint.',
      inHospital ? 'Hospital staff can help you write it.' : 'Ask for the form on your wing.',
    ),
    heading('If you need help to read this'),
    text(
      inHospital
        ? 'Ask a nurse or anyone you trust to read it with you.'
        : `Ask ${who} or your key worker to read it with you.`,
      'You can ask for big print or another language.',
    ),
    heading('If you have a question'),
    text(
      `Ask ${pom ?? 'the offender management unit'}${com === null ? '' : `, or ask us how to reach ${com}`}.`,
      `You can write to the offender management unit at ${establishment}.`,
    ),
  ]
}

import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate, spanInWords } from '../text/dates.ts'
import type { Chase } from './chase.ts'

/** Who is spoken of in a message: by number with the first letter of the surname, or by number and whole name. */
export type MessageNames = 'initials' | 'names'

export interface MessagePerson {
  prisonNumber: string
  crn: string | null
  surname: string
  forename: string
}

export interface MessageAsk {
  says: string
  /** Days since it was due; null where no day is known. */
  days: number | null
  /** When it was last asked about, and the answer where one came. */
  last: Pick<Chase, 'sentOn' | 'answeredOn' | 'answer' | 'promisedOn'> | null
}

export interface MessageCase {
  person: MessagePerson
  asks: readonly MessageAsk[]
}

/** The cases asked about at one step of the ladder, or asked about before and still open. */
export interface MessageGroup {
  heading: string
  cases: readonly MessageCase[]
}

export interface MessageFrom {
  establishment: string
  name: string
  role: string
}

/** `A4417KD (CRN X123456), M.` or `A4417KD (CRN X123456), Marlowe, Dean`: nothing else says who somebody is. */
export function personInMessage(
  { prisonNumber, crn, surname, forename }: MessagePerson,
  names: MessageNames,
): string {
  const number = `${prisonNumber === '' ? 'No prison number' : prisonNumber}${crn === null ? '' : ` (CRN ${crn})`}`
  const full = [surname, forename].filter((part) => part !== '').join(', ')
  const who = names === 'names' ? full : surname === '' ? '' : `${surname.charAt(0).toUpperCase()}.`
  return who === '' ? number : `${number}, ${who}`
}

function askInMessage({ says, days, last }: MessageAsk): string {
  const age = days === null || days === 0 ? '' : ` (${spanInWords(days)})`
  return `${says}${age}. ${askedInMessage(last)}`
}

function askedInMessage(last: MessageAsk['last']): string {
  if (last === null) return 'This is the first time of asking.'
  const { sentOn, answeredOn, answer, promisedOn = null } = last
  if (answeredOn === null) return `Asked on ${formatDate(sentOn)}; no answer yet.`
  const answered = `Asked on ${formatDate(sentOn)}, answered on ${formatDate(answeredOn)}${answer === '' ? '' : `: ${answer}`}`
  const sentence = answered.endsWith('.') ? answered : `${answered}.`
  return promisedOn === null ? sentence : `${sentence} An answer was promised by ${formatDate(promisedOn)}.`
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** The subject of a chase. Subjects show where a message is not opened, so nobody is named in one. */
export const chaseSubjectLine = (establishment: string, place: string, count: number): string =>
  `OFFICIAL-SENSITIVE: answer needed on handover of ${people(count)} from ${establishment} (${place})`

/**
 * The text of one chase. What is asked and since when, in words; no victim, no reason for a level of risk, no offence: none of
 * that is among what it is given.
 */
export function chaseText(
  groups: readonly MessageGroup[],
  { place, names, from }: { place: string; names: MessageNames; from: MessageFrom },
): string {
  let number = 0
  const lines = ['OFFICIAL-SENSITIVE', '', 'Hello,', '']
  const asked = new Set(groups.flatMap(({ cases }) => cases.map(({ person }) => person.prisonNumber)))
  lines.push(
    `${from.establishment} needs an answer on ${people(asked.size)} whose community team is ${place}.`,
  )
  for (const { heading, cases } of groups) {
    lines.push('', heading, '')
    for (const { person, asks } of cases) {
      number += 1
      lines.push(`${number}. ${personInMessage(person, names)}`)
      for (const ask of asks) lines.push(`   ${askInMessage(ask)}`)
    }
  }
  lines.push(
    '',
    'Please reply with the name, telephone number and email address of each COM, when contact or the meeting can take place, or when we can expect to know.',
    ...signature(from),
  )
  return lines.join('\n')
}

export const monthlySubjectLine = (establishment: string, place: string, month: string): string =>
  `OFFICIAL-SENSITIVE: handovers from ${establishment}, ${month} list (${place})`

/** The text that goes with the monthly list; the list itself is attached. */
export function monthlyText(
  cases: readonly { com: string | null }[],
  { place, until, from }: { place: string; until: CivilDate; from: MessageFrom },
): string {
  const unnamed = cases.filter(({ com }) => com === null).length
  const named =
    unnamed === 0
      ? 'Each has a COM named.'
      : `${unnamed === 1 ? '1 has' : `${unnamed} have`} no COM named: please tell us who it will be.`
  return [
    'OFFICIAL-SENSITIVE',
    '',
    'Hello,',
    '',
    `Responsibility for ${people(cases.length)} at ${from.establishment} whose community team is ${place} passes to the community by ${formatDate(until)}. ${named}`,
    '',
    'The list is attached as a spreadsheet.',
    ...signature(from),
  ].join('\n')
}

const signature = ({ establishment, name, role }: MessageFrom): string[] => [
  '',
  'Thank you,',
  '',
  name,
  `${role}, ${establishment}`,
]

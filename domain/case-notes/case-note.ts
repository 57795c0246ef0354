import type { CivilDate } from '../dates/civil-date.ts'
import { MODE_WORDS, type MeetingMode } from '../meetings/booking.ts'
import { CONTACT_MODE_WORDS, type Contact } from '../meetings/contact.ts'
import { COVERED_WORDS, type MeetingHeld, type NextStep } from '../meetings/held.ts'
import { withoutThirdParties } from './third-parties.ts'

export const NOTE_SYSTEMS = ['dps', 'ndelius'] as const
export type NoteSystem = (typeof NOTE_SYSTEMS)[number]
export const NOTE_SYSTEM_WORDS: Record<NoteSystem, string> = { dps: 'DPS', ndelius: 'NDelius' }

/**
 * The longest note each system is held to, in characters. DPS takes 4,000 (its published interfaces, read November 2026). No source
 * gives a limit of NDelius: the same is kept, being safe.
 */
export const NOTE_LIMITS: Record<NoteSystem, number> = { dps: 4000, ndelius: 4000 }

export interface CaseNote {
  /** Plain text, one part for each note that has to be entered: more than one only where it is too long for the system. */
  parts: string[]
  /** What was put in other words or left out: `relative not named`. */
  left: string[]
}

/** `23/11/2026`, as both systems write a day. */
const day = (date: CivilDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** `Amy Thornber (POM)` as `POM A Thornber`; `Leeds duty officer` as it stands. */
export function whoInNote(named: string): string {
  const found = /^(.*?) \(([^)]*)\)$/u.exec(named.trim())
  // Only the person is named without a part, surname first; whatever else somebody typed stands as it is.
  if (found === null && !/^[^\s,]+, [^\s,;]+$/u.test(named.trim())) return named.trim()
  const [name, role] = found === null ? [named.trim(), ''] : [found[1] ?? '', found[2] ?? '']
  const [surname = '', forename] = name.includes(',')
    ? name.split(',', 2).map((part) => part.trim())
    : [name.split(' ').at(-1) ?? name, name.includes(' ') ? name : undefined]
  const short = forename === undefined || forename === '' ? surname : `${forename.charAt(0)} ${surname}`
  return role === ''
    ? short
    : `${role.length > 3 ? role.charAt(0).toUpperCase() + role.slice(1) : role} ${short}`
}

/** The surname in `Amy Thornber (POM)` or `Whitlock, Terence`. */
function surnameOf(named: string): string {
  const name = named.replace(/ \([^)]*\)$/u, '').trim()
  return name.includes(',') ? (name.split(',')[0] ?? name) : (name.split(' ').at(-1) ?? name)
}

const listOf = (names: readonly string[]): string => names.map(whoInNote).join(', ')
const sentence = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`)

function stepSentence({ what, owner, by }: NextStep): string {
  return `${whoInNote(owner)} to ${what.trim().charAt(0).toLowerCase()}${what
    .trim()
    .slice(1)
    .replace(/[.!?]+$/u, '')} by ${day(by)}.`
}

function times({ from, to }: { from: string; to: string }): string {
  return from === '' ? '' : `, ${from}${to === '' ? '' : `-${to}`}`
}

/** The note of a meeting that was held. `title` is the meeting's own: `Handover meeting`. */
export function meetingNote(title: string, held: MeetingHeld, system: NoteSystem): CaseNote {
  const { on, mode, attended, absent, covered, outcome, nextSteps } = held
  const how = MODE_WORDS[mode satisfies MeetingMode].toLowerCase()
  return noteOf(
    [
      `${title} held ${day(on)}${times(held)}, ${how}.`,
      `Present: ${listOf(attended)}.`,
      absent.length === 0 ? '' : `Invited, did not attend: ${listOf(absent)}.`,
      covered.length === 0
        ? ''
        : `Covered: ${covered.map((each) => COVERED_WORDS[each].toLowerCase()).join(', ')}.`,
    ],
    outcome,
    nextSteps,
    system,
    [...attended, ...absent],
  )
}

/** The note of a meeting that was not held, and will not be. */
export function notHeldNote(
  title: string,
  { on, words, note }: { on: CivilDate; words: string; note: string },
  system: NoteSystem,
): CaseNote {
  return noteOf([`${title} not held, as of ${day(on)}: ${sentence(words)}`], note, [], system)
}

/** The note of a contact. */
export function contactNote(
  { on, mode, with: whom, minutes, about, nextSteps }: Contact,
  system: NoteSystem,
): CaseNote {
  const long = minutes === null ? '' : `, ${minutes} minutes`
  const head = `Contact with ${whoInNote(whom)} ${day(on)}, ${CONTACT_MODE_WORDS[mode].toLowerCase()}${long}.`
  return noteOf([head], about, nextSteps, system, [whom])
}

/** The note of a decision, from the words the timeline has for it. */
export function decisionNote(
  { on, title, details }: { on: CivilDate; title: string; details: readonly string[] },
  system: NoteSystem,
): CaseNote {
  return noteOf([`${day(on)}: ${sentence(title)}`], details.map(sentence).join('\n'), [], system)
}

function noteOf(
  heads: readonly string[],
  free: string,
  steps: readonly NextStep[],
  system: NoteSystem,
  people: readonly string[] = [],
): CaseNote {
  const known = [...people, ...steps.map(({ owner }) => owner)].map(surnameOf)
  const body = withoutThirdParties(free, known)
  const next = withoutThirdParties(steps.map(stepSentence).join(' '), known)
  const lines = [...heads, body.text === '' ? '' : sentence(body.text), next.text].filter(
    (line) => line !== '',
  )
  return {
    parts: inParts(lines.join('\n'), NOTE_LIMITS[system]),
    left: [...new Set([...body.left, ...next.left])],
  }
}

/** Room for `(2 of 3) ` at the head of a part. */
const PART_HEAD = 12

/** A text in parts of at most `limit` characters, cut between sentences where there is one to cut after. Nothing is lost. */
function inParts(text: string, limit: number): string[] {
  if (text.length <= limit) return [text]
  const parts: string[] = []
  let rest = text
  const room = limit - PART_HEAD
  while (rest.length > room) {
    const head = rest.slice(0, room)
    const cut = Math.max(head.lastIndexOf('. ') + 1, head.lastIndexOf('\n'))
    const at = cut > room / 2 ? cut : Math.max(head.lastIndexOf(' '), 0) || room
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trimStart()
  }
  parts.push(rest)
  return parts.map((part, at) => `(${at + 1} of ${parts.length}) ${part}`)
}

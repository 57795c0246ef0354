import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { composeLetter } from '../../../../domain/letters/compose-letter.ts'
import { hasDate, kindOf, whyNoLetter, type LetterCase } from '../../../../domain/letters/letter-case.ts'
import type { Told } from '../../../../domain/letters/told.ts'
import type { Flag } from '../../../../domain/model/plan.ts'
import { bookingInWords } from '../../../../domain/meetings/booking.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { taskTitle } from '../caseload/tasks.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { letterCaseOf } from './letter-case.ts'

export type LetterShown = OutputOf<'letter.show'>
type Choices = Pick<ParsedInputOf<'letter.show'>, 'withDay' | 'release'>

/** Under which the confirmation of a handover date stands. */
export const TOLD_SUBJECT = 'handover'

/** The confirmation that stands; undefined where there is none. */
export const toldIn = (decisions: readonly DecisionRecord[]): DecisionRecord | undefined =>
  decisions.find(({ kind, subject, body }) => kind === 'told' && subject === TOLD_SUBJECT && body !== null)

/** The case and what its letter is made from. Throws `not_found`. */
export function letterOf(
  desk: Pick<Desk, 'planning' | 'clock'>,
  { store }: Session,
  personId: string,
): { one: UnitCase; subject: LetterCase } {
  const { byId, today } = unitOf(desk.planning, store, desk.clock.today())
  const one = byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  return { one, subject: letterCaseOf(one, store.establishment.name, today) }
}

/** The handover date the letter may say once somebody confirmed it; null where this kind of letter says none. */
export const dateToConfirm = (subject: LetterCase): LetterShown['handover'] =>
  whyNoLetter(subject) === null && hasDate(kindOf(subject)) ? subject.handover : null

/** The date that was confirmed, while the plan still says the same; null otherwise. */
export function confirmedDate(subject: LetterCase, told: Told | null): LetterShown['handover'] {
  const handover = dateToConfirm(subject)
  return handover !== null && told?.handover === handover ? handover : null
}

function confirmationOf(subject: LetterCase, told: Told | null): LetterShown['confirmation'] {
  const handover = dateToConfirm(subject)
  if (handover === null) return 'not_needed'
  if (told === null || told.handover === null) return 'not_confirmed'
  return told.handover === handover ? 'confirmed' : 'void'
}

/** What makes the handover date itself doubtful. */
const DATE_DOUBTS: Partial<Record<Flag, string>> = {
  release_date_contradiction:
    'The release dates contradict each other: have them checked before a date is confirmed.',
  parole_outcome_unknown: 'The parole outcome is not recorded: record it before a date is confirmed.',
}

/** What to look at before it is given. */
function doubtsOf({ planned, releaseFirst }: UnitCase, subject: LetterCase, told: Told | null): string[] {
  const { handover, com } = subject
  const doubts: string[] = []
  if (releaseFirst !== null && handover !== null)
    doubts.push(
      `This person may be released first (${releaseFirst.what}, ${formatDate(releaseFirst.date)}): agree an earlier handover with the community before a date is confirmed.`,
    )
  for (const flag of planned.plan?.flags ?? []) {
    const doubt = handover === null ? undefined : DATE_DOUBTS[flag]
    if (doubt !== undefined) doubts.push(doubt)
  }
  if (com === null) doubts.push('No COM is named: the letter says that a name will come.')
  if (subject.pom === null) doubts.push('No POM is allocated: the letter is signed for the unit.')
  if (planned.override !== null)
    doubts.push(
      'Who is responsible was decided here, in place of the rules: read the letter against that decision.',
    )
  const givenOn = told?.givenOn ?? null
  const said = told?.handover ?? null
  if (said !== null && givenOn !== null && confirmationOf(subject, told) !== 'confirmed')
    doubts.push(
      `A letter given on ${formatDate(givenOn)} said ${formatDate(said)}, which is no longer so: tell the person.`,
    )
  return doubts
}

export function letterShown(one: UnitCase, subject: LetterCase, { withDay, release }: Choices): LetterShown {
  const record = toldIn(one.planned.decisions)
  const told = record === undefined ? null : (record.body as Told)
  const refused = whyNoLetter(subject)
  const confirmed = confirmedDate(subject, told)
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    today: subject.today,
    refused,
    doubts: refused === null ? doubtsOf(one, subject, told) : [],
    handover: dateToConfirm(subject),
    confirmation: confirmationOf(subject, told),
    told: told === null ? null : { ...told, by: record?.byName ?? '' },
    seen: record?.id ?? null,
    booked:
      refused === null
        ? subject.meetings.flatMap(({ task, booking }) =>
            booking === null ? [] : [{ task, words: `${taskTitle(task)}, ${bookingInWords(booking)}` }],
          )
        : [],
    release: refused === null ? subject.release : null,
    letter: refused === null ? composeLetter(subject, { confirmed, withDay, release }) : null,
  }
}

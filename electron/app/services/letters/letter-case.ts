import { ageOn } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { LetterCase, LetterMeeting } from '../../../../domain/letters/letter-case.ts'
import { spokenName } from '../../../../domain/letters/spoken-name.ts'
import { MANDATED_MEETING_IDS } from '../../../../domain/model/plan.ts'
import { isRecorded } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

/** The mandated meetings still to be held. A booking whose day has gone is no booking any more. */
function meetingsOf({ tasks }: UnitCase, today: CivilDate): LetterMeeting[] {
  return MANDATED_MEETING_IDS.flatMap((task): LetterMeeting[] => {
    const meeting = tasks.find((one) => one.task === task && one.asked)
    if (meeting === undefined || isRecorded(meeting)) return []
    const { booking } = meeting
    if (booking === null || booking.on < today) return [{ task, booking: null }]
    const { words: _words, ...body } = booking
    return [{ task, booking: body }]
  })
}

const refusedOf = ({ tasks }: UnitCase): LetterCase['refused'] =>
  MANDATED_MEETING_IDS.filter((id) =>
    tasks.some(({ task, asked, notDone }) => task === id && asked && notDone?.reason === 'person_refused'),
  )

const ADULT = 18

/** What the letter about one case is made from. */
export function letterCaseOf(one: UnitCase, establishment: string, today: CivilDate): LetterCase {
  const { planned, prisonNumber } = one
  const { person, plan, missing, responsibility, presence, facts } = planned
  const { record } = person
  const names = [spokenName(record.first_name), spokenName(record.last_name)].filter((name) => name !== null)
  const born = record.date_of_birth ?? null
  return {
    name: names.join(' '),
    prisonNumber,
    establishment,
    today,
    pom: spokenName(record.pom_name),
    com: spokenName(record.com_name),
    responsibility,
    reason: plan?.reason ?? null,
    cannotPlan: plan === null ? (missing?.message ?? 'A fact is missing.') : null,
    handover: plan?.handover_date ?? null,
    presence,
    isUnder18: (born !== null && ageOn(born, today) < ADULT) || plan?.flags.includes('under_18') === true,
    isIndeterminate: facts.is_indeterminate === true,
    inHospital: record.restricted_patient === true || presence.movement?.kind === 'hospital',
    meetings: meetingsOf(one, today),
    refused: refusedOf(one),
    release: record.confirmed_release_date ?? null,
  }
}

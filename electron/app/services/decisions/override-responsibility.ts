import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { addMonths } from '../../../../domain/dates/arithmetic.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { ResponsibilityOverride } from '../../../../domain/model/responsibility-override.ts'
import { changesResponsibility, holdsOn, lastDayOf } from '../../../../domain/planning/override.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { overridesIn } from '../planning/decided.ts'
import { caseOf, refuseField } from './case-of.ts'

/** The furthest ahead an override may end: beyond it, it is a rule, not a decision about one case. */
const LONGEST_MONTHS = 24

type Input = ParsedInputOf<'responsibility.override'>

function checkDays({ agreedOn, from, until, to }: Input, today: CivilDate): void {
  for (const [field, date] of Object.entries({ agreedOn, from, until }))
    if (!isCivilDate(date)) refuseField(field, 'This must be a real date, like 27 3 2026')
  if (agreedOn > today) refuseField('agreedOn', 'The day it was agreed must be today or in the past')
  if (until < from) refuseField('until', 'The last day must be the first day or after it')
  if (until < today)
    refuseField('until', 'The last day has passed: an override cannot be put on days that are over')
  // What was so until both sides agreed stays so.
  if (from < agreedOn)
    refuseField('from', `The first day must be on or after the day it was agreed, ${formatDate(agreedOn)}`)
  const furthest = addMonths(from, LONGEST_MONTHS)
  if (until > furthest)
    refuseField('until', `The last day must be within ${LONGEST_MONTHS} months of the first`)
  if (to !== 'com' && to !== 'pom') refuseField('to', 'Say who is to be responsible')
}

/** Records an override of responsibility. The dates of the case stay as the rules give them. */
export async function overrideResponsibility(desk: Desk, session: Session, input: Input): Promise<void> {
  const today = desk.clock.today()
  checkDays(input, today)
  const planned = caseOf(desk, session, input.personId)
  if ((planned.plan?.responsibility ?? null) === null) {
    throw new DeskError(
      'bad_input',
      'Nobody is responsible for this case under offender management in custody, so there is nothing to override.',
    )
  }
  if (input.reason === 'other' && input.note === '') refuseField('note', 'Say what the other reason is')
  if (planned.plan !== null && !changesResponsibility(input, planned.plan)) {
    const who = input.to === 'com' ? 'COM' : 'POM'
    refuseField(
      'to',
      `By the rules the ${who} is responsible on all of these days already: nothing to override`,
    )
  }
  const overlapping = overridesIn(planned.decisions).find(
    ({ body }) => body.from <= input.until && input.from <= lastDayOf(body) && lastDayOf(body) >= body.from,
  )
  if (overlapping !== undefined) {
    const { from } = overlapping.body
    refuseField(
      'from',
      `Another override runs from ${formatDate(from)} to ${formatDate(lastDayOf(overlapping.body))}: end that one first, or choose other days`,
    )
  }
  const { personId, document, ...rest } = input
  const body: ResponsibilityOverride = { ...rest, document: document === '' ? null : document, ended: null }
  const now = desk.clock.now()
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      {
        at: now.toISOString(),
        personId,
        kind: 'responsibility',
        subject: newId(now.getTime()),
        body,
      },
    ),
  )
}

/** Ends an override from a day on. What it was until then stays on the record. */
export async function endOverride(
  desk: Desk,
  session: Session,
  { personId, overrideId, on, because }: ParsedInputOf<'responsibility.end'>,
): Promise<void> {
  const today = desk.clock.today()
  const found = overridesIn(caseOf(desk, session, personId).decisions).find(
    ({ record }) => record.id === overrideId,
  )
  if (found === undefined)
    throw new DeskError('not_found', 'This override is no longer on the record: look at the case again.')
  const { body, record } = found
  if (!isCivilDate(on)) refuseField('on', 'This must be a real date, like 27 3 2026')
  if (on < today) refuseField('on', 'It can be ended from today, not before: what was so stays so')
  if (on > body.until)
    refuseField('on', `It ends by itself after ${formatDate(body.until)}: choose a day before that`)
  if (body.from <= today && !holdsOn(body, today)) refuseField('on', 'This override has ended already')
  const ended: ResponsibilityOverride = { ...body, ended: { on, because } }
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      {
        at: desk.clock.now().toISOString(),
        personId,
        kind: 'responsibility',
        subject: record.subject,
        body: ended,
      },
    ),
  )
}

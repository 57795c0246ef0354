import { TYPED_HERE } from '../../../../db/repositories/change-log.ts'
import { findPerson, listPeople, personHistory, writePeople } from '../../../../db/repositories/people.ts'
import type { PersonChange, ReadDb } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import { FACT_CHOICES, factText } from '../../../../domain/pack/fact-text.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { findColumn } from '../import/match-headings.ts'
import { Doubtful, Problem, readerFor } from '../import/read-value.ts'
import { NEEDS_REASON, PAST_FIELDS } from './fact-rules.ts'

type Value = string | number | boolean | null

/** Records one fact as typed here. Throws `bad_input` for what cannot be, and `conflict` where it has changed meanwhile. */
export async function changeFact(
  desk: Desk,
  session: Session,
  input: ParsedInputOf<'facts.change'>,
): Promise<void> {
  const { personId, seen } = input
  const field = input.field as PersonField
  const today = desk.clock.today()
  const person = findPerson(session.store.read, personId)
  if (person === null) throw new DeskError('not_found', 'This person is not in the store.')
  const value = readTyped(field, input.value, today)
  const reason = input.reason.trim()
  if (NEEDS_REASON.has(field) && reason === '')
    refuseField('reason', 'Say why: dates or responsibility rest on this')
  if (field === 'last_name' && value === null) refuseField('value', 'A person needs a surname')
  await session.store.write((db) => {
    const history = personHistory(db, personId)
    refuseIfChanged(history, field, seen)
    const record = Object.assign({}, ...history.map(({ delta }) => delta)) as PersonRecord
    if ((record[field] ?? null) === value) refuseField('value', 'That is what is recorded already')
    if (field === 'crn' && value !== null) refuseOthersCrn(db, personId, String(value))
    refuseImpossible(field, value, record)
    const delta = { [field]: value } as PersonRecord
    writePeople(
      db,
      { userId: session.user.id },
      {
        at: desk.clock.now().toISOString(),
        importId: null,
        source: TYPED_HERE,
        asAt: today,
        reason: reason === '' ? null : reason,
      },
      [{ personId: person.id, record: { ...record, ...delta }, delta }],
    )
  })
}

/** The value as it is kept. A page sends codes and dates as they are kept; other text is read as an import reads it. */
function readTyped(field: PersonField, typed: string | null, today: CivilDate): Value {
  const text = typed?.trim() ?? ''
  if (text === '') return null
  const { kind, label } = PERSON_FIELDS[field]
  if (kind === 'date') {
    if (!isCivilDate(text)) refuseField('value', `${label} must be a real date, like 27 3 2026`)
    if (PAST_FIELDS.has(field) && text > today) refuseField('value', `${label} must be today or in the past`)
    return text
  }
  if (kind === 'boolean') {
    if (text !== 'true' && text !== 'false') refuseField('value', 'Choose yes or no')
    return text === 'true'
  }
  const choices = FACT_CHOICES[field]
  if (choices !== undefined) {
    if (!Object.hasOwn(choices, text)) refuseField('value', 'Choose one of the list')
    return kind === 'integer' ? Number(text) : text
  }
  return readAsImported(field, text, today)
}

function readAsImported(field: PersonField, text: string, today: CivilDate): Value {
  const type = findColumn(field)?.type ?? 'text'
  const read = readerFor(field, type, {
    today,
    dates: { order: 'day_first', orderStated: true, from1904: false },
  })(text)
  if (read instanceof Problem) return refuseField('value', read.message)
  if (read instanceof Doubtful) return read.value
  if (typeof read === 'object' && read !== null) return refuseField('value', 'Choose one of the list')
  return read ?? null
}

/** What was typed answers what was shown: somebody else's change, or a list's, is looked at first. */
function refuseIfChanged(history: readonly PersonChange[], field: PersonField, seen: number): void {
  const change = history.findLast(({ seq, delta }) => seq > seen && Object.hasOwn(delta, field))
  if (change === undefined) return
  const value = change.delta[field] ?? null
  const now = value === null ? 'no value' : factText(field, value)
  const who =
    change.source === TYPED_HERE
      ? `by ${change.byName}`
      : `by ${systemOf(change.source)}, brought in by ${change.byName}`
  throw new DeskError(
    'conflict',
    `${PERSON_FIELDS[field].label} became ${now} while you were writing, ${who}. Nothing was saved: save again if yours is right.`,
  )
}

function refuseOthersCrn(db: ReadDb, personId: string, crn: string): void {
  const other = listPeople(db).find(({ id, record }) => id !== personId && record.crn === crn)
  if (other !== undefined)
    refuseField('value', `The CRN ${crn} is already that of ${other.record.prison_number ?? 'somebody else'}`)
}

/** What no person can have. A release before the sentence is kept and asked about: it is on the record somewhere. */
function refuseImpossible(field: PersonField, value: Value, record: PersonRecord): void {
  const { date_of_birth: born, sentence_start_date: start } = record
  if (field === 'date_of_birth' && start && typeof value === 'string' && value >= start)
    refuseField('value', `The sentence began on ${formatDate(start)}: a date of birth must be before it`)
  if (field === 'sentence_start_date' && born && typeof value === 'string' && value <= born)
    refuseField('value', `Born on ${formatDate(born)}: the sentence must begin after that`)
}

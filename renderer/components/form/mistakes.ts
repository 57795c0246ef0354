import type { CallError } from '../../api/client.ts'
import type { FieldError } from '../govuk/error-summary.tsx'
import { datePartId } from './date-input.tsx'
import { readTypedDate, type TypedDate } from './typed-date.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'

/** What is wrong with a form, field by field: the message at the field, and where the summary leads. */
export type Mistakes = Readonly<Record<string, { message: string; part?: keyof TypedDate }>>

export const NO_MISTAKES: Mistakes = {}

/** The summary at the top: each mistake leading to its field, then what the app refused without naming one. */
export function summaryOf(
  mistakes: Mistakes,
  idOf: (field: string) => string,
  failure: CallError | null,
): FieldError[] {
  const errors = Object.entries(mistakes).map(([field, { message, part }]) => ({
    message,
    field: part === undefined ? idOf(field) : datePartId(idOf(field), part),
  }))
  return failure === null ? errors : [...errors, ...refusals(failure, idOf)]
}

function refusals(failure: CallError, idOf: (field: string) => string): FieldError[] {
  const fields = Object.entries(failure.fields ?? {})
  return fields.length === 0
    ? [{ message: failure.message }]
    : fields.map(([field, message]) => ({ message, field: idOf(field) }))
}

/** What the app refused of one field, where the page itself found nothing wrong with it. */
export const messageAt = (mistakes: Mistakes, failure: CallError | null, field: string): string | undefined =>
  mistakes[field]?.message ?? failure?.fields?.[field]

/** Collects mistakes while a form is read. */
export class FormReader {
  readonly mistakes: Record<string, { message: string; part?: keyof TypedDate }> = {}

  refuse(field: string, message: string): void {
    this.mistakes[field] ??= { message }
  }

  /** A typed date; null, with the mistake noted, where it is not one. `name` begins the message. */
  date(field: string, typed: TypedDate, name: string): CivilDate | null {
    const read = readTypedDate(typed, name)
    if ('date' in read) return read.date
    this.mistakes[field] ??= { message: read.error, part: read.part }
    return null
  }

  /** Text that has to be there, within a length. */
  text(field: string, typed: string, name: string, most: number): string {
    const text = typed.trim()
    if (text === '') this.refuse(field, `Enter ${name}`)
    else if (text.length > most)
      this.refuse(
        field,
        `${name.charAt(0).toUpperCase()}${name.slice(1)} must be ${most} characters or fewer`,
      )
    return text
  }

  get isSound(): boolean {
    return Object.keys(this.mistakes).length === 0
  }
}

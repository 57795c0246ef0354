import { readTypedDate, typedFrom, NO_DATE, type TypedDate } from '../../components/form/typed-date.ts'
import type { Choices, Inspected } from './use-import.ts'

export type DateOrder = 'day_first' | 'month_first'

/** What stands in the form of the second step. */
export interface ColumnForm {
  /** By heading; empty leaves the column out. */
  fields: Readonly<Record<string, string>>
  order: DateOrder | null
  asAt: TypedDate
}

export interface ColumnMistakes {
  /** By heading. */
  columns: Readonly<Record<string, string>>
  order?: string
  asAt?: { message: string; part: keyof TypedDate }
}

export const AS_AT_NAME = 'the day the extract speaks of'

/** The form as the file and earlier choices fill it. */
export function startColumnForm(inspected: Inspected, choices: Choices | null): ColumnForm {
  const fields: Record<string, string> = {}
  for (const column of inspected.columns) {
    const chosen =
      choices && column.heading in choices.mapping ? choices.mapping[column.heading] : column.field
    fields[column.heading] = chosen ?? ''
  }
  const asAt = choices?.asAt ?? inspected.asAt
  return {
    fields,
    order: choices?.dateOrder ?? inspected.remembered?.dateOrder ?? null,
    asAt: asAt === null ? NO_DATE : typedFrom(asAt as never),
  }
}

/** Checks the form: an order where it must be asked, a real as-at day not after today, and no field matched twice. */
export function readColumnForm(
  form: ColumnForm,
  inspected: Inspected,
  today: string,
): { choices: Choices } | { mistakes: ColumnMistakes } {
  const columns = doubled(form, inspected)
  const read = readTypedDate(form.asAt, AS_AT_NAME)
  const mistakes: ColumnMistakes = { columns }
  if (inspected.dateOrder === 'ask' && form.order === null)
    mistakes.order = 'Select which comes first in its dates, day or month'
  if ('error' in read) mistakes.asAt = { message: read.error, part: read.part }
  else if (read.date > today)
    mistakes.asAt = { message: 'The day the extract speaks of must be today or in the past', part: 'day' }
  if (Object.keys(columns).length > 0 || mistakes.order || mistakes.asAt || 'error' in read)
    return { mistakes }
  return {
    choices: {
      mapping: Object.fromEntries(
        Object.entries(form.fields).map(([heading, field]) => [heading, field === '' ? null : field]),
      ),
      dateOrder: inspected.dateOrder === 'ask' ? form.order : null,
      asAt: read.date,
    },
  }
}

function doubled(form: ColumnForm, inspected: Inspected): Record<string, string> {
  const first = new Map<string, string>()
  const found: Record<string, string> = {}
  for (const { heading, field: own, yields } of inspected.columns) {
    const field = form.fields[heading] ?? ''
    // One that only fills where the other is blank is no second answer.
    if (field === '' || (yields && field === own)) continue
    const other = first.get(field)
    const label = inspected.fields.find((each) => each.field === field)?.label ?? field
    if (other === undefined) first.set(field, heading)
    else found[heading] = `“${heading}” and “${other}” are both matched to ${label}: leave one out`
  }
  return found
}

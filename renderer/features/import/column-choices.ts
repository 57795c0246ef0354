import { readTypedDate, typedFrom, NO_DATE, type TypedDate } from '../../components/form/typed-date.ts'
import type { Choices, Inspected } from './use-import.ts'

export type DateOrder = 'day_first' | 'month_first'

/** What stands in the form of the second step. */
export interface ColumnForm {
  /** By heading; empty leaves the column out. */
  fields: Readonly<Record<string, string>>
  /** Headings whose blank cells clear what is held. */
  clears: readonly string[]
  /** The id of a kind of list; empty for another. */
  kind: string
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
    clears: choices?.clears ?? [],
    kind: (choices?.kind === undefined ? kindSaid(inspected) : choices.kind) ?? '',
    order: choices?.dateOrder ?? inspected.remembered?.dateOrder ?? null,
    asAt: asAt === null ? NO_DATE : typedFrom(asAt as never),
  }
}

/** The kind of list as it was said to be the last time, else as its headings say. */
const kindSaid = ({ remembered, source }: Inspected): string | null =>
  remembered?.kind === undefined ? (source?.id ?? null) : remembered.kind

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
      clears: form.clears.filter((heading) => mayClear(inspected, form.fields[heading])),
      // What the headings say needs no saying.
      ...(form.kind === (inspected.source?.id ?? '') ? {} : { kind: form.kind === '' ? null : form.kind }),
      dateOrder: inspected.dateOrder === 'ask' ? form.order : null,
      asAt: read.date,
    },
  }
}

/** Whether a blank may be told to clear a field: not one that says who somebody is. */
export const mayClear = ({ fields }: Inspected, field: string | undefined): boolean =>
  fields.some((each) => each.field === field && each.mayClear)

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

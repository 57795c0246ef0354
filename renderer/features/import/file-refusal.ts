import type { CallError } from '../../api/client.ts'

/** What to do about a whole file that was refused, by the code the app gives. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  empty_file: 'Make the extract again, with its rows in it.',
  no_headings: 'The first row must name the columns. Make the extract again with its headings.',
  duplicate_heading: 'Give the two columns different headings, or take one out, and choose the file again.',
  not_text: 'Open it in Excel, save it as CSV (UTF-8) or as an Excel workbook (.xlsx), and choose that file.',
  not_a_spreadsheet:
    'Open it in Excel, save it as an Excel workbook (.xlsx) or as CSV (UTF-8), and choose that file.',
  too_large: 'Make an extract of this establishment alone, or with fewer columns.',
  other_establishment: 'Choose the extract of this establishment.',
  encoding_unknown: 'Open it in Excel and save it as CSV (UTF-8), then choose that file.',
  ambiguous_date: 'Say whether its dates are written day first or month first.',
}

export interface Refusal {
  title: string
  message: string
  todo: string | null
  /** The question to answer, where there is one. */
  field: string | null
}

/** A failure of any step, in the words of an error summary: what is wrong, what to do, and that nothing was changed. */
export function readRefusal(failure: CallError): Refusal {
  const code = failure.fields['code'] ?? ''
  const refused = failure.code === 'file_refused'
  return {
    title: refused && code !== 'ambiguous_date' ? 'This file cannot be imported' : 'There is a problem',
    message: failure.message,
    todo: refused
      ? (WHAT_TO_DO[code] ?? null)
      : failure.code === 'conflict'
        ? 'Preview the file again.'
        : null,
    field: code === 'ambiguous_date' ? 'date-order' : null,
  }
}

import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import type { Report } from './use-import.ts'

/** Codes of what costs a row all it says; any other costs it one value, and the rest of the row goes ahead. */
const WHOLE_ROW = new Set(['missing_key', 'bad_prison_number', 'duplicate_person', 'ragged_row', 'too_long'])
const isWholeRow = ({ code, column, message }: Report['refused'][number]) =>
  column === null || WHOLE_ROW.has(code) || message.endsWith('the row is left out.')

/** Rows left out: where in the file, and why. */
export function RefusedRows({
  id,
  total,
  rows,
  files,
}: {
  id: string
  total: number
  rows: Report['refused']
  /** Names of the files of the run; one alone is not named again. */
  files: readonly string[]
}) {
  const several = files.length > 1
  if (total === 0) return null
  return (
    <Section
      id={id}
      title={`Refused ${total.toLocaleString('en-GB')}`}
      note="each a whole row or one value of it, left out; everything else can go ahead"
    >
      <ScrollPane label="Refused rows">
        <table className="desk-changes">
          <caption className="govuk-visually-hidden">
            Refused rows: {rows.length} of {total}
          </caption>
          <thead>
            <tr>
              {several && <th scope="col">File</th>}
              <th scope="col" className="desk-changes__row">
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">Left out</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What the file holds</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.file} ${row.row} ${row.column} ${row.code}`}>
                {several && <td className="desk-quiet">{files[row.file]}</td>}
                <td className="desk-quiet">{row.row}</td>
                <td>{row.column ?? 'the whole row'}</td>
                <td>{isWholeRow(row) ? 'The row' : 'This value'}</td>
                <td>{row.message}</td>
                <td className="desk-changes__held">{row.value ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {total > rows.length && (
        <p className="desk-second">
          The first {rows.length} of {total.toLocaleString('en-GB')}.
        </p>
      )}
    </Section>
  )
}

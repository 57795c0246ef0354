import { RowChoice } from '../../components/form/row-choice.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { mayClear } from './column-choices.ts'
import type { Inspected } from './use-import.ts'

export const columnId = (at: number) => `column-${at}`

interface ColumnTableProps {
  inspected: Inspected
  fields: Readonly<Record<string, string>>
  /** Headings whose blank cells clear what is held. */
  clears: readonly string[]
  mistakes: Readonly<Record<string, string>>
  onMatch: (heading: string, field: string) => void
  onClear: (heading: string, clears: boolean) => void
}

/** Every heading of the file, what it is matched to, and the first things it holds. */
export function ColumnTable({ inspected, fields, clears, mistakes, onMatch, onClear }: ColumnTableProps) {
  const options = inspected.fields.map(({ field, label }) => (
    <option key={field} value={field}>
      {label}
    </option>
  ))
  return (
    <ScrollPane label="Columns of the file">
      <table className="desk-columns-table">
        <caption className="govuk-visually-hidden">Columns of the file and what each is matched to</caption>
        <thead>
          <tr>
            <th scope="col">Heading in the file</th>
            <th scope="col">Matched to</th>
            <th scope="col">A blank</th>
            <th scope="col">First rows</th>
          </tr>
        </thead>
        <tbody>
          {inspected.columns.map((column, at) => {
            const mistake = mistakes[column.heading]
            const warningId = `${columnId(at)}-warning`
            return (
              <tr
                key={column.heading}
                className={fields[column.heading] === '' ? 'desk-columns-table__out' : undefined}
              >
                <th scope="row">
                  <label htmlFor={columnId(at)}>{column.heading}</label>
                </th>
                <td>
                  <select
                    className={`govuk-select${mistake ? ' govuk-select--error' : ''}`}
                    id={columnId(at)}
                    value={fields[column.heading] ?? ''}
                    onChange={(event) => onMatch(column.heading, event.target.value)}
                    {...(mistake || column.warning ? { 'aria-describedby': warningId } : {})}
                    {...(mistake ? { 'aria-invalid': true } : {})}
                  >
                    <option value="">Leave out</option>
                    {options}
                  </select>
                  {(mistake || column.warning) && (
                    <span
                      className={mistake ? 'govuk-error-message' : 'desk-columns-table__warning'}
                      id={warningId}
                    >
                      {mistake ? (
                        <span className="govuk-visually-hidden">Error: </span>
                      ) : (
                        <span className="govuk-visually-hidden">Warning: </span>
                      )}
                      {mistake ?? column.warning}
                    </span>
                  )}
                </td>
                <td>
                  {mayClear(inspected, fields[column.heading]) && (
                    <RowChoice
                      kind="checkboxes"
                      id={`${columnId(at)}-clears`}
                      name={`${columnId(at)}-clears`}
                      checked={clears.includes(column.heading)}
                      onTurn={() => onClear(column.heading, !clears.includes(column.heading))}
                      label={
                        <>
                          clears <span className="govuk-visually-hidden">{column.heading}</span>
                        </>
                      }
                    />
                  )}
                </td>
                <td className="desk-columns-table__samples">{column.samples.join(' · ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollPane>
  )
}

import { Link } from 'react-router'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import type { Report } from './use-import.ts'

type File = Omit<Report['files'][number], 'importId'> & { importId?: string }

/** What each of several files brings. */
export function FileTable({ files, takeBack = false }: { files: readonly File[]; takeBack?: boolean }) {
  return (
    <ScrollPane label="The files">
      <table className="desk-casetable desk-import__files">
        <caption className="govuk-visually-hidden">{files.length} files and what each brings</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Rows</th>
            <th scope="col">New</th>
            <th scope="col">Changed</th>
            <th scope="col">The same</th>
            <th scope="col">Not in it</th>
            <th scope="col">Refused</th>
            {takeBack && <th scope="col">Undo</th>}
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, rows, created, updated, unchanged, absent, refusedTotal, importId }, at) => (
            // Two files of one name may lie in two folders.
            // oxlint-disable-next-line react/no-array-index-key -- the list of files of a run never changes
            <tr key={at}>
              <th scope="row">{name}</th>
              {[rows, created, updated, unchanged, absent, refusedTotal].map((count, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns stand where they stand
                <td key={column}>{count.toLocaleString('en-GB')}</td>
              ))}
              {takeBack && (
                <td>
                  <Link to={`/import/undo/${importId}`}>
                    Take back <span className="govuk-visually-hidden">{name}</span>
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

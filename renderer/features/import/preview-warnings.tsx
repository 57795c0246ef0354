import { WarningText } from '../../components/govuk/notices.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import type { Previewed } from './use-import.ts'

type File = Previewed['files'][number]

/** What should be looked at before anything of the preview is believed. */
export function PreviewWarnings({ preview, onBack }: { preview: Previewed; onBack: () => void }) {
  return (
    <>
      {preview.files.map((file) => (
        <FileWarnings file={file} onBack={onBack} key={file.token} />
      ))}
      <Short preview={preview} />
      <Cleared cleared={preview.cleared} />
    </>
  )
}

function FileWarnings({ file, onBack }: { file: File; onBack: () => void }) {
  const { kind, name, asAt, olderThan, sameFile, doubtfulColumns, created, updated } = file
  return (
    <>
      {sameFile !== null && (
        <WarningText>
          This same file was imported on {showMoment(sameFile)}.
          {created + updated === 0 && ` Nothing in ${name} is new.`}
        </WarningText>
      )}
      {olderThan !== null && (
        <WarningText>
          {name}, as at {showDate(asAt)}, is older than the last {kind} imported, which is as at{' '}
          {showDate(olderThan)}. Confirming it puts what it says over newer facts.
        </WarningText>
      )}
      {doubtfulColumns.length > 0 && (
        <WarningText>
          {doubtfulColumns.map(({ heading, label, failed, rows }) => (
            <span key={heading} className="desk-block">
              In “{heading}” {failed.toLocaleString('en-GB')} of {rows.toLocaleString('en-GB')} cells cannot
              be {label}. It may be matched wrongly.
            </span>
          ))}{' '}
          <button type="button" className="desk-link-button" onClick={onBack}>
            Match the columns again
          </button>
        </WarningText>
      )}
    </>
  )
}

/** So few are missing from a whole list of who is here that more than this looks like a list of something else. */
const MANY = 10

/** A list of a few people that says who is here would make everybody else unaccounted for. */
function Short({ preview }: { preview: Previewed }) {
  const left = preview.groups.find(({ key }) => key === 'left')
  if (left === undefined) return null
  const file = preview.files[left.rows[0]?.file ?? 0]
  if (file === undefined || left.count <= MANY || left.count * 4 <= file.rows) return null
  return (
    <WarningText>
      {file.name} holds {file.rows.toLocaleString('en-GB')} {file.rows === 1 ? 'row' : 'rows'}, and{' '}
      {left.count.toLocaleString('en-GB')} people of an earlier list are not in it. If it is not a whole list
      of who is here, go back and say it is another list: otherwise all of them are unaccounted for.
    </WarningText>
  )
}

/** What is taken away is said before what is brought. */
function Cleared({ cleared }: { cleared: Previewed['cleared'] }) {
  if (cleared.length === 0) return null
  const parts = cleared.map(
    ({ label, count }) => `${label} of ${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`,
  )
  return <WarningText>This would clear {new Intl.ListFormat('en-GB').format(parts)}.</WarningText>
}

import type { OutputOf } from '../../../domain/contract/index.ts'
import { Details, NotificationBanner } from '../../components/govuk/notices.tsx'

/** What was saved: version, hash, and each file with its own. */
export function ExportedResult({ result }: { result: OutputOf<'pack.export'> }) {
  if (!result.saved)
    return (
      <NotificationBanner kind="important">
        <p>Nothing was saved: no folder was chosen.</p>
      </NotificationBanner>
    )
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">Draft version {result.version} was saved</p>
      <p>The export is recorded under your name.</p>
      <ul className="desk-files">
        {result.files.map((file) => (
          <li key={file.name}>{file.name}</li>
        ))}
      </ul>
      <Details summary="Check later that nothing was changed">
        {result.hash !== null && (
          <p>
            Hash of its content, as on its cover: <code className="desk-hash">{result.hash}</code>
          </p>
        )}
        <ul className="desk-files">
          {result.files.map((file) => (
            <li key={file.name}>
              {file.name}
              <span className="desk-second">
                SHA-256 <code className="desk-hash">{file.sha256}</code>
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </NotificationBanner>
  )
}

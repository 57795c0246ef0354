import { Timeline } from '../../components/moj/timeline.tsx'
import { showMoment } from '../../components/text/show-date.ts'
import type { PartProps } from './case-file.ts'

/** What was learned and done about this person, newest first. */
export function History({ file }: PartProps) {
  if (file.timeline.length === 0) return <p>Nothing has happened in this case yet.</p>
  return (
    <div className="desk-case desk-history">
      <h2 className="govuk-visually-hidden">Timeline</h2>
      <Timeline
        entries={file.timeline.map((entry) => ({
          id: entry.id,
          title: entry.title,
          by: entry.by,
          at: entry.at,
          shownAt: showMoment(entry.at),
          children:
            entry.details.length === 0 ? undefined : entry.details.length === 1 ? (
              <p>{entry.details[0]}</p>
            ) : (
              <ul className="govuk-list govuk-list--bullet">
                {entry.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ),
        }))}
      />
    </div>
  )
}

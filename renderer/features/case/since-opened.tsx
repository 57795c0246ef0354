import { useState } from 'react'
import type { CaseFile } from './case-file.ts'

/** What was changed in the case while a form stood open: its writer is told who did what, and keeps what was typed. */
export function SinceOpened({ file }: { file: CaseFile }) {
  const [known] = useState(() => new Set(file.timeline.map(({ id }) => id)))
  const since = file.timeline.filter(({ id }) => !known.has(id))
  if (since.length === 0) return null
  return (
    <section className="govuk-inset-text" aria-live="polite" aria-label="Changed meanwhile">
      <p>
        <strong>This case has changed since you opened the form.</strong> What you typed is still here.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {since.map(({ id, title, by, details }) => (
          <li key={id}>
            {title}, by {by}
            {details.length > 0 && <span className="desk-second">{details.join(' ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

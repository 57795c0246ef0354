import type { CaseFile } from './case-file.ts'

/** What the plan must say aloud, each with what to do. The date is never bent by a flag. */
export function Flags({ flags }: { flags: CaseFile['flags'] }) {
  if (flags.length === 0) return null
  return (
    <section className="desk-box desk-box--flags" aria-labelledby="case-flags">
      <h2 className="desk-box__title" id="case-flags">
        What to know before acting
      </h2>
      {flags.map((flag) => (
        <div
          className={`desk-flag${flag.code === 'release_before_handover' ? ' desk-flag--late' : ''}`}
          key={flag.code}
        >
          <h3 className="desk-flag__title">{flag.title}</h3>
          <p>{flag.says}</p>
          {flag.todo !== '' && (
            <p className="desk-flag__todo">
              <strong>What to do:</strong> {flag.todo}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

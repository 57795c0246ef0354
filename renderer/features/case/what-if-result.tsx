import type { OutputOf } from '../../../domain/contract/index.ts'

/** What would be, in the app's words: the answer first, then how it comes about and what else would move. */
export function WhatIfResult({ outcome }: { outcome: OutputOf<'case.whatIf'> }) {
  const { headline, lines, meetings, flagsAppear, flagsGo } = outcome
  return (
    <div className="desk-whatif__result">
      <p className="desk-whatif__answer">{headline}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {meetings.length > 0 && (
        <ul>
          {meetings.map(({ says, late }) => (
            <li key={says} className={late ? 'desk-whatif__late' : undefined}>
              {says}
            </li>
          ))}
        </ul>
      )}
      {flagsAppear.map(({ title, says }) => (
        <p key={title}>
          <strong>Would be flagged: {title}.</strong> {says}
        </p>
      ))}
      {flagsGo.length > 0 && <p>No longer flagged: {flagsGo.join('; ')}.</p>}
    </div>
  )
}

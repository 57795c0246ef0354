import type { Stage } from './use-import.ts'

const STEPS = ['choose', 'columns', 'preview', 'report'] as const

export const STEP_WORDS: Record<Stage['step'], string> = {
  choose: 'Choose files',
  columns: 'Match columns',
  preview: 'Preview and confirm',
  report: 'Report',
}

/** Where in the journey this is. */
export function ImportSteps({ current }: { current: Stage['step'] }) {
  const at = STEPS.indexOf(current)
  return (
    <ol className="desk-steps" aria-label="Steps of the import">
      {STEPS.map((step, number) => {
        const done = number < at || current === 'report'
        return (
          <li
            className={`desk-steps__item${done ? ' desk-steps__item--done' : ''}${number === at ? ' desk-steps__item--current' : ''}`}
            key={step}
            {...(number === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="desk-steps__mark" aria-hidden="true">
              {done ? '✓' : number + 1}
            </span>
            {STEP_WORDS[step]}
            {done && <span className="govuk-visually-hidden"> (done)</span>}
          </li>
        )
      })}
    </ol>
  )
}

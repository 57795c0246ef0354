import type { Confidence as Level } from '../../../domain/model/plan.ts'

const WORDS: Record<Level, { words: string; bars: number }> = {
  high: { words: 'High', bars: 3 },
  medium: { words: 'Medium', bars: 2 },
  low: { words: 'Low', bars: 1 },
}

/** How sure the sources are of this rule: the word says it, the bars repeat it. */
export function Confidence({ level }: { level: Level }) {
  const { words, bars } = WORDS[level]
  return (
    <span className="desk-confidence">
      <svg width="24" height="12" viewBox="0 0 24 12" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 8 + 0.75}
            y={8.75 - bar * 4}
            width="4.5"
            height={bar * 4 + 2.5}
            fill={bar < bars ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
        ))}
      </svg>
      {words} confidence
    </span>
  )
}

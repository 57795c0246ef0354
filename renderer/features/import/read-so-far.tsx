import type { Progress } from './use-progress.ts'

/** How far the reading of a long list has come. Of a short one there is nothing to say. */
export function ReadSoFar({ progress }: { progress: Progress | null }) {
  if (progress === null) return null
  const { name, done, of } = progress
  const words = `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} rows of ${name} read`
  return (
    <span className="desk-import__progress">
      <progress max={of} value={done} aria-label={`Reading ${name}`} />
      <span>{words}</span>
    </span>
  )
}

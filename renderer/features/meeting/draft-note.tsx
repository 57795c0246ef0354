import type { Draft } from '../../api/use-draft.ts'
import { showMoment } from '../../components/text/show-date.ts'

interface DraftNoteProps {
  draft: Pick<Draft<unknown>, 'restored' | 'keptAt'>
  /** The record the form was begun on, and the one that stands. */
  seen: number | string | null
  standing: number | string | null
}

/** That a form keeps itself, that one left earlier is back, and that somebody recorded the same since it was begun. */
export function DraftNote({ draft, seen, standing }: DraftNoteProps) {
  return (
    <>
      {draft.restored && seen !== standing && (
        <p className="govuk-inset-text" aria-live="polite">
          <strong>Somebody recorded this after you began.</strong> Look at what is recorded: saving is refused
          once, so that nothing of theirs is replaced without your seeing it.
        </p>
      )}
      <p className="desk-second" aria-live="polite">
        {draft.restored && 'A draft you left is back. '}
        {draft.keptAt !== null && `Draft saved ${showMoment(draft.keptAt).split(', ').at(-1)}`}
      </p>
    </>
  )
}

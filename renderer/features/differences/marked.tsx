import { DIFFERENCE_MARK_WORDS } from '../../../domain/planning/national-difference.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { showMoment } from '../../components/text/show-date.ts'
import type { Difference } from './mark-form.tsx'

/** Whether a difference is explained, and how; or that it has to be looked at again, and why. */
export function Marked({ difference: { marked } }: { difference: Difference }) {
  if (marked === null) return <Tag text="To explain" tone="fact" />
  const words = DIFFERENCE_MARK_WORDS[marked.mark]
  return (
    <>
      <Tag
        {...(marked.stands
          ? { text: words, tone: 'done' as const }
          : { text: 'Changed since: explain again', tone: 'changed' as const })}
      />
      <span className="desk-second">
        {marked.stands ? '' : `Was: ${words.toLowerCase()}. `}
        {marked.note === '' ? '' : `${marked.note} `}
        {marked.by}, {showMoment(marked.at)}
      </span>
    </>
  )
}

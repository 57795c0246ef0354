import type { Tag as TagData } from '../../../domain/contract/schemas.ts'

/**
 * Status in words; the tone repeats them. Filled = needs attention or done, outline = fact, dashed = unknown or
 * provisional, which still tells them apart in high contrast.
 */
export function Tag({ text, tone }: TagData) {
  return <strong className={`govuk-tag desk-tag--${tone}`}>{text}</strong>
}

/** At most three, worst first, as the contract gives them. */
export function Tags({ tags }: { tags: readonly TagData[] }) {
  if (tags.length === 0) return null
  return (
    <span className="desk-tags">
      {tags.slice(0, 3).map((tag) => (
        <Tag key={tag.text} {...tag} />
      ))}
    </span>
  )
}

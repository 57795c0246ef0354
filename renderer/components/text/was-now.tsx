/** What was struck, what is bold, and both said in words to somebody who sees neither. */
export function WasNow({ was, now }: { was: string; now: string }) {
  return (
    <span className="desk-wasnow">
      <span className="govuk-visually-hidden">Was </span>
      <del>{was}</del> <span aria-hidden="true">→</span>{' '}
      <span className="govuk-visually-hidden">and is now </span>
      <strong>{now}</strong>
    </span>
  )
}

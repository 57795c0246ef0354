import { Button } from '../../components/govuk/button.tsx'

/** Subject and text as they go out, to read and to copy. */
export function InvitationPreview(props: {
  subject: string
  text: string
  said: string
  onCopy: () => void
}) {
  const { subject, text, said, onCopy } = props
  return (
    <section className="desk-box desk-note" aria-label="As it is sent">
      <div className="desk-note__head">
        <h3 className="desk-section__title">As it is sent</h3>
      </div>
      <p className="desk-invite__subject">
        <span className="govuk-visually-hidden">Subject: </span>
        {subject}
      </p>
      <pre className="desk-note__text" aria-label="Text">
        {text}
      </pre>
      <div className="desk-note__foot">
        <output className="desk-second desk-second--inline">{said}</output>
        <Button kind="secondary" keys="Alt+C" onPress={onCopy}>
          Copy the text
        </Button>
      </div>
    </section>
  )
}

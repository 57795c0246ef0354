import { useLayoutEffect, useRef } from 'react'
import { NotificationBanner } from './notices.tsx'

/** What was just done, in a sentence. Where the focus went with the form it was done in, it comes here; elsewhere it stays. */
export function Outcome({ words }: { words: string }) {
  const sentence = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (words !== '' && document.activeElement === document.body) sentence.current?.focus()
  }, [words])
  if (words === '') return null
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading" ref={sentence} tabIndex={-1}>
        {words}
      </p>
    </NotificationBanner>
  )
}

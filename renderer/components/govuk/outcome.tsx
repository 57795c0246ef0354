import { useLayoutEffect, useRef } from 'react'
import { NotificationBanner } from './notices.tsx'

/**
 * What was just done, in a sentence. Where the focus went with the form it was done in, it comes here; elsewhere it stays.
 * `after` changes with what the page shows of it, where the button that did it leaves only then.
 */
export function Outcome({ words, after = null }: { words: string; after?: string | null }) {
  const sentence = useRef<HTMLParagraphElement>(null)
  const looked = useRef('')
  useLayoutEffect(() => {
    const now = `${after} ${words}`
    if (looked.current === now) return
    looked.current = now
    if (words !== '' && document.activeElement === document.body) sentence.current?.focus()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `after` says when to look again
  }, [words, after])
  if (words === '') return null
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading" ref={sentence} tabIndex={-1}>
        {words}
      </p>
    </NotificationBanner>
  )
}

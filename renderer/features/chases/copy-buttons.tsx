import { useState } from 'react'
import { Button } from '../../components/govuk/button.tsx'

/** Copies the words of a message, for those who write in the browser. Whether it worked is said. */
export function CopyButtons({ subject, text }: { subject: string; text: string }) {
  const [said, setSaid] = useState('')
  const copy = async (what: string, words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      setSaid(`${what} copied.`)
    } catch {
      setSaid('This window may not copy. Save the message as email instead.')
    }
  }
  return (
    <>
      <Button kind="secondary" onPress={() => void copy('The message was', text)}>
        Copy the message
      </Button>
      <Button kind="secondary" onPress={() => void copy('The subject was', subject)}>
        Copy the subject
      </Button>
      <output className="desk-second">{said}</output>
    </>
  )
}

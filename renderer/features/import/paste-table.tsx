import { useState, type FormEvent } from 'react'
import { TextArea } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import type { Journey } from './use-import.ts'

/** The most that is taken at once, in characters: some ten thousand rows. */
const MOST = 4_000_000

/** A table copied from a screen or a message goes the same way as a file: matched, previewed, confirmed. */
export function PasteTable({ journey }: { journey: Journey }) {
  const [text, setText] = useState('')
  const [mistake, setMistake] = useState<string | undefined>(undefined)
  function read(event: FormEvent) {
    event.preventDefault()
    const wrong =
      text.trim() === ''
        ? 'Paste a table first'
        : text.length > MOST
          ? 'That is too much at once: save it as a file and choose the file'
          : undefined
    setMistake(wrong)
    if (wrong === undefined) journey.paste(text)
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Or paste a table</span>
      </summary>
      <form className="govuk-details__text" onSubmit={read} noValidate>
        <TextArea
          id="pasted"
          label="A table copied from DPS, Manage POM cases, NDelius or an e-mail"
          hint="Copy the rows on that screen, with the headings if there are any, and paste them here. You see what would change before anything is written."
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          error={mistake}
        />
        <Button type="submit" kind="secondary">
          Read the table
        </Button>
      </form>
    </details>
  )
}

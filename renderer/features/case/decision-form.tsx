import type { FormEvent, ReactNode } from 'react'
import type { CallError } from '../../api/client.ts'
import { summaryOf, type Mistakes } from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import type { CaseFile } from './case-file.ts'
import { useFocusedHeading } from './record-task.tsx'
import { SinceOpened } from './since-opened.tsx'

/** What every form of a decision is given. */
export interface DecisionFormProps {
  file: CaseFile
  /** Closes the form, with what was done in a sentence. */
  onDone: (words: string) => void
  onCancel: () => void
}

/** The frame of a form that opens in place of its list: errors, heading, whose case, fields, Save and Cancel. */
export function DecisionForm(props: {
  title: string
  file: CaseFile
  idOf: (field: string) => string
  mistakes: Mistakes
  failure: CallError | null
  running: boolean
  save: string
  onSave: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const { title, file, idOf, mistakes, failure, running, save, onSave, onCancel, children } = props
  const heading = useFocusedHeading()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className="desk-case desk-form" onSubmit={submit} noValidate>
      <ErrorSummary errors={summaryOf(mistakes, idOf, failure)} />
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {title}
      </h2>
      <p>
        {file.name}, {file.prisonNumber}.
      </p>
      <SinceOpened file={file} />
      {children}
      <div className="desk-actions">
        <Button type="submit">{running ? 'Saving…' : save}</Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

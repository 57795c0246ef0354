import type { CallError } from '../../api/client.ts'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { readRefusal } from './file-refusal.ts'

/** Why the app refused, and what to do about it. Nothing of the file has been kept. */
export function RefusalSummary({ failure }: { failure: CallError | null }) {
  if (failure === null) return null
  const { title, message, todo, field } = readRefusal(failure)
  const lines = [field === null ? { message } : { message, field }]
  if (todo !== null) lines.push({ message: todo })
  return <ErrorSummary title={title} errors={lines} />
}

import { ErrorSummary } from '../components/govuk/error-summary.tsx'
import { PageHeading } from '../components/layout/page.tsx'

/** When not even the state of the desk can be asked. */
export function StartFailed({
  message,
  heading = 'Handover Desk cannot start',
}: {
  message: string
  heading?: string
}) {
  return (
    <main className="desk-main" data-route="failed" data-app-state="loaded">
      <PageHeading>{heading}</PageHeading>
      <ErrorSummary title="What happened" errors={[{ message }]} />
    </main>
  )
}

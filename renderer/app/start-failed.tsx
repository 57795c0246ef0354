import { ErrorSummary } from '../components/govuk/error-summary.tsx'
import { PageHeading } from '../components/layout/page.tsx'

/** When not even the state of the desk can be asked. */
export function StartFailed({ message }: { message: string }) {
  return (
    <main className="desk-main" data-route="failed" data-app-state="loaded">
      <PageHeading>Handover Desk cannot start</PageHeading>
      <ErrorSummary title="What happened" errors={[{ message }]} />
    </main>
  )
}

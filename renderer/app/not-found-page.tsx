import { Link } from 'react-router'
import { Page } from '../components/layout/page.tsx'

export function NotFoundPage() {
  return (
    <Page name="not-found" title="Page not found" heading="Page not found">
      <p className="govuk-body">
        There is no page here. <Link to="/today">Go to Today</Link>.
      </p>
    </Page>
  )
}

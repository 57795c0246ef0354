import { Page } from '../../components/layout/page.tsx'

export function TodayPage() {
  return <Page name="today" title="Today" heading="Today" />
}

import { Page } from '../../components/layout/page.tsx'

export function UnlockPage() {
  return <Page name="unlock" title="Unlock" heading="Unlock" />
}

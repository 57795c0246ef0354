import { Page } from '../../components/layout/page.tsx'

export function HandoversPage() {
  return <Page name="handovers" title="Handovers" heading="Handovers" />
}

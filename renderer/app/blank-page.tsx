import { Page } from '../components/layout/page.tsx'

/** A heading in the frame and nothing else: what every other page's time to ready is measured against. */
export function BlankPage() {
  return <Page name="blank" title="Blank" heading="Blank" />
}

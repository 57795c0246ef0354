import { useState } from 'react'
import { useSession } from '../../api/use-session.ts'
import { BareFrame } from '../../app/bare-frame.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { showLongDate } from '../../components/text/show-date.ts'
import { HandlingNotice } from './handling-notice.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** Who is there, and what opens the store. No case fact is shown before it is open. */
export function UnlockPage({ onOpen }: { onOpen: () => void }) {
  const session = useSession()
  const [recovering, setRecovering] = useState(false)
  return (
    <BareFrame version={session.version}>
      <Page name="unlock" title={recovering ? 'Use the recovery key' : 'Unlock'} heading={null}>
        <div className="desk-unlock">
          <div className="desk-unlock__form">
            <PageHeading className="desk-unlock__title">
              {session.establishment?.name ?? 'Handover Desk'}
            </PageHeading>
            <p className="desk-unlock__date">{showLongDate(session.sample?.today ?? session.today)}</p>
            {recovering ? (
              <RecoverForm people={session.people} onOpen={onOpen} onBack={() => setRecovering(false)} />
            ) : (
              <UnlockForm session={session} onOpen={onOpen} onRecover={() => setRecovering(true)} />
            )}
          </div>
          <HandlingNotice session={session} />
        </div>
      </Page>
    </BareFrame>
  )
}

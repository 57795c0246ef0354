import { useState } from 'react'
import { useSession } from '../../api/use-session.ts'
import { BareFrame } from '../../app/bare-frame.tsx'
import { Page } from '../../components/layout/page.tsx'
import { RecoveryKey } from './recovery-key.tsx'
import { SetupForm } from './setup-form.tsx'

/** The first head of OMU makes the store, then puts the recovery key away before going on. */
export default function SetupPage({ onDone }: { onDone: () => void }) {
  const session = useSession()
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  return (
    <BareFrame version={session.version}>
      <div className="desk-setup">
        {recoveryKey === null ? (
          <Page key="form" name="setup" title="Set up this desk" heading="Set up this desk">
            <SetupForm session={session} onCreated={setRecoveryKey} />
          </Page>
        ) : (
          <Page
            key="key"
            name="recovery-key"
            title="Put the recovery key away"
            heading="Put the recovery key away"
          >
            <RecoveryKey recoveryKey={recoveryKey} onStored={onDone} />
          </Page>
        )}
      </div>
    </BareFrame>
  )
}

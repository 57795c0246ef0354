import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../api/client.ts'
import { useSession } from '../api/use-session.ts'
import { Palette } from '../actions/palette.tsx'
import { useShortcuts } from '../actions/use-shortcuts.ts'
import { showDay } from '../components/text/show-date.ts'
import { useUi } from '../state/ui-store.ts'
import { Header } from './header.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { StaleSources } from './stale-sources.tsx'
import { StatusBar } from './status-bar.tsx'

const ShortcutsDialog = lazy(async () => ({
  default: (await import('../actions/shortcuts-list.tsx')).ShortcutsDialog,
}))

/** What stands round every page of an unlocked desk. */
export function Frame({ children }: { children: ReactNode }) {
  const status = useSession()
  const navigate = useNavigate()
  const palette = useUi((ui) => ui.palette)
  const shortcuts = useUi((ui) => ui.shortcuts)
  const closeDialogs = useUi((ui) => ui.closeDialogs)
  const context = useMemo(
    () => ({
      navigate,
      status,
      lock: async () => {
        await call('session.lock', {})
      },
    }),
    [navigate, status],
  )
  useShortcuts(context)
  return (
    <div className="desk-frame">
      <SkipLink />
      <Header status={status} onLock={() => void context.lock()} />
      <div className="desk-frame__body">
        <details className="desk-menu">
          <summary>Menu</summary>
          <SideNavigation status={status} />
        </details>
        <div className="desk-frame__side">
          <SideNavigation status={status} />
        </div>
        <main id="main" className="desk-main" data-landmark tabIndex={-1}>
          {status.sample && <SampleBanner today={status.today} />}
          <StaleSources status={status} />
          {children}
        </main>
      </div>
      <StatusBar status={status} />
      <LiveRegion />
      {/* Not fetched when asked for: what is typed straight after Ctrl+K would be lost. */}
      {palette && <Palette context={context} onClose={closeDialogs} />}
      <Suspense>{shortcuts && <ShortcutsDialog onClose={closeDialogs} />}</Suspense>
    </div>
  )
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="govuk-skip-link"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      Skip to main content
    </a>
  )
}

function SampleBanner({ today }: { today: string }) {
  return (
    <p className="desk-sample">
      <strong>Sample establishment.</strong> Everybody here is made up, and it is always {showDay(today)}.
    </p>
  )
}

function LiveRegion() {
  const { text, turn } = useUi((ui) => ui.announcement)
  return (
    <output className="govuk-visually-hidden" aria-live="polite">
      <span key={turn}>{text}</span>
    </output>
  )
}

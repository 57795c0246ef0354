import { Link } from 'react-router'
import { ROLE_NAMES } from '../../domain/model/role.ts'
import type { SessionStatus } from '../api/use-session.ts'
import { KeyCaps } from '../components/layout/key-caps.tsx'
import { useUi } from '../state/ui-store.ts'

/** Generic header: product, establishment, find, marking, who is signed in, lock. */
export function Header({ status, onLock }: { status: SessionStatus; onLock?: () => void }) {
  const signedIn = status.state === 'unlocked' && status.user
  return (
    <header className="govuk-generic-header desk-header" data-landmark tabIndex={-1}>
      <div className="desk-header__row">
        {signedIn ? (
          <Link to="/today" className="govuk-generic-header__homepage-link desk-header__product">
            Handover Desk
          </Link>
        ) : (
          <span className="desk-header__product">Handover Desk</span>
        )}
        {signedIn && <span className="desk-header__place">{status.establishment?.name}</span>}
        {signedIn && <FindBox />}
        <span className="desk-header__marking">OFFICIAL-SENSITIVE</span>
        {signedIn && (
          <span className="desk-header__user">
            <strong>{signedIn.name}</strong> {ROLE_NAMES[signedIn.role]}
          </span>
        )}
        {signedIn && (
          <button type="button" className="desk-header__lock" onClick={onLock} aria-keyshortcuts="Control+L">
            Lock <KeyCaps keys="Ctrl+L" />
          </button>
        )}
      </div>
    </header>
  )
}

/** Looks like a box to type in; opens the palette, which is one. */
function FindBox() {
  const openPalette = useUi((ui) => ui.openPalette)
  return (
    <button
      type="button"
      className="desk-find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={openPalette}
    >
      <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true" focusable="false">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m11.5 11.5 5 5" stroke="currentColor" strokeWidth="2.5" />
      </svg>
      <span>Find a person or an action</span> <KeyCaps keys="Ctrl+K" />
    </button>
  )
}

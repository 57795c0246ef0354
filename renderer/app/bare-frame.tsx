import type { ReactNode } from 'react'

/** Round the pages shown before the store is open: marking, no areas, no case fact. */
export function BareFrame({ version, children }: { version: string; children: ReactNode }) {
  return (
    <div className="desk-frame desk-frame--bare">
      <header className="govuk-generic-header desk-header">
        <div className="desk-header__row">
          <span className="desk-header__product">Handover Desk</span>
          <span className="desk-header__marking">OFFICIAL-SENSITIVE</span>
        </div>
      </header>
      <main className="desk-main" id="main">
        {children}
      </main>
      <footer className="desk-status">
        <span>Handover Desk {version}</span>
        <span>No network used</span>
      </footer>
    </div>
  )
}

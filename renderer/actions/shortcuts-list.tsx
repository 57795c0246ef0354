import { Dialog } from '../components/layout/dialog.tsx'
import { KeyCaps } from '../components/layout/key-caps.tsx'
import { APP_ACTIONS } from './app-actions.ts'
import { useShownPageActions } from './page-actions.ts'

/** Keys that no action holds. */
const FIXED = [
  ['F6', 'Next part of the window'],
  ['↑', 'Row above, in a table'],
  ['↓', 'Row below, in a table'],
  ['Enter', 'Open the row in hand'],
] as const

/** All shortcuts as a list: for Help, and in a dialog. */
export function ShortcutsTable() {
  const actions = [...APP_ACTIONS, ...useShownPageActions()].filter((action) => action.shortcut !== undefined)
  return (
    <dl className="desk-shortcuts">
      {actions.map((action) => (
        <div key={action.id}>
          <dt>
            <span className="govuk-visually-hidden">{action.shortcut}</span>
            <KeyCaps keys={action.shortcut ?? ''} />
          </dt>
          <dd>{action.label}</dd>
        </div>
      ))}
      {FIXED.map(([key, label]) => (
        <div key={key}>
          <dt>
            <span className="govuk-visually-hidden">{key}</span>
            <KeyCaps keys={key} />
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label="Keyboard shortcuts" onClose={onClose}>
      <h2 className="desk-section__title">Keyboard shortcuts</h2>
      <ShortcutsTable />
    </Dialog>
  )
}

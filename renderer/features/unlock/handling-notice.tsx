import type { SessionStatus } from '../../api/use-session.ts'
import { KeyCaps } from '../../components/layout/key-caps.tsx'
import { showLongDate, showMoment } from '../../components/text/show-date.ts'

/** How what is behind this page must be handled, and how old it is. */
export function HandlingNotice({ session }: { session: SessionStatus }) {
  const newest = session.asAt
    .map((source) => source.date)
    .sort()
    .at(-1)
  return (
    <div className="desk-unlock__notice">
      <h2 className="desk-section__title">Handling notice</h2>
      <p>This store holds OFFICIAL-SENSITIVE information about people in prison.</p>
      <ul>
        <li>Open a case only if your work needs it. Every case you open is recorded.</li>
        <li>
          Lock the screen when you leave it: <KeyCaps keys="Ctrl+L" />
          <span className="govuk-visually-hidden">Control and L</span>. It also locks itself when it is left
          alone.
        </li>
        <li>Paper and exported files carry the marking. Keep and destroy them as your establishment says.</li>
      </ul>
      <h2 className="desk-section__title">This desk</h2>
      <dl>
        {newest && (
          <div>
            <dt>Newest data</dt>
            <dd>{showLongDate(newest)}</dd>
          </div>
        )}
        {session.backedUpAt && (
          <div>
            <dt>Last backup</dt>
            <dd>{showMoment(session.backedUpAt)}</dd>
          </div>
        )}
        <div>
          <dt>Store</dt>
          <dd>Encrypted on this computer. No network used</dd>
        </div>
      </dl>
    </div>
  )
}

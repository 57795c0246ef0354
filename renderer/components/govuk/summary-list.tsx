import type { ReactNode } from 'react'

export interface SummaryRow {
  key: string
  value: ReactNode
  /** Under the value, quieter: source and age. */
  note?: ReactNode
  action?: ReactNode
}

/** Facts by name. */
export function SummaryList({ rows, plain = false }: { rows: readonly SummaryRow[]; plain?: boolean }) {
  const anyAction = rows.some((row) => row.action !== undefined)
  return (
    <dl className={`govuk-summary-list${plain ? ' govuk-summary-list--no-border' : ''}`}>
      {rows.map((row) => (
        <div
          className={`govuk-summary-list__row${anyAction && row.action === undefined ? ' govuk-summary-list__row--no-actions' : ''}`}
          key={row.key}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">
            {row.value}
            {row.note && <span className="desk-second">{row.note}</span>}
          </dd>
          {row.action !== undefined && <dd className="govuk-summary-list__actions">{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}

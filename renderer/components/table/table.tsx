import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useCameBack } from '../layout/came-back.ts'
import { useUi } from '../../state/ui-store.ts'

export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** The row's heading: the person. */
  rowHead?: boolean
  /** Right-aligned, for numbers that are compared. */
  numeric?: boolean
  className?: string
  /** A column the list may be sorted by, and how it is sorted now. */
  sort?: { direction: 'ascending' | 'descending' | 'none'; onSort: () => void }
}

export interface TableProps<Row> {
  /** Also the key under which the row in hand is remembered. */
  name: string
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A line of its own under a row, across all columns; empty for none. */
  rowNote?: (row: Row) => ReactNode
  className?: string
}

/**
 * A native table. ↑ and ↓ move the row in hand, Enter opens its first link; going back to a list puts the same row in
 * hand again. The wrapper scrolls sideways, and can be focused to do so, where the table is wider than the page.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { name, caption, captionHidden, columns, rows, rowKey, rowNote, className = '' } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const setList = useUi((ui) => ui.setList)
  useReturnToRow(name, body)
  const remember = (key: string) => {
    if (useUi.getState().lists[`${name}:row`]?.['key'] !== key) setList(`${name}:row`, { key })
  }
  return (
    <div className="desk-table-scroll">
      <table className={`govuk-table desk-table ${className}`.trim()}>
        <caption className={`govuk-table__caption${captionHidden ? ' govuk-visually-hidden' : ''}`}>
          {caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move between the rows' own links */}
        <tbody className="govuk-table__body" ref={body} onKeyDown={moveRow}>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <Fragment key={key}>
                <tr className="govuk-table__row" data-row={key} onFocus={() => remember(key)}>
                  {columns.map((column) => (
                    <Cell key={column.key} column={column} row={row} />
                  ))}
                </tr>
                <Note columns={columns.length}>{rowNote?.(row)}</Note>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Note({ columns, children }: { columns: number; children: ReactNode }) {
  if (children === undefined || children === null || children === '') return null
  return (
    <tr className="govuk-table__row desk-table__note">
      <td className="govuk-table__cell" colSpan={columns}>
        {children}
      </td>
    </tr>
  )
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const classes = ['govuk-table__header', column.numeric && 'govuk-table__header--numeric', column.className]
  const sorted = column.sort ? { 'aria-sort': column.sort.direction } : {}
  return (
    <th scope="col" className={classes.filter(Boolean).join(' ')} {...sorted}>
      {column.sort ? (
        <button type="button" className="desk-sort" onClick={column.sort.onSort}>
          {column.head}
          <span className={`desk-sort__mark desk-sort__mark--${column.sort.direction}`} aria-hidden="true" />
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHead) {
    return (
      <th scope="row" className={`govuk-table__header ${column.className ?? ''}`.trim()}>
        {column.cell(row)}
      </th>
    )
  }
  const classes = ['govuk-table__cell', column.numeric && 'govuk-table__cell--numeric', column.className]
  return <td className={classes.filter(Boolean).join(' ')}>{column.cell(row)}</td>
}

const firstLink = (row: Element | null | undefined) =>
  row?.querySelector<HTMLElement>('a[href], button') ?? null

function moveRow(event: KeyboardEvent<HTMLElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea')) return
  const row = event.target instanceof HTMLElement ? event.target.closest('[data-row]') : null
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')]
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const next = row && step ? rows[rows.indexOf(row) + step] : undefined
  const link = firstLink(next)
  if (!link) return
  event.preventDefault()
  link.focus()
}

/** Back, not forward: the row that was opened is in hand again. */
function useReturnToRow(name: string, body: React.RefObject<HTMLElement | null>) {
  const cameBack = useCameBack()
  useEffect(() => {
    const key = useUi.getState().lists[`${name}:row`]?.['key']
    if (!cameBack || key === undefined) return
    const active = document.activeElement
    if (active !== document.body && !active?.matches('[data-page-heading]')) return
    firstLink(body.current?.querySelector(`[data-row="${CSS.escape(key)}"]`))?.focus()
    // Once, when the list first shows.
  }, [body, cameBack, name])
}

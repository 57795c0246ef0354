import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { daysOnSheet } from '../../../domain/sheets/day-words.ts'
import './sheet.scss'

export type Sheet = OutputOf<'sheets.show'>
type Part = Sheet['blocks'][number][number]
type Row = Part['rows'][number]

/** From this many days somebody is waited for too long. */
const LONG_DAYS = 7

/** The page as it is printed: the same classes as the PDF’s, and its names are links. */
export function Paper({ sheet }: { sheet: Sheet }) {
  const { lead, establishment, blocks, noteLines, sign, foot, title } = sheet
  return (
    <div className="sheet">
      <div className="sheet-edge">
        <strong>OFFICIAL-SENSITIVE</strong> <span>{establishment}, Offender Management Unit</span>
      </div>
      <p className="sheet-title" aria-hidden="true">
        {title}
      </p>
      <p className="sheet-lead">{lead}</p>
      {blocks.map((parts) =>
        parts.length === 1 ? (
          parts.map((part) => <PartOf part={part} key={part.key} />)
        ) : (
          <div className="sheet-halves" key={parts.map(({ key }) => key).join(' ')}>
            {parts.map((part) => (
              <PartOf part={part} key={part.key} />
            ))}
          </div>
        ),
      )}
      {noteLines > 0 && <Notes lines={noteLines} />}
      {sign !== '' && (
        <div className="sheet-sign">
          <span>{sign}</span> <span>Date</span> <span>Time</span>
        </div>
      )}
      <div className="sheet-foot">
        <span>{foot}</span> <span>Page 1 of 1</span>
      </div>
    </div>
  )
}

function PartOf({ part }: { part: Part }) {
  const { key, title, note, says, rows, empty, more, layout } = part
  const id = `sheet-${key}`
  return (
    <section className="sheet-part" aria-labelledby={id}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        {note !== '' && <span className="sheet-small">{note}</span>}
      </div>
      {says !== '' && <p className="sheet-says">{says}</p>}
      {rows.length > 0 && (
        <ul className="sheet-rows">
          {rows.map((row, at) => (
            // One person may stand in a part twice, with the same words.
            // oxlint-disable-next-line react/no-array-index-key -- a sheet is drawn once and never reordered
            <li className={`sheet-row sheet-row--${layout}`} key={`${row.personId} ${row.when} ${at}`}>
              <Cells layout={layout} row={row} />
            </li>
          ))}
        </ul>
      )}
      {rows.length === 0 && more === '' && <p className="sheet-empty">{empty}</p>}
      {more !== '' && <p className="sheet-more">{more}</p>}
    </section>
  )
}

const Box = () => <span className="sheet-box" aria-hidden="true" />

function Cells({ layout, row }: { layout: Part['layout']; row: Row }): ReactNode {
  const when = <span className="sheet-when">{row.when} </span>
  const aside = <span className="sheet-aside">{row.aside} </span>
  const main = <Main row={row} />
  switch (layout) {
    case 'first':
      return (
        <>
          <Box />
          {main}
          {aside}
        </>
      )
    case 'meetings':
      return (
        <>
          {when}
          {main}
          {aside}
          <span className="sheet-boxes">
            {row.boxes.map((each) => (
              <span key={each}>
                <Box /> {each}{' '}
              </span>
            ))}
          </span>
        </>
      )
    case 'week':
      return (
        <>
          {when}
          {main}
          {aside}
        </>
      )
    case 'list':
      return (
        <>
          {main}
          <span className={`sheet-days${(row.days ?? 0) >= LONG_DAYS ? ' sheet-days--long' : ''}`}>
            {row.days !== null && daysOnSheet(row.days)}
          </span>
        </>
      )
    case 'changes':
      return main
  }
}

const said = (words: string) => (words === '' ? null : ` ${words}`)

function Main({ row: { personId, name, number, mark, text, was, now, second } }: { row: Row }) {
  return (
    <span className="sheet-main">
      {personId === null ? (
        <span className="sheet-name">{name}</span>
      ) : (
        <Link className="sheet-name" to={`/case/${personId}`}>
          {name}
        </Link>
      )}
      {said(number)}
      {mark !== '' && (
        <>
          {' '}
          <span className="sheet-small">{mark}</span>
        </>
      )}
      {said(text)}
      {was !== '' && (
        <>
          {' '}
          <s>{was}</s>
        </>
      )}
      {said(now)}
      {second !== '' && <span className="sheet-second"> {second}</span>}
    </span>
  )
}

function Notes({ lines }: { lines: number }) {
  return (
    <section className="sheet-notes" aria-labelledby="sheet-notes">
      <div className="sheet-head">
        <h2 id="sheet-notes">Notes</h2>
      </div>
      {Array.from({ length: lines }, (_, line) => (
        <div className="sheet-line" key={line} />
      ))}
    </section>
  )
}

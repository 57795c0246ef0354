import type { WorkRow } from '../../../domain/contract/dated-work.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { shortSource } from '../../components/text/short-source.ts'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { Confidence } from './confidence.tsx'
import { ChangeRecord, WhatIsRecorded } from './what-is-recorded.tsx'

/** One group of dated work: what, when and in which sense, whose, what it rests on, and recording it. */
export function WorkTable(props: {
  title: string
  rows: readonly WorkRow[]
  mayWrite: boolean
  /** The page of the forms, where it is not this one. */
  at?: string
}) {
  const { title, rows, mayWrite, at = '' } = props
  return (
    <ScrollPane label={title}>
      <table className="desk-casetable desk-work">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Work</th>
            <th scope="col">When</th>
            <th scope="col">Owner</th>
            <th scope="col">Rests on</th>
            {mayWrite && (
              <th scope="col">
                <span className="govuk-visually-hidden">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={row.tags.some(({ text }) => text === 'Planning date') ? 'desk-work--planning' : ''}
            >
              <th scope="row">
                {row.title} <Tags tags={row.tags} />
                {row.notes.map((note) => (
                  <span className="desk-second" key={note}>
                    {note}
                  </span>
                ))}
              </th>
              <td>
                <When row={row} />
              </td>
              <td>{row.owner}</td>
              <td>
                <Basis row={row} />
              </td>
              {mayWrite && (
                <td className="desk-casetable__action">
                  <Change row={row} at={at} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

function When({ row }: { row: WorkRow }) {
  if (row.doneOn !== null || row.notDone !== null) return <WhatIsRecorded row={row} />
  return (
    <>
      {row.due === null ? (
        <span className="desk-quiet">{row.windowFrom === null ? 'No day given' : 'No day set'}</span>
      ) : (
        <>
          {row.sense} <span className="desk-nowrap">{showTableDate(row.due)}</span>
          <span className="desk-second">{row.relative}</span>
        </>
      )}
      {row.latestWorkingDay !== null && (
        <span className="desk-second">Last working day {showTableDate(row.latestWorkingDay)}</span>
      )}
      {row.windowFrom !== null && row.windowTo !== null && (
        <span className="desk-second">
          Window {showDate(row.windowFrom)} to {showDate(row.windowTo)}
        </span>
      )}
    </>
  )
}

function Basis({ row }: { row: WorkRow }) {
  return (
    <>
      <span className="desk-work__counted">{row.countedFrom}.</span>
      {row.assumes.length > 0 && <span className="desk-second">Assumes: {row.assumes.join('; ')}.</span>}
      <span className="desk-second desk-work__source">
        {row.source !== '' && shortSource(row.source)} <Confidence level={row.confidence} />
      </span>
    </>
  )
}

function Change({ row, at }: { row: WorkRow; at: string }) {
  if (row.task === null) return null
  return <ChangeRecord row={{ ...row, task: row.task }} at={at} />
}

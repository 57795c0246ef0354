import { useState } from 'react'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import type { Previewed } from './use-import.ts'

type Group = Previewed['groups'][number]

const FIRST = 6

const NOTES: Record<Group['key'], string> = {
  dates_moved: 'worst effect first',
  new: 'each becomes a case once you confirm',
  com_changed: '',
  left: 'asked about under arrivals and departures; nobody is removed',
  other: '',
}

/** One kind of change: each row with its number in the file, what was, what is now, and what that does. */
export function PreviewGroup({ group, files }: { group: Group; files: readonly string[] }) {
  const [all, setAll] = useState(false)
  const rows = all ? group.rows : group.rows.slice(0, FIRST)
  const hidden = group.rows.length - rows.length
  // Of somebody who comes or goes there is no field to speak of.
  const isWhole = group.key === 'new' || group.key === 'left'
  const several = files.length > 1
  return (
    <Section
      id={`import-${group.key}`}
      title={`${group.title} ${group.count.toLocaleString('en-GB')}`}
      note={NOTES[group.key]}
      action={
        hidden > 0 || all ? (
          <button type="button" className="desk-link-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${hidden} more`}
            <span className="govuk-visually-hidden">: {group.title}</span>
          </button>
        ) : undefined
      }
    >
      <ScrollPane label={group.title}>
        <table className="desk-changes">
          <caption className="govuk-visually-hidden">
            {group.title}: {rows.length} of {group.count}
          </caption>
          <thead>
            <tr>
              {several && <th scope="col">File</th>}
              <th scope="col" className="desk-changes__row">
                Row
              </th>
              <th scope="col" className="desk-changes__person">
                Person
              </th>
              {!isWhole && <th scope="col">Field</th>}
              {!isWhole && <th scope="col">Was</th>}
              {!isWhole && <th scope="col">Now</th>}
              <th scope="col" className="desk-changes__effect">
                What it does
              </th>
              <th scope="col">
                <span className="govuk-visually-hidden">Flag</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.file} ${row.row} ${row.prisonNumber} ${row.field}`}>
                {several && <td className="desk-quiet">{files[row.file]}</td>}
                <td className="desk-quiet">{row.row ?? '–'}</td>
                <th scope="row">
                  <span className="desk-changes__name">{row.name}</span>{' '}
                  <span className="desk-second desk-second--inline">{row.prisonNumber}</span>
                </th>
                {!isWhole && <td>{row.field}</td>}
                {!isWhole && (
                  <td>
                    <del>{row.was ?? 'none'}</del>
                  </td>
                )}
                {!isWhole && (
                  <td>
                    <strong>{row.now ?? 'none'}</strong>
                  </td>
                )}
                <td>{withNewDay(row.effect)}</td>
                <td className="desk-changes__tag">{row.tag && <Tag {...row.tag} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {all && group.count > group.rows.length && (
        <p className="desk-second">
          The first {group.rows.length} of {group.count.toLocaleString('en-GB')}. All are imported.
        </p>
      )}
    </Section>
  )
}

/** `Handover 13 Feb 2027 → 30 Nov 2026`: the day that will hold is the bold one. */
function withNewDay(effect: string) {
  const [was, now] = effect.split(' → ')
  if (was === undefined || now === undefined) return effect
  return (
    <>
      {was} → <strong>{now}</strong>
    </>
  )
}

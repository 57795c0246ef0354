import type { ReactNode } from 'react'
import { Tag } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import type { Records } from './sentence.tsx'

/** Opens a form on one record; null for those who only read. */
export type Opener = {
  idOf: (what: 'change' | 'back', subject: string) => string
  open: (what: 'change' | 'back', subject: string) => void
} | null

function RecordTable(props: { label: string; headings: readonly string[]; children: ReactNode }) {
  const { label, headings, children } = props
  return (
    <ScrollPane label={label}>
      <table className="desk-casetable">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th scope="col" key={heading}>
                {heading === 'Change' ? <span className="govuk-visually-hidden">{heading}</span> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollPane>
  )
}

function Actions({ opener, subject, of }: { opener: Opener; subject: string; of: string }) {
  if (opener === null) return null
  return (
    <td className="desk-casetable__action">
      {(['change', 'back'] as const).map((what) => (
        <button
          type="button"
          className="desk-link-button"
          key={what}
          id={opener.idOf(what, subject)}
          onClick={() => opener.open(what, subject)}
        >
          {what === 'change' ? 'Change' : 'Take back'} <span className="govuk-visually-hidden">{of}</span>
        </button>
      ))}
    </td>
  )
}

const By = ({ by, at }: { by: string; at: string }) => (
  <span className="desk-second">
    Recorded by {by}, {showMoment(at)}
  </span>
)

export function Sentences({ sentences, opener }: { sentences: Records['sentences']; opener: Opener }) {
  if (sentences.length === 0) return <p>No sentence is recorded here yet.</p>
  const nameOf = (subject: string | null) => sentences.find((each) => each.subject === subject)?.words ?? null
  return (
    <RecordTable
      label="Sentences"
      headings={['Sentence', 'Began', 'Offence and court', 'Runs', ...(opener === null ? [] : ['Change'])]}
    >
      {sentences.map((one) => (
        <tr key={one.subject}>
          <th scope="row">
            {one.words}{' '}
            <Tag
              text={one.status === 'active' ? 'Active' : 'Served'}
              tone={one.status === 'active' ? 'planned' : 'fact'}
            />
            {one.note !== '' && <span className="desk-second desk-note">{one.note}</span>}
          </th>
          <td className="desk-nowrap">{showDate(one.startedOn)}</td>
          <td>
            {one.offence === '' ? 'Offence not recorded' : one.offence}
            {one.court !== '' && <span className="desk-second">{one.court}</span>}
          </td>
          <td>
            {one.consecutiveTo === null
              ? 'With the others'
              : `After: ${nameOf(one.consecutiveTo) ?? 'another'}`}
            <By by={one.by} at={one.at} />
          </td>
          <Actions opener={opener} subject={one.subject} of={one.words} />
        </tr>
      ))}
    </RecordTable>
  )
}

export function Recalls({ recalls, opener }: { recalls: Records['recalls']; opener: Opener }) {
  if (recalls.length === 0) return <p>No recall is recorded here.</p>
  return (
    <RecordTable
      label="Recalls"
      headings={[
        'Recall',
        'Recalled',
        'Back in custody',
        'Released again',
        ...(opener === null ? [] : ['Change']),
      ]}
    >
      {recalls.map((one) => (
        <tr key={one.subject}>
          <th scope="row">
            {one.words}
            {one.reason !== '' && <span className="desk-second desk-note">{one.reason}</span>}
            <By by={one.by} at={one.at} />
          </th>
          <td className="desk-nowrap">{showDate(one.recalledOn)}</td>
          <td className="desk-nowrap">{one.returnedOn === null ? 'Not yet' : showDate(one.returnedOn)}</td>
          <td className="desk-nowrap">{one.releasedAgainOn === null ? '' : showDate(one.releasedAgainOn)}</td>
          <Actions opener={opener} subject={one.subject} of={one.words} />
        </tr>
      ))}
    </RecordTable>
  )
}

export function Categories({ categories }: { categories: Records['categories'] }) {
  if (categories.length === 0) return <p>No security category is known.</p>
  return (
    <RecordTable label="Security categories" headings={['Category', 'From', 'Source']}>
      {categories.map(({ value, from, source, now }) => (
        <tr key={`${from} ${value}`}>
          <th scope="row">
            {value} {now && <Tag text="Now" tone="planned" />}
          </th>
          <td className="desk-nowrap">{showDate(from)}</td>
          <td>{source}</td>
        </tr>
      ))}
    </RecordTable>
  )
}

export function Moves({ movements }: { movements: Records['movements'] }) {
  if (movements.length === 0) return <p>No movement has been confirmed here.</p>
  return (
    <RecordTable label="Arrivals and departures" headings={['What', 'Day', 'Confirmed']}>
      {movements.map(({ id, words, on, note, by, at }) => (
        <tr key={id}>
          <th scope="row">
            {words}
            {note !== '' && <span className="desk-second desk-note">{note}</span>}
          </th>
          <td className="desk-nowrap">{showDate(on)}</td>
          <td>
            {by}, {showMoment(at)}
          </td>
        </tr>
      ))}
    </RecordTable>
  )
}

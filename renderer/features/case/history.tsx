import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { Timeline } from '../../components/moj/timeline.tsx'
import { showMoment } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import type { CaseFile, PartProps } from './case-file.ts'

type Entry = CaseFile['timeline'][number]

const KIND_WORDS: Record<Entry['kind'], string> = {
  dates: 'Dates that moved',
  facts: 'Facts, sentences and recalls',
  checklist: 'Checklist and meetings',
  contact: 'Contacts, notes and chases',
  decision: 'Responsibility and parole',
  allocation: 'Allocation',
  movement: 'Arrivals and departures',
  pre_release: 'Ready to go',
  pack: 'Packs',
}
const KINDS = Object.keys(KIND_WORDS) as Entry['kind'][]
/** More at once are slow to draw and to read. */
const FIRST = 100

/** What was learned and done about this person, newest first: all of it, or one kind. */
export function History({ file }: PartProps) {
  const [search, setSearch] = useSearchParams()
  const announce = useUi((ui) => ui.announce)
  const id = useId()
  if (file.timeline.length === 0) return <p>Nothing has happened in this case yet.</p>
  const chosen = KINDS.find((kind) => kind === search.get('kind')) ?? null
  const entries = chosen === null ? file.timeline : file.timeline.filter(({ kind }) => kind === chosen)
  const isAll = search.get('all') !== null
  const shown = isAll ? entries : entries.slice(0, FIRST)
  const count = (kind: Entry['kind']) => file.timeline.filter((entry) => entry.kind === kind).length

  function choose(kind: string) {
    setSearch(kind === '' ? {} : { kind }, { replace: true })
    const number = kind === '' ? file.timeline.length : count(kind as Entry['kind'])
    announce(number === 1 ? '1 entry' : `${number} entries`)
  }

  return (
    <div className="desk-case desk-history">
      <h2 className="govuk-visually-hidden">Timeline</h2>
      <div className="desk-filters__row">
        <label htmlFor={id}>
          <strong>Show</strong>
        </label>
        <select
          className="govuk-select desk-filters__select"
          id={id}
          value={chosen ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">Everything ({file.timeline.length})</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]} ({count(kind)})
            </option>
          ))}
        </select>
      </div>
      {entries.length === 0 && <p>Nothing of this kind has happened yet.</p>}
      <Timeline
        entries={shown.map((entry) => ({
          id: entry.id,
          title: entry.title,
          by: entry.by,
          at: entry.at,
          shownAt: showMoment(entry.at),
          children: entry.details.length === 0 ? undefined : <Details details={entry.details} />,
        }))}
      />
      {shown.length < entries.length && (
        <p>
          <button
            type="button"
            className="desk-link-button"
            onClick={() => setSearch({ ...Object.fromEntries(search), all: '' }, { replace: true })}
          >
            Show {entries.length - shown.length} more
          </button>
        </p>
      )}
    </div>
  )
}

function Details({ details }: { details: readonly string[] }) {
  if (details.length === 1) return <p>{details[0]}</p>
  return (
    <ul className="govuk-list govuk-list--bullet">
      {details.map((detail) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  )
}

import '../../styles/pieces.scss'
import './meeting.scss'
import { useEffect, useRef } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { daysFrom, showDate, showIn } from '../../components/text/show-date.ts'
import { useScope } from '../../state/use-scope.ts'
import { NoteToEnter } from './case-notes.tsx'

const SHOWN = 100

/** Case notes that are not yet in DPS or NDelius, oldest first: to copy, enter there, and tick. */
export default function NotesPage() {
  const { scope } = useScope()
  const { data, error, former } = useQuery('notes.list', { scope })
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const rows = data?.rows ?? []
  useFocusKept(rows.length)
  return (
    <Page
      name="notes"
      title="Case notes"
      heading="Case notes"
      lead={<ScopeControl />}
      ready={data !== undefined && !former}
      error={error}
    >
      {data && rows.length === 0 && (
        <p className="desk-good">
          Every meeting, contact and decision recorded here is entered in DPS and NDelius.
        </p>
      )}
      {data && rows.length > 0 && (
        <Section
          title="Not entered yet"
          note={`${rows.length} ${rows.length === 1 ? 'note' : 'notes'}, oldest first. Copy each, paste it in the national system, and tick it here.`}
        >
          <ul className="desk-latest">
            {rows.slice(0, SHOWN).map((row) => (
              <li key={`${row.personId} ${row.subject}`}>
                <PersonLink
                  personId={row.personId}
                  name={row.name}
                  prisonNumber={row.prisonNumber}
                  part="meetings"
                />{' '}
                {row.title}, {showDate(row.on)}
                <span className="desk-second desk-second--inline">
                  {' '}
                  {showIn(daysFrom(data.today, row.on))}, recorded by {row.by}
                </span>{' '}
                {row.changed && <Tag text="Changed since it was entered" tone="changed" />}
                <NoteToEnter personId={row.personId} name={row.name} note={row} mayWrite={mayWrite} />
              </li>
            ))}
          </ul>
          {rows.length > SHOWN && (
            <p className="desk-second">
              The first {SHOWN} of {rows.length}.
            </p>
          )}
        </Section>
      )}
    </Page>
  )
}

/** A note entered everywhere leaves the list and takes the focus with it: it goes to the heading of the page. */
function useFocusKept(count: number) {
  const before = useRef(count)
  useEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (isFewer && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-page-heading]')?.focus()
  }, [count])
}

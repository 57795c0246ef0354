import '../../styles/pieces.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'

type Undo = OutputOf<'import.showUndo'>
type Done = OutputOf<'import.undo'>

const people = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`

/** What taking one import back would do, and the button that does it. */
export default function UndoPage() {
  const { importId = '' } = useParams()
  const [done, setDone] = useState<Done | null>(null)
  const { data, error, refetch } = useQuery('import.showUndo', done === null ? { importId } : null)
  const command = useCommand('import.undo')

  async function undo(seq: number) {
    const body = await command.run({ importId, seq })
    if (body !== undefined) setDone(body)
  }

  return (
    // What was done is a new page: its heading takes the focus.
    <Page
      key={done === null ? 'ask' : 'done'}
      name="import-undo"
      title="Take an import back"
      heading={done === null ? 'Take an import back' : 'The import was taken back'}
      ready={data !== undefined || done !== null}
      error={done === null ? error : null}
      mistaken={command.error !== null}
    >
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      {done !== null && <Report done={done} />}
      {done === null && data && (
        <>
          <WhatItWas undo={data} />
          <Effect undo={data} />
          <WarningText>This cannot be taken back itself: bring the file in again instead.</WarningText>
          <div className="desk-actions">
            {command.error?.code === 'conflict' ? (
              <Button
                onPress={() => {
                  command.clear()
                  refetch()
                }}
              >
                Look again
              </Button>
            ) : (
              <Button onPress={() => void undo(data.seq)}>
                {command.running ? 'Taking it back…' : 'Take it back'}
              </Button>
            )}
            <Link to="/import">Leave it as it is</Link>
          </div>
          <Kept undo={data} />
        </>
      )}
    </Page>
  )
}

function WhatItWas({ undo }: { undo: Undo }) {
  return (
    <p>
      <strong>{undo.name}</strong>, from {undo.source}, as at {showDate(undo.asAt)}. Imported{' '}
      {showMoment(undo.at)} by {undo.by}.
    </p>
  )
}

function Effect({ undo: { restored, removed, keptTotal } }: { undo: Undo }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>{people(restored)} would go back to what was known before, each value with the source it had.</li>
      <li>
        {people(removed)} it brought would be in no list any more. What it said of them stays in the log.
      </li>
      <li>
        {keptTotal === 0
          ? 'Nothing has to stay: nothing came after it.'
          : `Of ${people(keptTotal)} something stays, because something came after it.`}
      </li>
    </ul>
  )
}

function Kept({ undo: { kept, keptTotal } }: { undo: Undo }) {
  if (kept.length === 0) return null
  return (
    <Section title="What stays" note={kept.length < keptTotal ? `first ${kept.length} of ${keptTotal}` : ''}>
      <ScrollPane label="What stays">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Values that stay, person by person</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">What stays</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {kept.map(({ personId, name, prisonNumber, fields, why }) => (
              <tr key={personId}>
                <th scope="row">
                  <PersonLink personId={personId} name={name} prisonNumber={prisonNumber} part="facts" />
                </th>
                <td>{fields.join(', ')}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function Report({ done: { restored, removed, kept } }: { done: Done }) {
  return (
    <>
      <p>
        {people(restored)} went back to what was known before; {people(removed)} left the lists
        {kept === 0 ? '' : `; ${kept.toLocaleString('en-GB')} ${kept === 1 ? 'value' : 'values'} stayed`}.
      </p>
      <p>
        <Link to="/changes">See what that changed</Link> or <Link to="/import">import another file</Link>.
      </p>
    </>
  )
}

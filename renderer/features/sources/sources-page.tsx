import '../../styles/pieces.scss'
import './sources.scss'
import { useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { STALE_LIMITS } from '../../../domain/model/stale-limit.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment, showShortDate } from '../../components/text/show-date.ts'

type Shown = OutputOf<'sources.show'>
type Source = Shown['sources'][number]

/** Each source: how old its list is, what that makes doubtful, and what is still missing for how many people. */
export default function SourcesPage() {
  const { data, error } = useQuery('sources.show', {})
  const isHead = useHasRole('head_of_omu')
  const mayImport = useHasRole('head_of_omu', 'case_administrator')
  const [outcome, setOutcome] = useState('')
  return (
    <Page name="sources" title="Sources" heading="Sources" ready={data !== undefined} error={error}>
      {data && (
        <>
          <Outcome words={outcome} />
          <p>
            What is known of {data.people.toLocaleString('en-GB')} people here, by where it comes from. A
            source is called stale after {data.limit} {data.limit === 1 ? 'day' : 'days'}
            {data.limitBy === null ? '' : `, as ${data.limitBy} said`}.{' '}
            {mayImport && <Link to="/import">Import a list</Link>}
          </p>
          {data.sources.map((source) => (
            <OneSource source={source} people={data.people} key={source.source} />
          ))}
          {isHead && <LimitForm days={data.limit} onDone={setOutcome} />}
        </>
      )}
    </Page>
  )
}

function OneSource({ source, people }: { source: Source; people: number }) {
  return (
    <Section title={source.source}>
      <p>
        <Age source={source} /> {source.doubt}
      </p>
      {source.newest !== null && (
        <p className="desk-second">
          {source.held.toLocaleString('en-GB')} of {people.toLocaleString('en-GB')} people here were ever in
          its lists.
        </p>
      )}
      <ScrollPane label={`What ${source.source} says`}>
        <table className="desk-casetable desk-sources">
          <caption className="govuk-visually-hidden">
            {source.source}: what is missing for how many people, and how old the values are
          </caption>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Missing for</th>
              <th scope="col">Newest value</th>
              <th scope="col">Oldest value</th>
            </tr>
          </thead>
          <tbody>
            {source.fields.map(({ field, label, missing, newest, oldest }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td>{missing === 0 ? 'Nobody' : missing.toLocaleString('en-GB')}</td>
                <td>{newest === null ? 'None' : showShortDate(newest)}</td>
                <td>{oldest === null ? 'None' : showShortDate(oldest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function Age({ source: { newest, days, stale, importedAt, by } }: { source: Source }) {
  if (newest === null || days === null)
    return (
      <>
        <Tag text="No list yet" tone="unknown" /> Not known here:
      </>
    )
  const old = days === 0 ? 'as at today' : `${days} ${days === 1 ? 'day' : 'days'} old`
  return (
    <>
      <Tag text={stale ? `Stale, ${old}` : `In date, ${old}`} tone={stale ? 'late' : 'done'} /> As at{' '}
      {showDate(newest)}
      {importedAt !== null && `, imported ${showMoment(importedAt)} by ${by ?? 'somebody'}`}.{' '}
      {stale ? 'In doubt:' : 'On it rest:'}
    </>
  )
}

function LimitForm({ days, onDone }: { days: number; onDone: (words: string) => void }) {
  const [typed, setTyped] = useState(String(days))
  const [mistake, setMistake] = useState<string | undefined>(undefined)
  const command = useCommand('sources.setLimit')
  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const number = /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : 0
    const isSound = number >= STALE_LIMITS.least && number <= STALE_LIMITS.most
    setMistake(
      isSound ? undefined : `Enter a number of days from ${STALE_LIMITS.least} to ${STALE_LIMITS.most}`,
    )
    if (!isSound) return
    const done = await command.run({ days: number })
    if (done !== undefined) onDone(`A source is now called stale after ${number} days.`)
  }
  return (
    <Section title="When a source is stale">
      <form onSubmit={(event) => void save(event)} noValidate>
        <TextInput
          id="stale-limit"
          label="After how many days?"
          className="govuk-input--width-3"
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={mistake ?? command.error?.message}
        />
        <Button type="submit" kind="secondary">
          Save
        </Button>
      </form>
    </Section>
  )
}

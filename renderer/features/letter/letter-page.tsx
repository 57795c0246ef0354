import '../../styles/pieces.scss'
import './letter.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { InsetText } from '../../components/govuk/notices.tsx'
import { Columns, Section } from '../../components/layout/section.tsx'
import { Page } from '../../components/layout/page.tsx'
import { ConfirmDate } from './confirm-date.tsx'
import { Given } from './given.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { SaveLetter } from './save-letter.tsx'
import { WhatItSays } from './what-it-says.tsx'

export type LetterShown = OutputOf<'letter.show'>
export type Task = LetterShown['booked'][number]['task']

/** What the person making the letter chose. */
export interface Choices {
  withDay: Task[]
  release: boolean
  largePrint: boolean
}

export interface StepProps {
  shown: LetterShown
  onDone: (words: string) => void
}

/** The letter that tells a person who will manage them and when, as it reads now, with what is in the way beside it. */
export default function LetterPage() {
  const { personId = '' } = useParams()
  return <OneLetter key={personId} personId={personId} />
}

function OneLetter({ personId }: { personId: string }) {
  const [choices, setChoices] = useState<Choices>({ withDay: [], release: false, largePrint: false })
  const input: InputOf<'letter.show'> = { personId, withDay: choices.withDay, release: choices.release }
  const { data, error } = useQuery('letter.show', input)
  const [outcome, setOutcome] = useState('')
  return (
    <Page
      name="letter"
      title={data ? `Case ${data.prisonNumber} – Letter` : 'Letter'}
      heading={data ? `Letter to ${data.name}` : 'Letter'}
      ready={data !== undefined}
      error={error}
    >
      {data && (
        <>
          <Outcome words={outcome} after={data.seen} />
          <p>
            {data.prisonNumber}. It tells the person who manages them and when that changes.{' '}
            <Link to={`/case/${personId}`}>Open the case</Link>
          </p>
          {data.refused === null ? (
            <Columns
              main={
                <Section title="How it reads">
                  {data.letter && <LetterPaper letter={data.letter} largePrint={choices.largePrint} />}
                </Section>
              }
              aside={
                <>
                  <Doubts doubts={data.doubts} />
                  <ConfirmDate shown={data} onDone={setOutcome} />
                  <WhatItSays shown={data} choices={choices} onChange={setChoices} />
                  <SaveLetter shown={data} choices={choices} onDone={setOutcome} />
                  <Given key={data.seen} shown={data} onDone={setOutcome} />
                </>
              }
            />
          ) : (
            <InsetText>
              <strong>No letter for this case.</strong> {data.refused}
            </InsetText>
          )}
        </>
      )}
    </Page>
  )
}

function Doubts({ doubts }: { doubts: readonly string[] }) {
  if (doubts.length === 0) return null
  return (
    <Section title="Before you give it">
      <ul className="govuk-list govuk-list--bullet">
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </Section>
  )
}

import '../../styles/pieces.scss'
import './movements.scss'
import { useState } from 'react'
import { ABSENCES, ARRIVALS, DEPARTURES, type MovementKind } from '../../../domain/model/movement.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { AskedTable, type Asked, type List } from './asked-table.tsx'
import { Recent } from './recent.tsx'

const LEAVING: readonly MovementKind[] = ['still_here', ...DEPARTURES, ...ABSENCES]

/** Who came, who is missing from the newest custody list and who is back: each confirmed by a person before lists change. */
export default function MovementsPage() {
  const { data, error } = useQuery('movements.list', {})
  const [outcome, setOutcome] = useState('')
  const mayRecord = useHasRole('head_of_omu', 'case_administrator')
  return (
    <Page
      name="movements"
      title="Arrivals and departures"
      heading="Arrivals and departures"
      ready={data !== undefined}
      error={error}
    >
      {data && (
        <>
          <Outcome words={outcome} />
          <p>{leadWords(data)}</p>
          {PARTS.map(({ key, title, about, kinds }) => (
            <Part
              key={key}
              title={title}
              about={about}
              rows={data[key]}
              kinds={kinds}
              mayRecord={mayRecord}
              onDone={setOutcome}
            />
          ))}
          <Recent rows={data.recent} mayTakeBack={mayRecord} onDone={setOutcome} />
        </>
      )}
    </Page>
  )
}

const PARTS: readonly {
  key: 'unaccounted' | 'returned' | 'arrived'
  title: string
  about: string
  kinds: readonly MovementKind[]
}[] = [
  {
    key: 'unaccounted',
    title: 'Unaccounted for',
    about:
      'In an older custody list and not in the newest. They stay in every list until somebody says where they are.',
    kinds: LEAVING,
  },
  {
    key: 'returned',
    title: 'Back again',
    about: 'Recorded as having left, and in a list since. Their earlier record is kept.',
    kinds: ARRIVALS,
  },
  {
    key: 'arrived',
    title: 'Arrived',
    about: 'New in the newest custody list. They are in every list already; say how they came.',
    kinds: [...ARRIVALS, 'not_here'],
  },
]

function Part(props: {
  title: string
  about: string
  rows: readonly Asked[]
  kinds: readonly MovementKind[]
  mayRecord: boolean
  onDone: (words: string) => void
}) {
  const { title, about, rows } = props
  return (
    <Section title={`${title} ${rows.length}`} note={rows.length === 0 ? undefined : about}>
      {rows.length === 0 ? <p>Nobody.</p> : <AskedTable {...props} />}
    </Section>
  )
}

function leadWords({ listAsAt, unaccounted, returned, arrived }: List): string {
  if (listAsAt === null) return 'No custody list is in yet: nobody can be missing from one.'
  const open = unaccounted.length + returned.length + arrived.length
  const list = `The newest custody list is as at ${showDate(listAsAt)}.`
  if (open === 0) return `${list} Everybody is accounted for.`
  return `${list} ${open} ${open === 1 ? 'person is' : 'people are'} to be confirmed.`
}

import '../../styles/pieces.scss'
import './staff.scss'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Columns, Section } from '../../components/layout/section.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { KIND_WORDS } from '../allocation/pom-table.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { Absences } from './absences.tsx'
import { HeldCases } from './held-cases.tsx'
import { Leaving } from './leaving.tsx'
import { MemberForm } from './member-form.tsx'

type Shown = OutputOf<'staff.show'>

/** One POM: the record, the absences with cover, every case held, and what leaving would still need. */
export default function MemberPage() {
  const { staffId = '' } = useParams()
  const { data, error } = useQuery('staff.show', { staffId })
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const mayChange = useHasRole('head_of_omu')
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const shown = data?.row.staffId === staffId ? data : undefined
  const absence = search.get('absence')
  if (mayChange && shown && search.has('change'))
    return <MemberForm key="change" row={shown.row} onFinish={finish} />
  if (mayChange && shown && absence !== null) {
    const place = absence === 'new' ? null : Number(absence)
    return <AbsenceForm key={`absence ${absence}`} shown={shown} place={place} onFinish={finish} />
  }
  return (
    <Page
      key="member"
      name="staff-member"
      title={shown?.row.name ?? 'Staff'}
      heading={shown?.row.name ?? 'Staff'}
      lead={shown && KIND_WORDS[shown.row.kind]}
      actions={shown && <Actions shown={shown} mayChange={mayChange} />}
      ready={shown !== undefined}
      error={error}
    >
      {outcome !== '' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{outcome}</p>
        </NotificationBanner>
      )}
      {shown && (
        <Columns
          main={<HeldCases shown={shown} />}
          aside={
            <>
              <About shown={shown} />
              <Absences shown={shown} mayChange={mayChange} />
              {mayChange && <Leaving shown={shown} onLeft={setOutcome} />}
            </>
          }
        />
      )}
    </Page>
  )
}

function Actions({ shown, mayChange }: { shown: Shown; mayChange: boolean }) {
  return (
    <>
      <Link to="/staff">All staff</Link>
      {mayChange && (
        <Button kind="secondary" to="?change">
          Change
        </Button>
      )}
      {mayChange && shown.cases.length > 0 && (
        <Button kind="secondary" to={`/allocation/hand-over?from=${shown.row.staffId}`}>
          Hand over cases
        </Button>
      )}
    </>
  )
}

function About({ shown: { row } }: { shown: Shown }) {
  const { workload: held } = row
  const pairs: [string, React.ReactNode][] = [
    ['State', row.tags.length === 0 ? 'At work' : <Tags tags={row.tags} key="tags" />],
    ['Works', row.pattern],
    ['Email', row.email === '' ? 'None' : row.email],
    ['Cases', `${held.total}: ${held.responsible} responsible, ${held.supporting} supporting`],
    ['Co-working', String(held.coWorking)],
    ['Next 28 days', `${count(held.handovers, 'handover')}, ${count(held.meetings, 'meeting')}`],
    ...row.covers.map(({ name, from, to }): [string, string] => [
      'Covers',
      `${name}, ${showShortDate(from)} to ${showShortDate(to)}`,
    ]),
  ]
  return (
    <Section title="Record">
      <dl className="desk-pairs desk-staff__pairs">
        {pairs.map(([key, value], at) => (
          // oxlint-disable-next-line react/no-array-index-key -- somebody may cover for two
          <div key={`${key} ${at}`}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

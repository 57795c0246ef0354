import { useQuery } from '../../api/use-query.ts'
import { useHasRole, useSession } from '../../api/use-session.ts'
import { useStartNotice } from '../../app/use-start-notice.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Columns } from '../../components/layout/section.tsx'
import { DoubtBanner } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { showLongDate, showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { useScope } from '../../state/use-scope.ts'
import { Link, useNavigate } from 'react-router'
import { usePageActions } from '../../actions/page-actions.ts'
import { Button } from '../../components/govuk/button.tsx'
import { Administration } from './administration.tsx'
import { Unfinished } from '../meeting/unfinished.tsx'
import { CalledOff } from './called-off.tsx'
import { CannotPlan, CountList, TicketPanel } from './counts.tsx'
import { FirstThings, useNumberedActions } from './first-things.tsx'
import { Moved } from './moved.tsx'
import { OrderOfWorry } from './order-of-worry.tsx'
import { Coming, Overdue, Week } from './week.tsx'
import { Escalations, Waiting, WhoOwes } from './waiting.tsx'
import type { Today } from './work.ts'

/** What to do first, what is overdue, this week, and what is coming. */
export function TodayPage() {
  const { scope } = useScope()
  const session = useSession()
  const query = useQuery('today.show', { scope })
  const navigate = useNavigate()
  useStartNotice(query.data?.notice, session.today)
  const chases = session.counts?.[scope]?.chases ?? 0
  const mayChase = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const isFriday = showLongDate(session.today).startsWith('Friday')
  usePageActions([
    ...(mayChase
      ? [{ id: 'chases', label: 'Draft chases', shortcut: 'Alt+D', run: () => void navigate('/chases') }]
      : []),
    { id: 'sheet', label: 'Morning sheet', shortcut: 'Alt+P', run: () => void navigate('/sheet/morning') },
    { id: 'friday', label: 'Friday close', shortcut: 'Alt+F', run: () => void navigate('/sheet/friday') },
  ])
  return (
    <Page
      name="today"
      title="Today"
      heading="Today"
      lead={showLongDate(session.today)}
      actions={
        <>
          <ScopeControl />
          {chases > 0 && mayChase && (
            <Button kind="secondary" to="/chases" keys="Alt+D">
              Draft chases
            </Button>
          )}
          <Button kind="secondary" to="/sheet/morning" keys="Alt+P">
            Morning sheet
          </Button>
        </>
      }
      ready={query.data !== undefined && !query.former}
      error={query.error}
    >
      <StaleSources />
      <NewerExtracts />
      <Unfinished />
      {isFriday && (
        <p className="govuk-inset-text">
          It is Friday. <Link to="/sheet/friday">Friday close</Link> says what was held this week, what is not
          entered, and what falls over the weekend.
        </p>
      )}
      {session.user?.role === 'case_administrator' && <Administration />}
      {query.data &&
        (query.data.cases === 0 ? <NoCases scope={scope} /> : <Shown today={query.data} scope={scope} />)}
    </Page>
  )
}

function Shown({ today, scope }: { today: Today; scope: ScopeChoice }) {
  useNumberedActions(today.first)
  if (scope !== 'unit') {
    return (
      <Columns
        main={
          <>
            <FirstThings today={today} />
            <Week today={today} />
            <CannotPlan cases={today.cannotPlan} />
          </>
        }
        aside={
          <>
            <CalledOff today={today} />
            <Waiting today={today} />
            <Moved today={today} />
            <Overdue today={today} />
            <Coming today={today} />
            <CountList counts={today.counts} />
          </>
        }
      />
    )
  }
  return (
    <>
      <TicketPanel counts={today.counts} />
      <Columns
        narrow
        main={
          <>
            <OrderOfWorry today={today} />
            <CannotPlan cases={today.cannotPlan} />
          </>
        }
        aside={
          <>
            <Escalations today={today} />
            <WhoOwes today={today} />
            <CalledOff today={today} />
            <Moved today={today} />
            <Week today={today} narrow />
            <Coming today={today} />
          </>
        }
      />
    </>
  )
}

/** A newer extract lies in the folder they are saved in: said to those who may bring it in, who decide. */
function NewerExtracts() {
  const mayImport = useHasRole('head_of_omu', 'case_administrator')
  const { data } = useQuery('import.newFiles', mayImport ? {} : null)
  const files = data?.files ?? []
  const [first] = files
  if (first === undefined) return null
  return (
    <p className="govuk-inset-text">
      <strong>
        {files.length === 1 ? 'A newer extract is' : `${files.length} newer extracts are`} in {data?.folder}:
      </strong>{' '}
      {first.name}, saved {showMoment(first.at)}
      {files.length > 1 && ` and ${files.length - 1} more`}. <Link to="/import">Look at importing</Link>
    </p>
  )
}

/** Stands first, because it qualifies all below. */
function StaleSources() {
  const { asAt } = useSession()
  const mayImport = useHasRole('head_of_omu', 'case_administrator')
  const stale = asAt.filter((source) => source.stale)
  return stale.map((source) => (
    <DoubtBanner
      key={source.source}
      action={mayImport ? <Link to="/import">Import a newer list</Link> : undefined}
    >
      <strong>
        {source.source} is {source.days} days old.
      </strong>{' '}
      It speaks of {showShortDate(source.date)}. In doubt: {source.doubt}.
    </DoubtBanner>
  ))
}

function NoCases({ scope }: { scope: ScopeChoice }) {
  const mayImport = useHasRole('head_of_omu', 'case_administrator')
  if (scope === 'mine')
    return <p className="desk-good">No case is allocated to you. The unit’s cases are under The unit.</p>
  if (scope === 'covering') return <p className="desk-good">The POM you cover has no cases.</p>
  return (
    <p className="desk-good">
      Nobody is held here yet.{' '}
      {mayImport ? <Link to="/import">Import an extract</Link> : 'An extract has to be imported first.'}
    </p>
  )
}

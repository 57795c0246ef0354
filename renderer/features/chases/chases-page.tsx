import '../../styles/pieces.scss'
import './chases.scss'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Segments } from '../../components/form/segments.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { InsetText } from '../../components/govuk/notices.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Columns } from '../../components/layout/section.tsx'
import { useScope } from '../../state/use-scope.ts'
import { AnswerPage } from './answer-page.tsx'
import { AskedTable } from './asked-table.tsx'
import { counted, MAY_CHASE, NAME_CHOICES, type Chases, type Names } from './chases-data.ts'
import { Escalations, WhoOwes } from './escalations.tsx'
import { MessagePage } from './message-page.tsx'
import { MessagesDue } from './messages-due.tsx'
import { MonthlyLists } from './monthly-lists.tsx'
import { MonthlySentPage } from './monthly-sent-page.tsx'
import { TeamToFind } from './team-to-find.tsx'

/** What probation owes an answer on: the messages due, who owes what, what was asked, and the monthly lists. */
export default function ChasesPage() {
  const { scope } = useScope()
  const [names, setNames] = useState<Names>('initials')
  const { data, error, former } = useQuery('chases.show', { scope, names })
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const mayChase = useHasRole(...MAY_CHASE)
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const [answer, monthly, person = null] = ['answer', 'monthly', 'person'].map((name) => search.get(name))
  const to = search.get('to') ?? messageAbout(data, person)
  if (data && to !== null)
    return (
      <MessagePage
        key={`to ${to}`}
        chases={data}
        place={to}
        person={person}
        names={names}
        onNames={setNames}
        onFinish={finish}
      />
    )
  if (data && answer != null && mayChase)
    return <AnswerPage key={`answer ${answer}`} chases={data} place={answer} onFinish={finish} />
  if (data && monthly != null && mayChase)
    return <MonthlySentPage key={`monthly ${monthly}`} chases={data} place={monthly} onFinish={finish} />
  return (
    <Page
      key="list"
      name="chases"
      title="Chases"
      heading="Chases"
      lead={<ScopeControl />}
      actions={mayChase && data ? <DraftAll chases={data} names={names} onDone={setOutcome} /> : undefined}
      ready={data !== undefined && !former}
      error={error}
    >
      {data && (
        <>
          <Outcome words={outcome} />
          {person !== null && !isListed(data, person) && (
            <InsetText>
              Nothing is owed on this person now, or they are not among the cases shown.{' '}
              <Link to={`/case/${person}`}>Open the case</Link>
            </InsetText>
          )}
          <p>
            {data.messages === 0
              ? 'No message is due today.'
              : `${counted(data.messages, 'message is', 'messages are')} due today, one to each probation office that owes an answer.`}{' '}
            <Link to="/chases/ladder">The escalation ladder</Link>
          </p>
          {mayChase && (
            <div className="desk-naming">
              <span>Messages and lists name people by prison number, CRN and first letter, or in full.</span>
              <Segments
                label="How messages name people"
                value={names}
                choices={NAME_CHOICES}
                onChoose={setNames}
              />
            </div>
          )}
          <Columns
            main={
              <>
                <MessagesDue drafts={data.drafts} />
                <TeamToFind people={data.teamToFind} person={person} />
                <AskedTable asked={data.asked} mayAnswer={mayChase} />
                <MonthlyLists monthly={data.monthly} names={names} mayChase={mayChase} onDone={setOutcome} />
              </>
            }
            aside={
              <>
                <Escalations escalations={data.escalations} />
                <WhoOwes owes={data.owes} drafts={data.drafts} person={person} />
              </>
            }
          />
        </>
      )}
    </Page>
  )
}

/** The place whose message asks about somebody; null where none is due about them. */
const messageAbout = (chases: Chases | undefined, person: string | null): string | null =>
  chases?.drafts.find(({ due }) => due.some(({ personId }) => personId === person))?.key ?? null

/** Whether somebody stands in a list of this page. */
const isListed = ({ owes, teamToFind }: Chases, person: string): boolean =>
  [...owes.flatMap(({ people }) => people), ...teamToFind].some(({ personId }) => personId === person)

function DraftAll(props: { chases: Chases; names: Names; onDone: (words: string) => void }) {
  const { chases, names, onDone } = props
  const { scope } = useScope()
  const command = useCommand('chases.draft')
  const keys = chases.drafts.map(({ key }) => key)
  async function save() {
    if (keys.length === 0) {
      onDone('No message is due today, so there is nothing to draft.')
      return
    }
    const done = await command.run({ scope, names, kind: 'chase', keys })
    if (done === undefined) return
    onDone(
      done.saved
        ? `${counted(done.messages, 'message was', 'messages were')} saved as email drafts. Mark each as sent once it has gone.`
        : 'Nothing was saved.',
    )
  }
  usePageActions([
    { id: 'draft-chases', label: 'Draft all chases', shortcut: 'Alt+D', run: () => void save() },
  ])
  return (
    <>
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      <Button kind="secondary" keys="Alt+D" onPress={() => void save()}>
        {command.running ? 'Saving…' : 'Draft all chases'}
      </Button>
    </>
  )
}

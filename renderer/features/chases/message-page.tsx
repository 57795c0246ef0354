import { useState } from 'react'
import { Link } from 'react-router'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Segments } from '../../components/form/segments.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Columns, Section } from '../../components/layout/section.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { useScope } from '../../state/use-scope.ts'
import {
  askedWords,
  counted,
  MAY_CHASE,
  NAME_CHOICES,
  peopleIn,
  type Ask,
  type Chases,
  type Draft,
  type Names,
} from './chases-data.ts'
import { FOCUSED_ROW, useInFocus } from './in-focus.ts'
import { CopyButtons } from './copy-buttons.tsx'
import { SentForm } from './sent-form.tsx'

/** One message as it will be sent, to copy or save, and to mark as sent once it has gone. */
export function MessagePage(props: {
  chases: Chases
  place: string
  /** Whose row is put in focus; null for nobody's. */
  person: string | null
  names: Names
  onNames: (names: Names) => void
  onFinish: (words: string) => void
}) {
  const { chases, place, person, names, onNames, onFinish } = props
  const draft = chases.drafts.find(({ key }) => key === place)
  // As it was when the page was opened: what somebody else records meanwhile is refused, not recorded twice.
  const [opened] = useState(draft)
  const mayChase = useHasRole(...MAY_CHASE)
  const title = draft === undefined ? 'No message is due' : `Message to ${draft.place}`
  return (
    <Page
      name="chase-message"
      title={title}
      heading={title}
      lead={draft && `${counted(peopleIn(draft.due), 'person', 'people')}`}
      actions={
        <Segments
          label="How the message names people"
          value={names}
          choices={NAME_CHOICES}
          onChoose={onNames}
        />
      }
    >
      <p>
        <Link to="/chases">All chases</Link>
      </p>
      {draft === undefined ? (
        <p>
          It has been recorded as sent, or what it asked for is no longer owed: a COM was named or a date
          moved.
        </p>
      ) : (
        <Columns
          main={
            <>
              <Words draft={draft} />
              {mayChase && <Save draft={draft} names={names} />}
              {mayChase && <SentForm draft={opened ?? draft} today={chases.today} onFinish={onFinish} />}
            </>
          }
          aside={<InIt draft={draft} person={person} />}
        />
      )}
    </Page>
  )
}

function Words({ draft }: { draft: Draft }) {
  return (
    <Section title="The message" note={draft.toWords}>
      <dl className="desk-pairs desk-message-head">
        <div>
          <dt>To</dt>
          <dd>
            {draft.to.length === 0
              ? 'No address is known: choose one in your mail program'
              : draft.to.join(', ')}
          </dd>
        </div>
        {draft.cc.length > 0 && (
          <div>
            <dt>Copy to</dt>
            <dd>{draft.cc.join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>Subject</dt>
          <dd>{draft.subject}</dd>
        </div>
      </dl>
      {draft.steps.length > 1 && <WhoReads steps={draft.steps} />}
      <p className="desk-message">{draft.text}</p>
    </Section>
  )
}

/** A place reads one message a day, so everybody it goes to reads all of it: who has to answer for what. */
function WhoReads({ steps }: { steps: Draft['steps'] }) {
  return (
    <>
      <p>One message goes to all of these, and each of them reads all of it:</p>
      <ul>
        {steps.map(({ days, toWords, people }) => (
          <li key={days}>
            {toWords}, for {counted(people, 'person', 'people')} {days} days or more overdue
          </li>
        ))}
      </ul>
    </>
  )
}

function Save({ draft, names }: { draft: Draft; names: Names }) {
  const { scope } = useScope()
  const command = useCommand('chases.draft')
  const [said, setSaid] = useState('')
  async function save() {
    setSaid('')
    const done = await command.run({ scope, names, kind: 'chase', keys: [draft.key] })
    if (done !== undefined)
      setSaid(
        done.saved ? `Saved as ${done.file ?? 'a file'}. It opens as a draft to send.` : 'Nothing was saved.',
      )
  }
  usePageActions([
    { id: 'draft-chase', label: 'Save this message as email', shortcut: 'Alt+D', run: () => void save() },
  ])
  return (
    <>
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      <div className="desk-actions">
        <Button keys="Alt+D" onPress={() => void save()}>
          {command.running ? 'Saving…' : 'Save as email'}
        </Button>
        <CopyButtons subject={draft.subject} text={draft.text} />
      </div>
      <p>
        <output>{said}</output>
      </p>
    </>
  )
}

/** Each person once, with everything asked about them. */
function InIt({ draft: { due, open }, person }: { draft: Draft; person: string | null }) {
  const people = [...Map.groupBy(due, ({ personId }) => personId).values()]
  return (
    <Section title="Asked about" note={counted(people.length, 'person', 'people')}>
      <ul className="desk-latest">
        {people.map((asks) => (
          <Person asks={asks} inFocus={asks[0]?.personId === person} key={asks[0]?.personId} />
        ))}
      </ul>
      {open > 0 && (
        <p className="desk-second">
          {counted(open, 'thing')} more, with no message due today, {open === 1 ? 'stands' : 'stand'} at the
          end of the message as still open.
        </p>
      )}
    </Section>
  )
}

function Person({ asks, inFocus }: { asks: readonly Ask[]; inFocus: boolean }) {
  const row = useInFocus<HTMLLIElement>(inFocus)
  const [ask] = asks
  if (ask === undefined) return null
  return (
    <li ref={row} {...(inFocus ? FOCUSED_ROW : {})}>
      <PersonLink personId={ask.personId} name={ask.name} prisonNumber={ask.prisonNumber} />
      {asks.map((each) => (
        <span className="desk-second" key={`${each.about} ${each.due}`}>
          {each.says}. {askedWords(each.last, Infinity)}.
        </span>
      ))}
    </li>
  )
}

import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showIn } from '../../components/text/show-date.ts'
import { counted, type Owing } from './chases-data.ts'
import { FOCUSED_ROW, useInFocus } from './in-focus.ts'

/** People nobody in the community is known to ask about. No message is made for them: their team is found first. */
export function TeamToFind({ people, person }: { people: readonly Owing[]; person: string | null }) {
  if (people.length === 0) return null
  return (
    <Section title="Probation team to find" note={counted(people.length, 'person', 'people')}>
      <p>
        No probation team is recorded for them, so nobody can be asked. Find the team and record it with the
        contacts of the case; the messages then follow by themselves.
      </p>
      <ul className="desk-latest">
        {people.map((owing) => (
          <Row owing={owing} inFocus={owing.personId === person} key={owing.personId} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ owing, inFocus }: { owing: Owing; inFocus: boolean }) {
  const { personId, name, prisonNumber, what, days } = owing
  const row = useInFocus<HTMLLIElement>(inFocus)
  return (
    <li ref={row} {...(inFocus ? FOCUSED_ROW : {})}>
      <PersonLink personId={personId} name={name} prisonNumber={prisonNumber} part="risk" />
      <span className="desk-second">
        {what}
        {days !== null && `, ${showIn(days)}`}
      </span>
    </li>
  )
}

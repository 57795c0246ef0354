import { useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Section } from '../../components/layout/section.tsx'
import type { CaseFile } from '../case/case-file.ts'

type Contact = OutputOf<'meetings.log'>['contacts'][number]

export const contactId = (subject: string) => `contact-${subject}`

/** Contacts with the COM and others in the community, beside the mandated meetings, newest first. */
export function Contacts(props: {
  file: CaseFile
  contacts: readonly Contact[]
  mayWrite: boolean
  onDone: (words: string) => void
}) {
  const { contacts, mayWrite } = props
  return (
    <Section
      title="Contacts with the COM and others"
      note={contacts.length === 0 ? '' : contacts.length}
      action={
        mayWrite && (
          <Link id={contactId('new')} to="?contact=new">
            Log a contact
          </Link>
        )
      }
    >
      {contacts.length === 0 ? (
        <p className="desk-quiet">None is recorded.</p>
      ) : (
        <ul className="desk-latest">
          {contacts.map((contact) => (
            <li key={contact.subject}>
              <strong>{contact.with}</strong>, {contact.words}
              <span className="desk-second desk-note">{contact.about}</span>
              <span className="desk-second">
                Recorded by {contact.by}
                {mayWrite && (
                  <>
                    {' · '}
                    <Link id={contactId(contact.subject)} to={`?contact=${contact.subject}`}>
                      Change
                      <span className="govuk-visually-hidden">: contact of {contact.words}</span>
                    </Link>{' '}
                    <TakeBack {...props} contact={contact} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function TakeBack({
  file,
  contact,
  onDone,
}: {
  file: CaseFile
  contact: Contact
  onDone: (words: string) => void
}) {
  const command = useCommand('contacts.takeBack')
  const [asking, setAsking] = useState(false)
  const { subject, recordId: seen, words } = contact
  const takeBack = async () => {
    const done = await command.run({ personId: file.personId, subject, seen })
    if (done !== undefined) onDone(`The contact of ${words} was taken back. It stays in the timeline.`)
  }
  const about = <span className="govuk-visually-hidden">: contact of {words}</span>
  if (!asking)
    return (
      <button type="button" className="desk-link-button" onClick={() => setAsking(true)}>
        Take back
        {about}
      </button>
    )
  return (
    <span>
      Its next steps go with it. It stays in the timeline.{' '}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed */}
      <button type="button" className="desk-link-button" autoFocus onClick={() => void takeBack()}>
        Take it back
        {about}
      </button>{' '}
      <button type="button" className="desk-link-button" onClick={() => setAsking(false)}>
        Keep it
      </button>
      {command.error !== null && (
        <span className="govuk-error-message" role="alert">
          {command.error.message}
        </span>
      )}
    </span>
  )
}

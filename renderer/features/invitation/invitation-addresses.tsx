import type { OutputOf } from '../../../domain/contract/index.ts'
import { TextInput } from '../../components/form/inputs.tsx'

type Shown = OutputOf<'invitations.show'>

/** The id of a field of the form, by the name the app refuses it under. */
export const inviteField = (field: string) => `invite-${field}`

const FROM_WORDS = { typed: 'As last typed', staff: 'From the staff record', case: 'From the case' } as const

/** To whom it goes: an address for each who takes part, and the organiser's own where it is not known. */
export function InvitationAddresses(props: {
  data: Shown
  typed: Readonly<Record<string, string>>
  own: string
  errors: Readonly<Record<string, string>>
  onType: (who: string, email: string) => void
  onOwn: (email: string) => void
}) {
  const { data, typed, own, errors, onType, onOwn } = props
  const { attendees, organizer, you } = data
  const asked = attendees.filter(({ inCustody }) => !inCustody)
  const custody = attendees.filter(({ inCustody }) => inCustody)
  const isOff = data.kind === 'cancellation'
  return (
    <fieldset className="govuk-fieldset desk-invite__to">
      <legend className="govuk-fieldset__legend">Who gets it</legend>
      <p className="govuk-hint">
        {isOff
          ? 'Those the invitation went to.'
          : 'Leave an address empty to leave somebody out. What you type is kept for the next time.'}
        {custody.length > 0 && ` Nothing is sent to ${custody.map(({ who }) => who).join(', ')}.`}
      </p>
      {asked.map(({ who, email, from }, index) => (
        <TextInput
          key={who}
          id={inviteField(`to-${index}`)}
          label={who}
          hint={hintOf(email, isOff ? null : from, organizer?.email ?? null)}
          type="email"
          value={typed[who] ?? email ?? ''}
          maxLength={254}
          onChange={(event) => onType(who, event.target.value)}
          error={errors[`to-${index}`]}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      {asked.length === 0 && <p>Nobody: it is a file to put into a diary.</p>}
      {organizer !== null && (
        <p>
          From {organizer.name}, {organizer.email}.
        </p>
      )}
      {(organizer === null || organizer.from === 'pom') && (
        <TextInput
          id={inviteField('own')}
          label={`Your own address, ${you} (optional)`}
          hint="With it the invitation goes out in your name."
          type="email"
          value={own}
          maxLength={254}
          onChange={(event) => onOwn(event.target.value)}
          error={errors['own']}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </fieldset>
  )
}

function hintOf(email: string | null, from: keyof typeof FROM_WORDS | null, organizer: string | null) {
  if (email !== null && email === organizer) return 'Sends it, and is not asked'
  return email === null || from === null ? undefined : FROM_WORDS[from]
}

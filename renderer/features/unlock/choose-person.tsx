import { useState } from 'react'
import { ErrorMessage } from '../../components/form/field.tsx'

/** From this many names on, there is a box to find one. */
const MANY = 9

export interface Person {
  userId: string
  name: string
}

/** Who are you? Names only. The first radio has the id `userId`, which an error summary goes to. */
export function ChoosePerson(props: {
  people: readonly Person[]
  value: string
  error: string | undefined
  onChoose: (userId: string) => void
}) {
  const { people, value, error, onChoose } = props
  const [find, setFind] = useState('')
  const sought = find.trim().toLowerCase()
  const shown = people.filter(
    (person) => person.userId === value || person.name.toLowerCase().includes(sought),
  )
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" {...(error ? { 'aria-describedby': 'userId-error' } : {})}>
        <legend className="govuk-fieldset__legend">Who are you?</legend>
        {error && <ErrorMessage id="userId">{error}</ErrorMessage>}
        {people.length >= MANY && (
          <input
            className="govuk-input desk-names__find"
            aria-label="Type a name to find yours"
            placeholder="Type a name to find yours"
            autoComplete="off"
            spellCheck={false}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        )}
        <div
          className={`govuk-radios govuk-radios--small desk-names${people.length >= MANY ? ' desk-names--many' : ''}`}
        >
          {shown.map((person, at) => {
            const id = at === 0 ? 'userId' : `userId-${person.userId}`
            return (
              <div className="govuk-radios__item" key={person.userId}>
                <input
                  className="govuk-radios__input"
                  id={id}
                  name="userId"
                  type="radio"
                  value={person.userId}
                  checked={value === person.userId}
                  onChange={() => onChoose(person.userId)}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={id}>
                  {person.name}
                </label>
              </div>
            )
          })}
        </div>
        {people.length >= MANY && (
          <output className="desk-second">
            {shown.length} of {people.length} people.
          </output>
        )}
      </fieldset>
    </div>
  )
}

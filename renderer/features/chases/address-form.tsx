import { useState, type FormEvent } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { leftWords, tooLong } from './long-text.tsx'
import type { Ladder } from './ladder-page.tsx'

/** The most characters of an e-mail address, by RFC 5321. */
const EMAIL_MOST = 254

const idOf = (field: string) => `address-${field}`

/** To which address of one place each step goes. An empty one goes to the listed mailbox. */
export function AddressForm(props: {
  place: Ladder['places'][number]
  rungs: Ladder['rungs']
  onFinish: (words: string) => void
}) {
  const { rungs, onFinish } = props
  // As it was when the form was opened: somebody else's change is refused, not written over.
  const [place] = useState(props.place)
  const [emails, setEmails] = useState(() =>
    rungs.map(({ days }) => place.emails.find((each) => each.days === days) ?? { days, to: '', cc: '' }),
  )
  const command = useCommand('chases.saveAddresses')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const errors = summaryOf(mistakes, idOf, command.error)
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const change = (days: number, part: { to?: string; cc?: string }) =>
    setEmails(emails.map((each) => (each.days === days ? Object.assign({}, each, part) : each)))
  const title = `Addresses of ${place.name}`

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    for (const { days, to, cc } of emails)
      for (const [field, address] of [
        [`to-${days}`, to],
        [`cc-${days}`, cc],
      ] as const) {
        const tooMuch = tooLong('An email address', address, EMAIL_MOST)
        if (tooMuch !== undefined) read.refuse(field, tooMuch)
      }
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const done = await command.run({ key: place.key, emails, seen: place.seen })
    if (done !== undefined) onFinish(`The addresses of ${place.name} were saved.`)
  }

  return (
    <Page name="chase-addresses" title={title} heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>{title}</PageHeading>
        <p>
          {place.listed === null
            ? 'The Delius list gives no mailbox: a step without an address here is saved without one.'
            : `A step without an address here goes to ${place.listed}, the mailbox of the Delius list.`}
        </p>
        {emails.map(({ days, to, cc }, step) => (
          <fieldset className="govuk-fieldset" key={days}>
            <legend className="govuk-fieldset__legend">
              Day {days}: {rungs[step]?.who}
            </legend>
            <TextInput
              id={idOf(`to-${days}`)}
              label={`To, day ${days}`}
              type="email"
              autoComplete="off"
              hint={leftWords(to, EMAIL_MOST)}
              value={to}
              onChange={(event) => change(days, { to: event.target.value })}
              error={at(`to-${days}`)}
            />
            {(rungs[step]?.copy !== '' || cc !== '') && (
              <TextInput
                id={idOf(`cc-${days}`)}
                label={`Copy to ${rungs[step]?.copy ?? ''}, day ${days}`}
                type="email"
                autoComplete="off"
                hint={leftWords(cc, EMAIL_MOST)}
                value={cc}
                onChange={(event) => change(days, { cc: event.target.value })}
                error={at(`cc-${days}`)}
              />
            )}
          </fieldset>
        ))}
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Save'}</Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}

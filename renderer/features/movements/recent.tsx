import { useState, type FormEvent } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { List } from './asked-table.tsx'

type Row = List['recent'][number]

/** What was confirmed of late, each to be taken back with a reason where it was wrong. */
export function Recent({
  rows,
  mayTakeBack,
  onDone,
}: {
  rows: readonly Row[]
  mayTakeBack: boolean
  onDone: (words: string) => void
}) {
  const [open, setOpen] = useState<string | null>(null)
  if (rows.length === 0) return null
  return (
    <Section title="Confirmed in the last 28 days" note="newest first">
      <ScrollPane label="Confirmed in the last 28 days">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Movements confirmed in the last 28 days</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">What</th>
              <th scope="col">Day</th>
              <th scope="col">Recorded</th>
              {mayTakeBack && <th scope="col">Wrong?</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.movementId}>
                <th scope="row">
                  <PersonLink
                    personId={row.personId}
                    name={row.name}
                    prisonNumber={row.prisonNumber}
                    part="timeline"
                  />
                </th>
                <td>{row.words}</td>
                <td>{showShortDate(row.on)}</td>
                <td>
                  {showMoment(row.at)}, {row.by}
                </td>
                {mayTakeBack && (
                  <td>
                    {open === row.movementId ? (
                      <TakeBack row={row} onDone={onDone} onCancel={() => setOpen(null)} />
                    ) : (
                      <button
                        type="button"
                        className="desk-link-button"
                        onClick={() => setOpen(row.movementId)}
                      >
                        Take back <span className="govuk-visually-hidden">{row.name}</span>
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function TakeBack({
  row,
  onDone,
  onCancel,
}: {
  row: Row
  onDone: (words: string) => void
  onCancel: () => void
}) {
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string | undefined>(undefined)
  const command = useCommand('movements.takeBack')

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    setMistake(reason.trim() === '' ? 'Say what was wrong' : undefined)
    if (reason.trim() === '') return
    const done = await command.run({
      personId: row.personId,
      movementId: row.movementId,
      reason: reason.trim(),
    })
    if (done !== undefined) onDone(`The movement of ${row.name} was taken back.`)
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        id={`take-back-${row.movementId}`}
        label="What was wrong?"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={mistake ?? command.error?.message}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form opens where its button was
        autoFocus
      />
      <div className="desk-actions">
        <Button type="submit" kind="warning">
          Take it back
        </Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

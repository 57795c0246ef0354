import { useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { CASELOAD_COLUMNS, COLUMN_NAMES } from '../../../domain/model/caseload-query.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Checkboxes } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { useUi } from '../../state/ui-store.ts'
import type { CaseloadControls, SavedView } from './caseload-state.ts'

/** Which columns are shown, and views kept under a name: view, filters, order and columns. */
export function ColumnsAndViews({ controls }: { controls: CaseloadControls }) {
  const { state, change } = controls
  const { data: views } = useQuery('caseload.views', {})
  return (
    <details className="govuk-details desk-caseload-tools">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Columns and saved views</span>
      </summary>
      <div className="govuk-details__text">
        <Checkboxes
          id="columns"
          label="Columns"
          small
          choices={CASELOAD_COLUMNS.map((value) => ({ value, label: COLUMN_NAMES[value] }))}
          values={CASELOAD_COLUMNS.filter((column) => !state.hidden.includes(column))}
          onChange={(shown) =>
            change({ hidden: CASELOAD_COLUMNS.filter((column) => !shown.includes(column)), page: state.page })
          }
        />
        <h2 className="govuk-heading-s">Saved views</h2>
        {views?.length === 0 && <p>None yet. Save what you are looking at under a name.</p>}
        {views !== undefined && views.length > 0 && <Views views={views} controls={controls} />}
        <SaveView controls={controls} />
        <p>
          <Link to="/as-known">Show the unit as we knew it on a past day</Link>
        </p>
      </div>
    </details>
  )
}

function Views({ views, controls }: { views: readonly SavedView[]; controls: CaseloadControls }) {
  const remove = useCommand('caseload.deleteView')
  const announce = useUi((ui) => ui.announce)
  return (
    <ul className="desk-caseload-views">
      {views.map(({ name, ...saved }) => (
        <li key={name}>
          <button
            type="button"
            className="desk-link-button"
            onClick={() => {
              controls.change({ ...saved, find: '' })
              announce(`Showing ${name}.`)
            }}
          >
            {name}
          </button>{' '}
          <button
            type="button"
            className="desk-link-button"
            onClick={() => void remove.run({ name }).then(() => announce(`${name} was deleted.`))}
          >
            Delete <span className="govuk-visually-hidden">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function SaveView({ controls: { state } }: { controls: CaseloadControls }) {
  const [name, setName] = useState('')
  const [mistake, setMistake] = useState<string | undefined>(undefined)
  const command = useCommand('caseload.saveView')
  const announce = useUi((ui) => ui.announce)
  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    setMistake(name.trim() === '' ? 'Enter a name for the view' : undefined)
    if (name.trim() === '') return
    const { view, filters, sort, hidden } = state
    const done = await command.run({ name: name.trim(), view, filters, sort, hidden: [...hidden] })
    if (done === undefined) return
    announce(`${name.trim()} was saved.`)
    setName('')
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        id="view-name"
        label="Save this view as"
        hint="One of the same name is replaced."
        className="govuk-input--width-20"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        error={mistake ?? command.error?.fields?.['name'] ?? command.error?.message}
      />
      <Button type="submit" kind="secondary">
        Save view
      </Button>
    </form>
  )
}

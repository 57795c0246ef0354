import { useState, type FormEvent } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { isPeople, type Below, type Comparison } from './comparison-route.ts'

type Format = InputOf<'compare.export'>['format']

interface ExportProps {
  comparison: Comparison
  below: Below
  scope: ScopeChoice
  onClose: () => void
}

/** The list in sight as a file, whole. The tables of counts export who moves. */
export function ExportComparison({ comparison, below, scope, onClose }: ExportProps) {
  const [format, setFormat] = useState<string>('xlsx')
  const [saved, setSaved] = useState<OutputOf<'compare.export'> | null>(null)
  const save = useCommand('compare.export')
  const { a, b, lists } = comparison
  const list = isPeople(below) ? below : 'moved'
  const chosen = lists.find((each) => each.list === list)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setSaved(null)
    const result = await save.run({ a: a.id, b: b.id, scope, list, format: format as Format })
    if (result) setSaved(result)
  }

  return (
    <section
      className="desk-box desk-compare__export"
      id="compare-export"
      aria-labelledby="compare-export-title"
    >
      <h2 className="desk-box__title" id="compare-export-title">
        Export the table
      </h2>
      <ErrorSummary errors={save.error === null ? [] : [{ message: save.error.message }]} />
      {saved?.saved && (
        <NotificationBanner>
          <p>
            {saved.rows} {saved.rows === 1 ? 'row' : 'rows'} saved as {saved.file}.
          </p>
        </NotificationBanner>
      )}
      {saved !== null && !saved.saved && <output>Nothing was saved.</output>}
      <p>
        {chosen?.title}, {chosen?.people} {chosen?.people === 1 ? 'person' : 'people'}: names, dates under
        both sets and the rule that decides. The export is written to the audit log.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Radios
          id="compare-format"
          label="Kind of file"
          small
          inline
          value={format}
          onChoose={setFormat}
          choices={[
            { value: 'xlsx', label: 'Excel workbook (XLSX)' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
        <div className="desk-actions">
          <Button type="submit" kind="secondary">
            {save.running ? 'Saving…' : 'Save table'}
          </Button>
          <button type="button" className="desk-link-button" onClick={onClose}>
            Close <span className="govuk-visually-hidden">export</span>
          </button>
        </div>
      </form>
    </section>
  )
}

import './sheets.scss'
import { useState } from 'react'
import { useParams } from 'react-router'
import { SHEET_KINDS, SHEET_NAMES, type SheetKind } from '../../../domain/sheets/sheet.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { NotFoundPage } from '../../app/not-found-page.tsx'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page } from '../../components/layout/page.tsx'
import { useScope } from '../../state/use-scope.ts'
import { Paper } from './paper.tsx'

const isKind = (kind: string | undefined): kind is SheetKind =>
  (SHEET_KINDS as readonly (string | undefined)[]).includes(kind)

/** The morning sheet, or the Friday close. */
export default function SheetPage() {
  const { kind } = useParams()
  return isKind(kind) ? <OneSheet key={kind} kind={kind} /> : <NotFoundPage />
}

function OneSheet({ kind }: { kind: SheetKind }) {
  const { scope } = useScope()
  const { data, error, former } = useQuery('sheets.show', { kind, scope })
  const maySave = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  const command = useCommand('sheets.save')
  const [outcome, setOutcome] = useState('')
  const name = SHEET_NAMES[kind]
  async function save() {
    setOutcome('')
    const done = await command.run({ kind, scope })
    if (done !== undefined)
      setOutcome(done.saved ? `Saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  usePageActions(
    maySave
      ? [{ id: 'save-sheet', label: `Save the ${name.toLowerCase()} as PDF`, run: () => void save() }]
      : [],
  )
  return (
    <Page
      name={`sheet-${kind}`}
      title={name}
      heading={name}
      lead={<ScopeControl />}
      actions={
        <>
          {maySave && (
            <Button kind="secondary" onPress={() => void save()}>
              {command.running ? 'Making the PDF…' : 'Save as PDF'}
            </Button>
          )}
          <Button kind="secondary" onPress={() => window.print()}>
            Print
          </Button>
        </>
      }
      ready={data !== undefined && !former}
      error={error}
    >
      <Outcome words={outcome} />
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      {data && (
        <div className="desk-sheet">
          <section className="desk-paper" aria-label={data.title}>
            <Paper sheet={data} />
          </section>
        </div>
      )}
    </Page>
  )
}

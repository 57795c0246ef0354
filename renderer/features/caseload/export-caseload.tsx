import type { InputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { useUi, type ScopeChoice } from '../../state/ui-store.ts'
import type { CaseloadState } from './caseload-state.ts'

type Format = InputOf<'caseload.export'>['format']

/** What is found, whole, as a file or on paper. */
export function ExportCaseload({ state, scope }: { state: CaseloadState; scope: ScopeChoice }) {
  const command = useCommand('caseload.export')
  const announce = useUi((ui) => ui.announce)
  async function save(format: Format) {
    const { find, view, filters, sort } = state
    const done = await command.run({ scope, find: find.trim().slice(0, 100), view, filters, sort, format })
    if (done === undefined) return
    announce(done.saved ? `${done.rows} rows saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  return (
    <div className="desk-caseload-export">
      <Button kind="secondary" onPress={() => void save('xlsx')}>
        Export to Excel
      </Button>
      <Button kind="secondary" onPress={() => void save('csv')}>
        Export CSV
      </Button>
      <Button kind="secondary" onPress={() => window.print()}>
        Print
      </Button>
      {command.error !== null && (
        <p className="govuk-error-message" role="alert">
          {command.error.message}
        </p>
      )}
    </div>
  )
}

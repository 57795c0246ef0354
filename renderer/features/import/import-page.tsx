import '../../styles/pieces.scss'
import './import.scss'
import { useSession } from '../../api/use-session.ts'
import { Page } from '../../components/layout/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportSteps, STEP_WORDS } from './import-steps.tsx'
import { MatchColumns } from './match-columns.tsx'
import { Preview } from './preview.tsx'
import { useImport } from './use-import.ts'

const HEADINGS = {
  choose: 'Import extracts',
  columns: 'Match the columns',
  preview: 'Preview: nothing is changed yet',
  report: 'Import report',
} as const

/** From a file to a changed caseload, a step at a time. Nothing is written before the last one. */
export default function ImportPage() {
  const { user } = useSession()
  const journey = useImport()
  if (user?.role !== 'head_of_omu' && user?.role !== 'case_administrator')
    return (
      <Page name="import" title="Import" heading="Import extracts">
        <p>Only the head of OMU and case administrators import extracts.</p>
      </Page>
    )
  const { stage } = journey
  // A new step is a new page, and so is the next file: its heading takes the focus.
  const key = stage.step === 'columns' ? `columns ${stage.files[stage.at]?.token}` : stage.step
  return (
    <Page
      key={key}
      name={`import-${stage.step}`}
      title={`Import – ${STEP_WORDS[stage.step]}`}
      heading={null}
      mistaken={journey.failure !== null}
    >
      <ImportSteps current={stage.step} />
      {stage.step === 'choose' && <ChooseFile heading={HEADINGS.choose} journey={journey} />}
      {stage.step === 'columns' && (
        <MatchColumns heading={HEADINGS.columns} stage={stage} journey={journey} />
      )}
      {stage.step === 'preview' && <Preview heading={HEADINGS.preview} stage={stage} journey={journey} />}
      {stage.step === 'report' && <ImportReport heading={HEADINGS.report} stage={stage} journey={journey} />}
    </Page>
  )
}

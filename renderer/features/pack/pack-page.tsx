import '../../styles/pieces.scss'
import '../case/case.scss'
import './pack.scss'
import { useParams } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Columns } from '../../components/layout/section.tsx'
import { Page } from '../../components/layout/page.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { CaseHeader } from '../case/case-header.tsx'
import { ExportBar } from './export-bar.tsx'
import { ExportedResult } from './exported-result.tsx'
import { PackAside } from './pack-aside.tsx'
import { PackSections } from './pack-sections.tsx'
import { useExport } from './use-export.ts'

/** The handover pack as it would print now, gaps as gaps, and the button that makes the next version. */
export default function PackPage() {
  const { personId = '' } = useParams()
  const { data, error } = useQuery('pack.show', { personId })
  const pack = data?.personId === personId ? data : undefined
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const exporter = useExport(personId)
  return (
    <Page
      key={personId}
      name="pack"
      title={pack ? `Case ${pack.prisonNumber} – Pack` : 'Pack'}
      heading={pack || !error ? null : 'Pack'}
      ready={pack !== undefined}
      error={error}
      mistaken={exporter.errors.length > 0}
    >
      {pack && (
        <>
          <CaseHeader file={pack} part="pack" />
          <ErrorSummary errors={exporter.errors} />
          {exporter.result && <ExportedResult result={exporter.result} />}
          <Columns main={<PackSections pack={pack} />} aside={<PackAside pack={pack} />} />
          {mayExport && <ExportBar pack={pack} exporter={exporter} />}
        </>
      )}
    </Page>
  )
}

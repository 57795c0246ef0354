import '../ready/ready.scss'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { SummaryList } from '../../components/govuk/summary-list.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate, showLongDate } from '../../components/text/show-date.ts'
import { ReadyItems } from '../ready/answer-form.tsx'
import { casePath, type PartProps } from './case-file.ts'
import { WorkTable } from './work-table.tsx'

/** In the order a release is looked for: the confirmed day first, then what it is counted from. */
const RELEASE_FIELDS = [
  'confirmed_release_date',
  'crd',
  'ard',
  'hdced',
  'hdcad',
  'ersed',
  'rotl_date',
  'licence_status',
]
/** Kinds of dated work about leaving, by the beginnings of their ids. */
const OF_RELEASE = ['as-', 'rf-', 'rl-', 'hd-', 'li-', 'ss-']

/** Everything about leaving: release dates, the work that leads there, and what is in place in the last four weeks. */
export function PreRelease({ file }: PartProps) {
  const { data, error } = useQuery('ready.show', { personId: file.personId })
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const [outcome, setOutcome] = useState('')
  const dates = RELEASE_FIELDS.flatMap((field) => file.facts.find((fact) => fact.field === field) ?? [])
  const work = file.work.groups
    .flatMap(({ group, rows }) => (['done', 'not_done', 'not_needed'].includes(group) ? [] : rows))
    .filter(({ key }) => OF_RELEASE.some((start) => key.startsWith(start)))
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      <Section
        title="Release dates"
        action={<Link to={casePath(file.personId, 'facts')}>Change a date</Link>}
      >
        {dates.length === 0 ? (
          <p>No release date is recorded.</p>
        ) : (
          <SummaryList
            rows={dates.map(({ label, value, source, asAt }) => ({
              key: label,
              value,
              note: asAt === null ? source : `${source}, as at ${showDate(asAt)}`,
            }))}
          />
        )}
      </Section>
      <Section title="Ready to go" note={data?.person ? `${data.person.open} still open` : undefined}>
        {error !== null && <ErrorSummary errors={[{ message: error.message }]} />}
        {data?.person === null && <p>Asked in the four weeks before release. None is expected by then.</p>}
        {data?.person && (
          <>
            <p>
              {data.person.releaseType} on {showLongDate(data.person.release)}.
            </p>
            <ReadyItems person={data.person} onDone={setOutcome} />
          </>
        )}
      </Section>
      <Section
        title="Work before release"
        note={work.length === 1 ? '1 still to do' : `${work.length} still to do`}
      >
        {work.length === 0 ? (
          <p>Nothing is left to do before release.</p>
        ) : (
          <WorkTable
            title="Work before release"
            rows={work}
            mayWrite={mayWrite}
            at={casePath(file.personId, 'tasks')}
          />
        )}
      </Section>
    </div>
  )
}

import { useState } from 'react'
import { describeResponsibility } from '../../../domain/text/reasons.ts'
import { useHasRole } from '../../api/use-session.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { AssessForm } from './assess-form.tsx'
import { Assessments } from './assessments.tsx'
import type { PartProps } from './case-file.ts'
import { CommunityForm } from './community-form.tsx'
import { EndOverrideForm } from './end-override-form.tsx'
import { OverrideForm } from './override-form.tsx'
import { Overrides } from './overrides.tsx'

type Open = { what: 'override' | 'assess' } | { what: 'end' | 'decide'; id: string } | null

/** Who is responsible by decision rather than by rule, and early allocation: where the case stands, and the forms. */
export function Decisions({ file }: PartProps) {
  const { personId } = file
  const { data, error } = useQuery('decisions.show', { personId })
  const [open, setOpen] = useState<Open>(null)
  const [outcome, setOutcome] = useState('')
  const mayOverride = useHasRole('head_of_omu')
  const mayAssess = useHasRole('head_of_omu', 'pom', 'case_administrator')
  if (data === undefined)
    return error === null ? null : <ErrorSummary errors={[{ message: error.message }]} />
  const finish = (words: string) => {
    setOpen(null)
    setOutcome(words)
  }
  const form = { file, onDone: finish, onCancel: () => finish('') }
  if (open?.what === 'override') return <OverrideForm {...form} />
  if (open?.what === 'assess') return <AssessForm {...form} />
  const override = open?.what === 'end' && data.overrides.find(({ id }) => id === open.id)
  if (override) return <EndOverrideForm {...form} override={override} />
  const assessment =
    open?.what === 'decide' && data.earlyAllocation.assessments.find(({ id }) => id === open.id)
  if (assessment) return <CommunityForm {...form} assessment={assessment} />
  const { earlyAllocation, effective, calculated } = data
  return (
    <div className="desk-case">
      {outcome !== '' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{outcome}</p>
        </NotificationBanner>
      )}
      <Section
        title="Responsibility"
        action={
          mayOverride &&
          calculated !== null && (
            <Button kind="secondary" onPress={() => setOpen({ what: 'override' })}>
              Override responsibility
            </Button>
          )
        }
      >
        <dl className="desk-pairs">
          <div>
            <dt>By the rules</dt>
            <dd>{describeResponsibility(calculated)}</dd>
          </div>
          <div>
            <dt>Now</dt>
            <dd>
              <strong>{describeResponsibility(effective)}</strong>
            </dd>
          </div>
        </dl>
        <Overrides
          overrides={data.overrides}
          onEnd={mayOverride ? (id) => setOpen({ what: 'end', id }) : null}
        />
      </Section>
      <Section
        title="Early allocation"
        action={
          mayAssess &&
          calculated !== null && (
            <Button kind="secondary" onPress={() => setOpen({ what: 'assess' })}>
              Assess for early allocation
            </Button>
          )
        }
      >
        <p>{earlyAllocation.says}</p>
        <Assessments
          personId={personId}
          assessments={earlyAllocation.assessments}
          mayAct={mayAssess}
          onDecide={(id) => setOpen({ what: 'decide', id })}
          onSaved={setOutcome}
        />
      </Section>
    </div>
  )
}

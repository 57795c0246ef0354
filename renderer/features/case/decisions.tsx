import { useState } from 'react'
import { describeResponsibility } from '../../../domain/text/reasons.ts'
import { useHasRole } from '../../api/use-session.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { AssessForm } from './assess-form.tsx'
import { Assessments } from './assessments.tsx'
import type { PartProps } from './case-file.ts'
import { CommunityForm } from './community-form.tsx'
import { EndOverrideForm } from './end-override-form.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { OverrideForm } from './override-form.tsx'
import { Overrides } from './overrides.tsx'

type Opened = { what: 'override' | 'assess' } | { what: 'end' | 'decide'; id: string }

/** The id of the button that opens a form. */
const openerOf = (opened: Opened): string =>
  'id' in opened ? `decisions-${opened.what}-${opened.id}` : `decisions-${opened.what}`

/** Who is responsible by decision rather than by rule, and early allocation: where the case stands, and the forms. */
export function Decisions({ file }: PartProps) {
  const { personId } = file
  const { data, error } = useQuery('decisions.show', { personId })
  const [open, setOpen] = useState<Opened | null>(null)
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const mayOverride = useHasRole('head_of_omu')
  const mayAssess = useHasRole('head_of_omu', 'pom', 'case_administrator')
  if (data === undefined)
    return error === null ? null : <ErrorSummary errors={[{ message: error.message }]} />
  const finish = (words: string) => {
    setOpen(null)
    setOutcome(words)
  }
  const cancel = () => {
    if (open !== null) goBackTo(openerOf(open))
    finish('')
  }
  const form = { file, onDone: finish, onCancel: cancel }
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
      <Outcome words={outcome} />
      <Section
        title="Responsibility"
        action={
          mayOverride &&
          calculated !== null && (
            <Button
              kind="secondary"
              id={openerOf({ what: 'override' })}
              onPress={() => setOpen({ what: 'override' })}
            >
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
          endId={(id) => openerOf({ what: 'end', id })}
          onEnd={mayOverride ? (id) => setOpen({ what: 'end', id }) : null}
        />
      </Section>
      <Section
        title="Early allocation"
        action={
          mayAssess &&
          calculated !== null && (
            <Button
              kind="secondary"
              id={openerOf({ what: 'assess' })}
              onPress={() => setOpen({ what: 'assess' })}
            >
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
          decideId={(id) => openerOf({ what: 'decide', id })}
          onDecide={(id) => setOpen({ what: 'decide', id })}
          onSaved={setOutcome}
        />
      </Section>
    </div>
  )
}

import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import { shortSource } from '../../components/text/short-source.ts'
import { AllocateForm } from './allocate-form.tsx'
import type { Allocated } from './allocated.ts'
import type { PartProps } from './case-file.ts'
import { Confidence } from './confidence.tsx'
import { CoWorkingForm } from './co-working-form.tsx'

/** The id of the button that opens a form. */
const openerOf = (role: 'pom' | 'co_pom') => `allocation-${role}`

/** Who has the case and who had it, which kind of POM is recommended and why, and the forms to change that. */
export function Allocation({ file }: PartProps) {
  const { data, error } = useQuery('allocation.show', { personId: file.personId })
  const [open, setOpen] = useState<'pom' | 'co_pom' | null>(null)
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const isHead = useHasRole('head_of_omu')
  const mayAllocate = isHead && file.presence?.state !== 'left'
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
  const form = { file, shown: data, onDone: finish, onCancel: cancel }
  if (open === 'pom') return <AllocateForm {...form} />
  if (open === 'co_pom') return <CoWorkingForm {...form} />
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      {outcome !== '' && (
        <p>
          <Link to="/allocation">Cases without a POM</Link>
        </p>
      )}
      <Section
        title="Who has the case"
        action={
          mayAllocate && (
            <span className="desk-case__menu">
              <Button
                id={openerOf('pom')}
                kind={data.pom === null ? 'primary' : 'secondary'}
                onPress={() => setOpen('pom')}
              >
                {data.pom === null ? 'Allocate' : 'Allocate to another POM'}
              </Button>
              {data.pom !== null && (
                <Button id={openerOf('co_pom')} kind="secondary" onPress={() => setOpen('co_pom')}>
                  {data.coPom === null ? 'Add a co-working POM' : 'Change the co-working POM'}
                </Button>
              )}
            </span>
          )
        }
      >
        <Who shown={data} file={file} />
      </Section>
      <Recommended shown={data} />
      <Past shown={data} />
    </div>
  )
}

function Who({ shown, file: { cover } }: { shown: Allocated; file: PartProps['file'] }) {
  return (
    <dl className="desk-pairs">
      <div>
        <dt>POM</dt>
        <dd>
          <strong>{shown.pom ?? 'Not allocated'}</strong>
          {cover !== null && (
            <span className="desk-second">
              Away until {showDate(cover.until)}:{' '}
              {cover.name === null ? 'nobody covers' : `${cover.name} covers`}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>Part</dt>
        <dd>{shown.standing === '' ? 'Nobody is responsible under offender management' : shown.standing}</dd>
      </div>
      <div>
        <dt>Allocated</dt>
        <dd>{shown.allocatedOn === null ? 'No day recorded' : showDate(shown.allocatedOn)}</dd>
      </div>
      <div>
        <dt>Co-working POM</dt>
        <dd>{shown.coPom ?? 'None'}</dd>
      </div>
      {shown.former.length > 0 && (
        <div>
          <dt>Before</dt>
          <dd>{shown.former.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

/** The kind recommended, why, on whose word and how sure. */
export function Recommended({ shown: { recommended } }: { shown: Allocated }) {
  return (
    <Section title="Kind of POM">
      <p className="desk-allocation__says">
        <span>{recommended.says}.</span> <Confidence level={recommended.confidence} />
      </p>
      <p className="desk-second">{shortSource(recommended.source)}. The same for men and women.</p>
    </Section>
  )
}

function Past({ shown: { history } }: { shown: Allocated }) {
  if (history.length === 0) return null
  return (
    <Section title="Decided here">
      <ul className="desk-latest">
        {history.map((entry) => (
          <li key={entry.id}>
            {entry.title}
            {entry.details.map((line) => (
              <span className="desk-second" key={line}>
                {line}
              </span>
            ))}
            <span className="desk-second">
              {showMoment(entry.at)}, {entry.by}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

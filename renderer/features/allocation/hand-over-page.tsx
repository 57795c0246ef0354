import '../../styles/pieces.scss'
import './allocation.scss'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Page } from '../../components/layout/page.tsx'
import { CheckHandOver } from './check-hand-over.tsx'
import { ChooseCases } from './choose-cases.tsx'
import { HandedOver } from './handed-over.tsx'
import type { CaseToChoose, Chosen, Done, From, Proposal } from './to-hand-over.ts'

/** Several cases to one or several POMs: choose, check, written together. From one POM, or those that wait for one. */
export default function HandOverPage() {
  const [search] = useSearchParams()
  const from = search.get('from')
  const mayAllocate = useHasRole('head_of_omu')
  if (!mayAllocate)
    return (
      <Page name="hand-over" title="Hand over cases" heading="Hand over cases">
        <p>Only the head of OMU hands cases over. Who has which case is under Allocation.</p>
      </Page>
    )
  return from === null ? <Waiting /> : <FromPom staffId={from} />
}

function Waiting() {
  const { data, error } = useQuery('allocation.list', { page: null })
  const cases = data?.rows.map((row): CaseToChoose => Object.assign({}, row, { role: 'pom' as const }))
  return <Steps from={null} cases={cases} poms={data?.poms} error={error} />
}

function FromPom({ staffId }: { staffId: string }) {
  const staff = useQuery('staff.show', { staffId })
  const list = useQuery('allocation.list', { page: 1 })
  const from = staff.data && { staffId, name: staff.data.row.name }
  return (
    <Steps
      from={from ?? null}
      cases={from && staff.data?.cases}
      poms={list.data?.poms.filter((pom) => pom.staffId !== staffId)}
      error={staff.error ?? list.error}
    />
  )
}

function Steps(props: {
  from: From | null
  cases: readonly CaseToChoose[] | undefined
  poms: Proposal['poms'] | undefined
  error: React.ComponentProps<typeof Page>['error']
}) {
  const { from, cases, poms, error = null } = props
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  if (done !== null) return <HandedOver done={done} from={from} />
  if (proposal !== null && chosen !== null)
    return (
      <CheckHandOver
        from={from}
        proposal={proposal}
        reason={chosen.reason}
        onDone={setDone}
        onBack={() => setProposal(null)}
      />
    )
  const title = from === null ? 'Allocate several cases' : `Hand over cases of ${from.name}`
  if (cases === undefined || poms === undefined || cases.length === 0)
    return (
      <Page
        key="wait"
        name="hand-over"
        title={title}
        heading={title}
        ready={cases !== undefined && poms !== undefined}
        error={error}
      >
        {cases?.length === 0 && (
          <p className="desk-good">
            {from === null ? 'Every case that asks for a POM has one.' : `${from.name} has no cases.`}{' '}
            <Link to={from === null ? '/allocation' : `/staff/${from.staffId}`}>Go back</Link>
          </p>
        )}
      </Page>
    )
  return (
    <ChooseCases
      from={from}
      title={title}
      cases={cases}
      poms={poms}
      before={chosen}
      onProposed={(next, proposed) => {
        setChosen(next)
        setProposal(proposed)
      }}
    />
  )
}

import '../../styles/pieces.scss'
import './case.scss'
import { useParams } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { Page } from '../../components/layout/page.tsx'
import { CASE_PARTS, PART_WORDS, type CasePart, type PartProps } from './case-file.ts'
import { Allocation } from './allocation.tsx'
import { CaseHeader } from './case-header.tsx'
import { DatesAndReasons } from './dates-and-reasons.tsx'
import { Decisions } from './decisions.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Overview } from './overview.tsx'
import { Meetings } from '../meeting/meetings-part.tsx'
import { PresenceBanner } from './presence-banner.tsx'
import { Parole } from './parole.tsx'
import { PreRelease } from './pre-release.tsx'
import { RiskAndContacts } from './risk.tsx'
import { SentencePart } from './sentence.tsx'
import { Tasks } from './tasks.tsx'

type OwnPart = Exclude<CasePart, 'pack'>

const PARTS: Record<OwnPart, (props: PartProps) => React.ReactNode> = {
  overview: Overview,
  dates: DatesAndReasons,
  meetings: Meetings,
  tasks: Tasks,
  risk: RiskAndContacts,
  parole: Parole,
  'pre-release': PreRelease,
  decisions: Decisions,
  allocation: Allocation,
  facts: Facts,
  sentence: SentencePart,
  timeline: History,
}

const isPart = (text: string): text is OwnPart =>
  text !== 'pack' && (CASE_PARTS as readonly string[]).includes(text)

/** One person: who is responsible, every date and why, what is to do, what is known and where it came from. */
export default function CasePage() {
  const { personId = '', part: asked = 'overview' } = useParams()
  const part = isPart(asked) ? asked : 'overview'
  const { data, error } = useQuery('case.show', { personId })
  // While the next person is on the way the last one's page must not take a click meant for the next.
  const file = data?.personId === personId ? data : undefined
  const Part = PARTS[part]
  return (
    <Page
      key={personId}
      name={`case-${part}`}
      title={file ? `Case ${file.prisonNumber} – ${PART_WORDS[part]}` : 'Case'}
      heading={file || !error ? null : 'Case'}
      ready={file !== undefined}
      error={error}
    >
      {file && (
        <>
          <CaseHeader file={file} part={part} />
          <PresenceBanner presence={file.presence} />
          <Part file={file} key={part} />
        </>
      )}
    </Page>
  )
}

import { Link, useNavigate } from 'react-router'
import { usePageActions } from '../../actions/page-actions.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { COMING_BACK } from '../../components/layout/came-back.ts'
import { PageHeading } from '../../components/layout/page.tsx'
import { IdentityBar } from '../../components/moj/identity-bar.tsx'
import { SubNavigation } from '../../components/moj/sub-navigation.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useOpenedRoute } from '../../state/opened-list.ts'
import { CASE_PARTS, casePath, PART_WORDS, type CaseFile, type CasePart } from './case-file.ts'
import { useMeetingActions } from '../meeting/meeting-actions.ts'
import { useNeighbours } from './use-neighbours.ts'

/** What the bar says of a person; the pack page knows less than the case. */
export type Identity = Pick<CaseFile, 'personId' | 'name' | 'prisonNumber'> &
  Partial<Pick<CaseFile, 'crn' | 'dateOfBirth' | 'age' | 'location' | 'tags' | 'work'>>

/** Who this is, where one goes from here, and the parts of the case. */
export function CaseHeader({ file, part }: { file: Identity; part: CasePart }) {
  useBackToList()
  useMeetingActions(file)
  return (
    <>
      <IdentityBar
        name={<PageHeading className="desk-case__name">{file.name}</PageHeading>}
        facts={identityFacts(file)}
        tags={file.tags && <Tags tags={file.tags} />}
        menu={<Menu file={file} part={part} />}
      />
      <SubNavigation
        label="Parts of this case"
        items={CASE_PARTS.map((each) => partItem(file, each, part))}
      />
    </>
  )
}

/** Esc goes back to the list the case was opened from, with the same row in hand. */
function useBackToList() {
  const navigate = useNavigate()
  const route = useOpenedRoute()
  const back = {
    id: 'back-to-list',
    label: 'Back to the list',
    shortcut: 'Escape',
    run: () => void navigate(route ?? '/today', { state: COMING_BACK }),
  }
  usePageActions(route === null ? [] : [back])
}

/** What is late, near or was late on arrival: the rest can wait. */
const TO_DO = new Set<string>(['overdue', 'due', 'on_arrival'])

function partItem(file: Identity, part: CasePart, current: CasePart) {
  const open = file.work?.groups
    .filter(({ group }) => TO_DO.has(group))
    .reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    to: casePath(file.personId, part),
    label: PART_WORDS[part],
    current: part === current,
    ...(part === 'tasks' && open !== undefined ? { count: open } : {}),
  }
}

function identityFacts(file: Identity) {
  const facts = [
    <span className="desk-case__number" key="number">
      <span className="govuk-visually-hidden">Prison number </span>
      {file.prisonNumber}
    </span>,
  ]
  if (file.crn) facts.push(<span key="crn">CRN {file.crn}</span>)
  if (file.dateOfBirth)
    facts.push(
      <span key="born">
        Born {showDate(file.dateOfBirth)}
        {file.age != null && ` (${file.age})`}
      </span>,
    )
  if (file.location)
    facts.push(
      <span key="cell">
        <span className="govuk-visually-hidden">Cell </span>
        {file.location}
      </span>,
    )
  return facts
}

function Menu({ file, part }: { file: Identity; part: CasePart }) {
  const { previous, next, words } = useNeighbours(file.personId)
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  return (
    <div className="desk-case__menu">
      {words !== null && (
        <nav className="desk-case__neighbours" aria-label="People in the list">
          {previous !== null ? (
            <Link to={casePath(previous, part)}>Previous</Link>
          ) : (
            <span className="desk-quiet">Previous</span>
          )}
          <span>{words}</span>
          {next !== null ? (
            <Link to={casePath(next, part)}>Next</Link>
          ) : (
            <span className="desk-quiet">Next</span>
          )}
        </nav>
      )}
      {part !== 'pack' && mayExport && (
        <Button kind="secondary" to={casePath(file.personId, 'pack')}>
          Export pack
        </Button>
      )}
    </div>
  )
}

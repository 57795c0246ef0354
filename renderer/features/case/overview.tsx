import { Link } from 'react-router'
import { useHasRole } from '../../api/use-session.ts'
import { Tag, Tags } from '../../components/govuk/tag.tsx'
import { SummaryList } from '../../components/govuk/summary-list.tsx'
import { Columns, Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment, showTableDate } from '../../components/text/show-date.ts'
import { CaseDateLine } from './case-date-line.tsx'
import { casePath, type CaseDate, type CaseFile, type PartProps } from './case-file.ts'
import { Concerns } from './concerns.tsx'
import { CannotPlan } from './dates-and-reasons.tsx'
import { Flags } from './flags.tsx'
import { HolidaysNote } from './holidays-note.tsx'
import { ResponsibilityLine } from './responsibility.tsx'
import { taskTag } from './task-tag.ts'

/** The case in one screen: who is responsible, the days, what is to do, what to know. */
export function Overview({ file }: PartProps) {
  return (
    <div className="desk-case">
      <ResponsibilityLine file={file} />
      <HolidaysNote note={file.holidaysNote} />
      {file.cannotPlan === null && <CaseDateLine file={file} />}
      <Columns
        main={
          <>
            {file.cannotPlan !== null && <CannotPlan file={file} />}
            <Dates file={file} />
            <OpenTasks file={file} />
          </>
        }
        aside={
          <>
            <Flags flags={file.flags} />
            <Concerns file={file} />
            <People file={file} />
            <Latest file={file} />
          </>
        }
      />
    </div>
  )
}

function Dates({ file }: PartProps) {
  if (file.dates.length === 0 && file.earliestRelease === null) return null
  return (
    <Section
      title="Dates"
      action={<Link to={casePath(file.personId, 'dates')}>How each was worked out</Link>}
    >
      <ScrollPane label="Dates of this case">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Dates of this case</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Day</th>
              <th scope="col">When</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {file.dates.map((card) => (
              <tr key={card.key}>
                <th scope="row">{card.title}</th>
                <td>{dayOf(card)}</td>
                <td className="desk-quiet">{card.relative}</td>
                <td>
                  <Tags tags={card.tags} />
                </td>
              </tr>
            ))}
            {file.earliestRelease !== null && (
              <tr>
                <th scope="row">Earliest release for handover ({file.earliestRelease.type})</th>
                <td>{showTableDate(file.earliestRelease.date)}</td>
                <td className="desk-quiet" colSpan={2}>
                  what handover is counted back from
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function dayOf(card: CaseDate): string {
  if (card.date !== null) return `${card.state === null ? '' : 'by '}${showTableDate(card.date)}`
  return 'to be set'
}

function OpenTasks({ file }: PartProps) {
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const open = file.tasks.filter((task) => task.state !== 'not_needed')
  return (
    <Section
      title="Tasks"
      action={
        <Link to={casePath(file.personId, 'tasks')}>
          {mayWrite ? 'Record or take back' : 'See who did what'}
        </Link>
      }
    >
      {open.length === 0 ? (
        <p>No handover tasks: this case has no handover from POM to COM.</p>
      ) : (
        <ul className="desk-lines">
          {open.map((task) => (
            <li key={task.task}>
              <span>{task.title}</span>
              <span className="desk-quiet">{task.due === null ? '' : `by ${showTableDate(task.due)}`}</span>
              <Tag {...taskTag(task)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function People({ file }: PartProps) {
  const mayAllocate = useHasRole('head_of_omu')
  // Who to ask for a name, where there is none.
  const ldu = file.facts.find(({ field }) => field === 'ldu_name')?.value
  return (
    <section className="desk-box" aria-labelledby="case-people">
      <h2 className="desk-box__title" id="case-people">
        People
      </h2>
      <SummaryList
        plain
        rows={[
          { key: 'POM', value: file.pom ?? 'Not allocated', note: coverWords(file) },
          ...(file.coPom === null ? [] : [{ key: 'Co-working POM', value: file.coPom }]),
          { key: 'COM', value: file.com ?? 'Not allocated' },
          ...(ldu === undefined ? [] : [{ key: 'LDU', value: ldu }]),
        ]}
      />
      <p className="desk-box__note">
        <Link to={casePath(file.personId, 'allocation')}>
          {mayAllocate ? 'Allocate or change' : 'How it was allocated'}
        </Link>
      </p>
      <p className="desk-box__note">
        <Link to={`/case/${file.personId}/letter`}>Letter to the person</Link>
      </p>
    </section>
  )
}

/** Who looks after the case while its POM is away. */
function coverWords({ cover }: CaseFile): string | null {
  if (cover === null) return null
  const who = cover.name === null ? 'nobody covers' : `${cover.name} covers`
  return `Away until ${showDate(cover.until)}: ${who}`
}

function Latest({ file }: PartProps) {
  const latest = file.timeline.slice(0, 3)
  if (latest.length === 0) return null
  return (
    <section className="desk-box" aria-labelledby="case-latest">
      <h2 className="desk-box__title" id="case-latest">
        Latest
      </h2>
      <ul className="desk-latest">
        {latest.map((entry) => (
          <li key={entry.id}>
            {entry.title}
            <span className="desk-second">
              {showMoment(entry.at)}, {entry.by}
            </span>
          </li>
        ))}
      </ul>
      <p className="desk-box__note">
        <Link to={casePath(file.personId, 'timeline')}>Whole timeline</Link>
      </p>
    </section>
  )
}

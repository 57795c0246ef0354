import type { OutputOf } from '../../../domain/contract/index.ts'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from '../case/case-file.ts'

interface MeetingAsideProps {
  file: CaseFile
  meeting: Recordable
  shown: OutputOf<'meetings.show'> | undefined
  held: boolean
}

/** Beside the form: the facts it rests on, and what saving it will do. */
export function MeetingAside({ file, meeting, shown, held }: MeetingAsideProps) {
  const facts: [string, string][] = []
  if (file.handover !== null) facts.push(['Handover', showTableDate(file.handover)])
  if (meeting.due !== null) facts.push(['Due', showTableDate(meeting.due)])
  if (shown?.windowFrom != null && shown.windowTo !== null)
    facts.push(['Window', `${showDate(shown.windowFrom)} to ${showDate(shown.windowTo)}`])
  if (shown?.latestWorkingDay != null && shown.latestWorkingDay !== meeting.due)
    facts.push(['Last working day', showTableDate(shown.latestWorkingDay)])
  if (file.earliestRelease !== null)
    facts.push(['Release', `${showTableDate(file.earliestRelease.date)} (${file.earliestRelease.type})`])
  facts.push(['COM', file.com ?? 'None is named'], ['Last contact', shown?.lastContact ?? 'None is recorded'])
  return (
    <>
      <section className="desk-box" aria-label="Facts">
        <h2 className="desk-section__title">Facts</h2>
        <dl className="desk-pairs desk-pairs--tight">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {shown !== undefined && held && (
        <section className="desk-box" aria-label="Saving this will">
          <h2 className="desk-section__title">Saving this will</h2>
          <p>
            <strong>Tick</strong> {shown.saving.ticks.join(' and ')}
          </p>
          {shown.saving.leaves.length > 0 && (
            <p>
              <strong>Leave to do</strong> {shown.saving.leaves.join('; ')}
            </p>
          )}
          {shown.saving.opens.length > 0 && (
            <p>
              <strong>Open</strong> {shown.saving.opens.join('; ')}
            </p>
          )}
        </section>
      )}
    </>
  )
}

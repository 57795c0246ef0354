import type { OutputOf } from '../../../domain/contract/index.ts'
import { isCom } from '../../../domain/meetings/held.ts'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from '../case/case-file.ts'
import type { RecordForm } from './record-form.ts'

interface MeetingAsideProps {
  file: CaseFile
  meeting: Recordable
  shown: OutputOf<'meetings.show'> | undefined
  form: Pick<RecordForm, 'took' | 'attended'>
}

/** Beside the form: the facts it rests on, and what saving it will do. */
export function MeetingAside({ file, meeting, shown, form }: MeetingAsideProps) {
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
      {shown !== undefined && form.took === 'held' && (
        <section className="desk-box" aria-label="Saving this will">
          <h2 className="desk-section__title">Saving this will</h2>
          <p>
            <strong>Tick</strong> {ticksOf(shown, form).join(' and ')}
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

/** The contact with the COM is ticked only where the COM attended. */
const ticksOf = (
  { saving: { ticks } }: OutputOf<'meetings.show'>,
  { attended }: Pick<RecordForm, 'attended'>,
): readonly string[] => (attended.some(isCom) ? ticks : ticks.slice(0, 1))

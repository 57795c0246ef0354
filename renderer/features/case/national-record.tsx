import { useState } from 'react'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useHasRole } from '../../api/use-session.ts'
import { useWayBack } from '../../components/layout/way-back.ts'
import { showDate } from '../../components/text/show-date.ts'
import { MarkForm } from '../differences/mark-form.tsx'
import { Marked } from '../differences/marked.tsx'
import type { CaseFile } from './case-file.ts'

/** What the national record shows beside ours, where an extract brought it, and what the difference was found to be. */
export function NationalRecord({
  file: { personId, national, differences },
  ours,
}: {
  file: Pick<CaseFile, 'personId' | 'national' | 'differences'>
  ours: CivilDate | null
}) {
  if (national === null && differences.length === 0) return null
  return (
    <section className="desk-box" aria-labelledby="case-national">
      <h2 className="desk-box__title" id="case-national">
        {differences.length > 0 ? 'The national record differs' : 'The national record agrees'}
      </h2>
      {national !== null && (
        <dl className="desk-pairs">
          <div>
            <dt>National record</dt>
            <dd>
              <strong>{showDate(national.handover)}</strong>
              <span className="desk-second">
                {national.asAt === null ? 'Day of the extract not known' : `As at ${showDate(national.asAt)}`}
              </span>
            </dd>
          </div>
          <div>
            <dt>Worked out here</dt>
            <dd>
              <strong>{ours === null ? 'No handover date' : showDate(ours)}</strong>
            </dd>
          </div>
        </dl>
      )}
      {differences.map((difference) => (
        <Explained personId={personId} difference={difference} key={difference.subject} />
      ))}
    </section>
  )
}

function Explained(props: { personId: string; difference: CaseFile['differences'][number] }) {
  const { personId, difference } = props
  const [open, setOpen] = useState(false)
  const goBackTo = useWayBack()
  const buttonId = `explain-${difference.subject}`
  const close = () => {
    goBackTo(buttonId)
    setOpen(false)
  }
  const mayMark = useHasRole('head_of_omu', 'pom', 'case_administrator')
  return (
    <div className="desk-box__note">
      {difference.subject === 'responsibility' && (
        <p>
          National record: <strong>{difference.national}</strong>. Here: <strong>{difference.ours}</strong>.
        </p>
      )}
      <p>{difference.likelyCause}</p>
      {open ? (
        <MarkForm personId={personId} difference={difference} onDone={close} onCancel={close} />
      ) : (
        <>
          <Marked difference={difference} />{' '}
          {mayMark && (
            <button type="button" className="desk-link-button" id={buttonId} onClick={() => setOpen(true)}>
              {difference.marked === null ? 'Say what the difference is' : 'Change'}{' '}
              {difference.subject === 'responsibility' && (
                <span className="govuk-visually-hidden">in responsibility</span>
              )}
            </button>
          )}
        </>
      )}
    </div>
  )
}

import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile } from './case-file.ts'

/** What the national record shows beside ours, where an extract brought it. */
export function NationalRecord({
  national,
  ours,
}: {
  national: CaseFile['national']
  ours: CivilDate | null
}) {
  if (national === null) return null
  const differs = national.handover !== ours
  return (
    <section className="desk-box" aria-labelledby="case-national">
      <h2 className="desk-box__title" id="case-national">
        {differs ? 'The national record differs' : 'The national record agrees'}
      </h2>
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
      {national.difference !== '' && <p className="desk-box__note">{national.difference}</p>}
    </section>
  )
}

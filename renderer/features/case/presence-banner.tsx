import { Link } from 'react-router'
import { WarningText } from '../../components/govuk/notices.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile } from './case-file.ts'

/** Above everything of a case that is not simply here: away for a while, gone, or dead. */
export function PresenceBanner({ presence }: { presence: CaseFile['presence'] }) {
  if (presence === null) return null
  const { state, words, on, died } = presence
  return (
    <WarningText>
      {words}, {showDate(on)}. {died ? DIED : state === 'left' ? LEFT : AWAY}{' '}
      <Link to="/movements">Arrivals and departures</Link>
    </WarningText>
  )
}

const DIED = 'Nothing is planned, sent or exported for this person any more; only facts are corrected.'
const LEFT = 'This person is in no list, calendar or count of this establishment any more.'
const AWAY = 'Still a case of this establishment.'

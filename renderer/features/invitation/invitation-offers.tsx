import './invitation.scss'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { showMoment } from '../../components/text/show-date.ts'
import { inviteId, KIND_TITLES } from './invitation-words.ts'

type Offer = OutputOf<'meetings.log'>['invitations'][number]

/** What is to go out about the meetings of this case, or went out last: each with the way to its form. */
export function InvitationOffers({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null
  return (
    <ul className="desk-invite__offers" aria-label="Invitations">
      {offers.map((offer) => (
        <li key={offer.task}>
          <strong>{offer.title}</strong>, {offer.words}: {stateOf(offer)}{' '}
          <Link id={inviteId(offer.task)} to={`?invite=${offer.task}`}>
            {offer.same ? 'Save it again' : `Send the ${KIND_TITLES[offer.kind]}`}
            <span className="govuk-visually-hidden">: {offer.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function stateOf({ kind, same, sent }: Offer): string {
  if (sent === null) return 'no invitation has gone out.'
  const saved = `${KIND_TITLES[sent.kind]} saved ${showMoment(sent.at)} by ${sent.by}`
  if (same) return `${saved}.`
  return kind === 'cancellation'
    ? `it is off, and diaries still have it (${saved}).`
    : `it is another since (${saved}).`
}

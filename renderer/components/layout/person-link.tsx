import { Link } from 'react-router'

/** `Surname, Forename` as a bold link, the number after it. */
export function PersonLink(props: { personId: string; name: string; prisonNumber: string; part?: string }) {
  return (
    <span className="desk-person">
      <Link to={`/case/${props.personId}${props.part ? `/${props.part}` : ''}`}>{props.name}</Link>{' '}
      <span>{props.prisonNumber}</span>
    </span>
  )
}

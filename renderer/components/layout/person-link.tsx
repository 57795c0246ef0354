import { Link, useLocation } from 'react-router'
import { rememberOpenedList } from '../../state/opened-list.ts'

/** `Surname, Forename` as a bold link, the number after it. */
export function PersonLink(props: { personId: string; name: string; prisonNumber: string; part?: string }) {
  const { pathname, search } = useLocation()
  return (
    <span className="desk-person">
      <Link
        to={`/case/${props.personId}${props.part ? `/${props.part}` : ''}`}
        data-person={props.personId}
        onClick={(event) => rememberOpenedList(event.currentTarget, `${pathname}${search}`)}
      >
        {props.name}
      </Link>{' '}
      <span>{props.prisonNumber}</span>
    </span>
  )
}

import { Link } from 'react-router'
import { spanInWords } from '../../../domain/text/dates.ts'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { askedWords, type Today } from './work.ts'

const SHOWN = 5
/** From a week on somebody should be asked again. */
const LONG_DAYS = 7

/** What others owe on these cases, the longest wait first. */
export function Waiting({ today: { waiting, waitingTotal } }: { today: Today }) {
  return (
    <Section title="Waiting on others" note={waitingTotal || ''}>
      {waitingTotal === 0 ? (
        <p className="desk-good">Nobody owes an answer on these cases.</p>
      ) : (
        <ul className="desk-work">
          {waiting.slice(0, SHOWN).map((item) => (
            <li key={`${item.personId} ${item.kind} ${item.what}`}>
              <div className="desk-work__who">
                <PersonLink
                  personId={item.personId}
                  name={item.name}
                  prisonNumber={item.prisonNumber}
                  part="meetings"
                />
                <Wait days={item.days} />
              </div>
              <div>{item.what}</div>
              <div className="desk-work__who">
                <span className="desk-second">
                  {item.who}
                  {(item.asked !== null || item.kind === 'chase') && askedWords(item)}
                </span>
                <span className="desk-small">
                  <Link
                    to={
                      item.kind === 'chase'
                        ? `/chases?person=${item.personId}`
                        : `/case/${item.personId}/${item.kind === 'step' ? 'meetings' : 'overview'}`
                    }
                  >
                    {doWords(item)}
                    <span className="govuk-visually-hidden"> for {item.name}</span>
                  </Link>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {waitingTotal > SHOWN && (
        <p className="desk-more">
          <Link to="/chases">See all {waitingTotal}</Link>
        </p>
      )}
    </Section>
  )
}

function doWords({ kind, asked }: Today['waiting'][number]): string {
  if (kind === 'step') return 'Log it done'
  if (kind === 'coming') return 'See the case'
  return asked === null ? 'Chase' : 'Chase again'
}

function Wait({ days }: { days: number | null }) {
  if (days === null) return null
  const words = spanInWords(days)
  return days >= LONG_DAYS ? <strong className="desk-late">{words}</strong> : <span>{words}</span>
}

const STEP_ROWS = 4

/** The messages due today, by step of the escalation ladder. */
export function Escalations({ today: { escalations, escalationsTotal: due } }: { today: Today }) {
  return (
    <Section
      title="Escalations due today"
      note={due === 0 ? '' : due === 1 ? '1 person' : `${due} people`}
      action={<Link to="/chases">Draft all</Link>}
    >
      {due === 0 && <p className="desk-good">No message is due today.</p>}
      {escalations.map(({ days, who, rows, total }) => (
        <div className="desk-day" key={days}>
          <h3 className="desk-day__name">
            Day {days} <span className="desk-second desk-second--inline">{who}</span>
          </h3>
          <ul className="desk-work desk-work--tight">
            {rows.slice(0, STEP_ROWS).map((row) => (
              <li key={row.personId}>
                <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} />{' '}
                <span className="desk-second desk-second--inline">
                  {row.place}. {row.short}
                </span>
              </li>
            ))}
          </ul>
          {total > STEP_ROWS && <span className="desk-second">and {total - STEP_ROWS} more</span>}
        </div>
      ))}
    </Section>
  )
}

/** Who owes an answer, on how many cases and for how long. */
export function WhoOwes({ today: { owes, owesTotal } }: { today: Today }) {
  if (owes.length === 0) return null
  return (
    <Section
      title="Who owes an answer"
      note={owesTotal > owes.length ? `${owes.length} of ${owesTotal}` : ''}
    >
      <table className="desk-casetable desk-owes">
        <caption className="govuk-visually-hidden">Who owes an answer</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" className="desk-number">
              Asks
            </th>
            <th scope="col" className="desk-number">
              Longest
            </th>
          </tr>
        </thead>
        <tbody>
          {owes.map(({ name, of, asks, longest }) => (
            <tr key={`${name} ${of}`}>
              <th scope="row">
                {name} {of !== '' && <span className="desk-second desk-second--inline">{of}</span>}
              </th>
              <td className="desk-number">{asks}</td>
              <td className="desk-number">
                <Wait days={longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="desk-more">
        <Link to="/chases">See all asks</Link>
      </p>
    </Section>
  )
}

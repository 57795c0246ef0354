import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Tag, Tags } from '../../components/govuk/tag.tsx'
import { showDate, showLongDate, showTableDate } from '../../components/text/show-date.ts'
import { shortSource } from '../../components/text/short-source.ts'
import type { CaseDate } from './case-file.ts'
import { Confidence } from './confidence.tsx'

/** One date: the day, the sum that gives it, the tests that chose the rule, the rule and its source. */
export function DateCard({ card }: { card: CaseDate }) {
  return (
    <article className="desk-datecard" aria-labelledby={`date-${card.key}`}>
      <div className="desk-datecard__top">
        <h3 className="desk-datecard__title" id={`date-${card.key}`}>
          {card.title}
        </h3>
        <Tags tags={card.tags} />
        {card.provisional && !card.tags.some((tag) => tag.tone === 'unknown') && (
          <Tag text="Planning date" tone="unknown" />
        )}
        <Confidence level={card.confidence} />
      </div>
      <p className="desk-datecard__answer">
        <strong>{answer(card)}</strong> <span>{card.relative}</span>
      </p>
      {card.sum.length > 0 && <Sum card={card} />}
      {card.checks.length > 0 && (
        <ul className="desk-checks" aria-label="Checked">
          {card.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      )}
      <dl className="desk-basis">
        {isMoved(card) && (
          <div>
            <dt>By</dt>
            <dd>{showLongDate(card.latestWorkingDay ?? '')}: the last working day before it</dd>
          </div>
        )}
        {card.state === 'set_a_date' && (
          <div>
            <dt>Record</dt>
            <dd>
              Agree a day with the COM and book it under Meetings. Record the meeting once it has been held.
            </dd>
          </div>
        )}
        <div>
          <dt>Rule</dt>
          <dd>{card.rule}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>{shortSource(card.source)}</dd>
        </div>
      </dl>
    </article>
  )
}

const isMoved = (card: CaseDate) => card.latestWorkingDay !== null && card.latestWorkingDay !== card.date

/** A handover is a day; a meeting is a day to have held it by; one no source dates is for the user to set. */
function answer(card: CaseDate): string {
  if (card.date === null) return card.state === 'set_a_date' ? 'Set a date' : 'No date'
  const day = showLongDate(card.date)
  return card.state === null ? day : `By ${day}`
}

const SIGN_WORDS: Record<string, string> = { '−': 'minus', '-': 'minus', '+': 'plus', '=': 'equals' }

function Sum({ card }: { card: CaseDate }) {
  return (
    <table className="desk-sum">
      <caption className="govuk-visually-hidden">{card.title}: the sum, step by step</caption>
      <thead className="govuk-visually-hidden">
        <tr>
          <th scope="col">Step</th>
          <th scope="col">What</th>
          <th scope="col">Day</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {card.sum.map((line) => (
          <tr
            className={line.sign === '=' ? 'desk-sum__result' : undefined}
            key={`${line.sign}${line.label}`}
          >
            <td className="desk-sum__sign">
              <span aria-hidden="true">{line.sign}</span>
              <span className="govuk-visually-hidden">{SIGN_WORDS[line.sign.trim()] ?? 'from'}</span>
            </td>
            <th scope="row" className="desk-sum__label">
              {line.label}
            </th>
            <td className="desk-sum__date">{showDay(line.date)}</td>
            <td className="desk-sum__note">{line.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const showDay = (date: CivilDate | null) =>
  date === null ? (
    ''
  ) : (
    <time dateTime={date} title={showDate(date)}>
      {showTableDate(date)}
    </time>
  )

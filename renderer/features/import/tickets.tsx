import { goTo } from '../../components/layout/go-to.ts'

export interface Ticket {
  count: number
  words: string
  /** Id of the group it is explained in. */
  to: string | null
  /** Can harm if left. */
  bad?: boolean
}

/** Consequences first: how many of each, and the way to them. */
export function Tickets({ tickets }: { tickets: readonly Ticket[] }) {
  return (
    <ul className="desk-effects" aria-label="What this file would do">
      {tickets.map(({ count, words, to, bad }) => {
        const number = count.toLocaleString('en-GB')
        const classes = `desk-effects__count${bad && count > 0 ? ' desk-effects__count--bad' : ''}`
        return (
          <li key={words}>
            {to !== null && count > 0 ? (
              <button type="button" className={`desk-link-button ${classes}`} onClick={() => goTo(to)}>
                {number} <span className="govuk-visually-hidden">{words}: go to them</span>
              </button>
            ) : (
              <span className={classes}>{number}</span>
            )}{' '}
            <span {...(to !== null && count > 0 ? { 'aria-hidden': true } : {})}>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}

import { daysFrom, showDate, showDayMonth } from '../text/show-date.ts'

/** One shared scale for a column: 8 weeks back to 9 ahead. */
const BACK = 56
const AHEAD = 63
const SPAN = BACK + AHEAD

export interface WindowBarProps {
  today: string
  windowFrom: string | null
  windowTo: string | null
  /** The day the window leads to. */
  due: string | null
  meeting: {
    state: 'to_book' | 'booked' | 'held' | 'missed' | 'not_held' | 'set_a_date'
    on: string | null
  } | null
}

/** Percent along the scale, and whether the day lies off it. */
function place(today: string, date: string) {
  const at = daysFrom(today, date) + BACK
  const off = at < 0 ? 'left' : at > SPAN ? 'right' : null
  return { x: (Math.min(SPAN, Math.max(0, at)) / SPAN) * 100, off }
}

const MEETING_SAYS = {
  to_book: 'meeting to book',
  booked: 'meeting booked',
  missed: 'meeting missed',
  not_held: 'meeting not held',
  set_a_date: 'meeting needs a date',
} as const

/** What the bar says, in one sentence: `Window 5 October to 30 November, 7 days left, meeting to book.` */
export function windowSentence({ today, windowFrom, windowTo, due, meeting }: WindowBarProps): string {
  const parts: string[] = []
  if (windowFrom !== null && windowTo !== null) {
    const sameYear =
      windowFrom.slice(0, 4) === windowTo.slice(0, 4) && windowTo.slice(0, 4) === today.slice(0, 4)
    const show = (date: string) => (sameYear ? showDate(date).slice(0, -5) : showDate(date))
    parts.push(`Window ${show(windowFrom)} to ${show(windowTo)}`)
  }
  if (due !== null) parts.push(left(daysFrom(today, due)))
  if (meeting?.state === 'held')
    parts.push(meeting.on ? `meeting held ${showDayMonth(meeting.on)}` : 'meeting held')
  else if (meeting) parts.push(MEETING_SAYS[meeting.state])
  const sentence = parts.join(', ')
  return sentence === '' ? 'No window.' : `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`
}

function left(days: number): string {
  if (days === 0) return 'due today'
  const size = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days > 0 ? `${size} left` : `${size} past`
}

/** Window, due day and meeting of one row on the column's scale. All it shows stands in words in the row too. */
export function WindowBar(props: WindowBarProps) {
  const { today, windowFrom, windowTo, due, meeting } = props
  const now = place(today, today).x
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, not a file an img could show
    <svg className="desk-window" role="img" aria-label={windowSentence(props)} focusable="false">
      <svg y="50%" overflow="visible">
        {windowFrom !== null && windowTo !== null && (
          <Band from={place(today, windowFrom).x} to={place(today, windowTo).x} now={now} />
        )}
      </svg>
      <line className="desk-window__today" x1={`${now}%`} x2={`${now}%`} y1="0" y2="100%" />
      <svg y="50%" overflow="visible">
        {due !== null && <Due {...place(today, due)} past={daysFrom(today, due) < 0} now={now} />}
        {meeting?.state === 'held' && meeting.on !== null && <Held {...place(today, meeting.on)} />}
        {meeting?.state === 'missed' && due !== null && place(today, due).off === null && (
          <Missed x={place(today, due).x} />
        )}
      </svg>
    </svg>
  )
}

function Band({ from, to, now }: { from: number; to: number; now: number }) {
  if (to <= from) return null
  const gone = Math.min(Math.max(now, from), to)
  return (
    <>
      <rect className="desk-window__left" x={`${gone}%`} width={`${to - gone}%`} y="-6" height="12" />
      <rect className="desk-window__gone" x={`${from}%`} width={`${gone - from}%`} y="-6" height="12" />
    </>
  )
}

const DIAMOND = 'M0 -6 5 0 0 6 -5 0Z'

function Due({ x, off, past, now }: { x: number; off: string | null; past: boolean; now: number }) {
  return (
    <>
      {past && <line className="desk-window__tail" x1={`${x}%`} x2={`${now}%`} y1="0" y2="0" />}
      <svg
        x={`${x}%`}

        overflow="visible"
        className={past ? 'desk-window__due--past' : 'desk-window__due'}
      >
        <path d={off === 'left' ? 'M0 0 8 -6V6Z' : off === 'right' ? 'M0 0 -8 -6V6Z' : DIAMOND} />
      </svg>
    </>
  )
}

function Held({ x, off }: { x: number; off: string | null }) {
  if (off !== null) return null
  return (
    <svg x={`${x}%`} overflow="visible">
      <HeldMark />
    </svg>
  )
}

const Missed = ({ x }: { x: number }) => (
  <svg x={`${x}%`} overflow="visible">
    <MissedMark />
  </svg>
)

const HeldMark = () => (
  <g className="desk-window__held">
    <circle r="6.5" />
    <path d="M-3 0-1 2.5 3-2.5" />
  </g>
)

const MissedMark = () => (
  <g className="desk-window__missed">
    <circle r="6" />
    <path d="M-2.5 -2.5 2.5 2.5M2.5 -2.5-2.5 2.5" />
  </g>
)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The scale's head: months, and *Today* in its own colour. */
export function WindowAxis({ today }: { today: string }) {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const firsts = [-2, -1, 0, 1, 2, 3]
    .map((step) => {
      const at = month - 1 + step
      const of = ((at % 12) + 12) % 12
      return {
        label: MONTHS[of],
        date: `${year + Math.floor(at / 12)}-${String(of + 1).padStart(2, '0')}-01`,
      }
    })
    .map(({ label, date }) => Object.assign(place(today, date), { label, date }))
    .filter((first) => first.off === null && first.x < 93)
  const now = place(today, today).x
  return (
    <span className="desk-window-axis">
      <span className="govuk-visually-hidden">Window</span>
      <svg aria-hidden="true" focusable="false">
        <text className="desk-window__now" x={`${now}%`} y="11" textAnchor="middle">
          Today
        </text>
        <line className="desk-window__today" x1={`${now}%`} x2={`${now}%`} y1="15" y2="100%" />
        {firsts.map((first) => (
          <g key={first.date}>
            <line className="desk-window__tick" x1={`${first.x}%`} x2={`${first.x}%`} y1="22" y2="30" />
            <text x={`${first.x}%`} dx="3" y="26">
              {first.label}
            </text>
          </g>
        ))}
      </svg>
    </span>
  )
}

/** The same shapes, named. */
export function WindowLegend() {
  return (
    <ul className="desk-window-legend" aria-label="Legend">
      <li>
        <svg width="32" height="14" aria-hidden="true" focusable="false">
          <rect className="desk-window__gone" x="1" y="1" width="18" height="12" />
          <rect className="desk-window__left" x="19" y="1" width="12" height="12" />
        </svg>
        Meeting window
      </li>
      <li>
        <svg
          width="12"
          height="14"
          viewBox="-6 -7 12 14"
          aria-hidden="true"
          focusable="false"
          className="desk-window__due"
        >
          <path d={DIAMOND} />
        </svg>
        Handover due
      </li>
      <li>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
          <HeldMark />
        </svg>
        Held
      </li>
      <li>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
          <MissedMark />
        </svg>
        Missed
      </li>
    </ul>
  )
}

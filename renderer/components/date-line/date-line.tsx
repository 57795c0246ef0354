import './date-line.scss'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { showDate, showDay, showShortDate, showTableDate } from '../text/show-date.ts'
import {
  dateLineGeometry,
  type DateLineFacts,
  type Mark,
  type WholeLine,
  type YearLine,
} from './date-line-geometry.ts'
import { dateLineSentence } from './date-line-sentence.ts'

export interface DateLineProps extends DateLineFacts {
  pom: string | null
  com: string | null
}

/**
 * The whole sentence as a thin line, the year that matters opened beneath it. Everything is placed in percent, so words
 * keep their size at any width; the sentence that names the picture says all of it.
 */
export function DateLine(props: DateLineProps) {
  const { whole, year } = dateLineGeometry(props)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- three drawings, one picture
    <div className="desk-dateline" role="img" aria-label={dateLineSentence(props)}>
      {whole !== null && <Whole line={whole} facts={props} />}
      {whole !== null && <Opening line={whole} />}
      <Year line={year} facts={props} />
    </div>
  )
}

const pc = (x: number) => `${x}%`
const anchor = (mark: Pick<Mark, 'words'>) => mark.words
const nudge = (mark: Pick<Mark, 'words'>, by = 6) => (mark.words === 'end' ? -by : by)

function Whole({ line, facts }: { line: WholeLine; facts: DateLineProps }) {
  const { release } = line
  return (
    <svg className="desk-dateline__whole" width="100%" height="52" aria-hidden="true" focusable="false">
      <text x="0" y="14" className="desk-dateline__text">
        Sentence start {showShortDate(line.from)}
      </text>
      {release !== null && release.x > 22 && release.x < 80 && (
        <text x={pc(release.x)} dx="6" y="14" className="desk-dateline__text desk-dateline__text--ends">
          {facts.release?.label} {showShortDate(release.date)}
        </text>
      )}
      <text x="100%" y="14" textAnchor="end" className="desk-dateline__text desk-dateline__text--ends">
        {lastWords(line, facts)}
      </text>
      <rect x="0" y="24" width="100%" height="8" className="desk-dateline__after" />
      <rect
        x={pc(line.custody.x)}
        y="24"
        width={pc(line.custody.width)}
        height="8"
        className="desk-dateline__custody"
      />
      {line.years.map((tick, at) => (
        <g key={tick.key}>
          <rect x={pc(tick.x)} y="24" width="1" height="10" className="desk-dateline__ink" />
          <text
            x={pc(tick.x)}
            dx={tick.x > 96 ? -2 : 3}
            y="48"
            textAnchor={tick.x > 96 ? 'end' : 'start'}
            className={`desk-dateline__text${at % 2 === 0 ? '' : ' desk-dateline__text--minor'}`}
          >
            {tick.date.slice(0, 4)}
          </text>
        </g>
      ))}
      {release !== null && (
        <rect x={pc(release.x)} y="10" width="2" height="22" className="desk-dateline__ink" />
      )}
      <rect
        x={pc(line.opened.x)}
        y="20"
        width={pc(line.opened.width)}
        height="16"
        className="desk-dateline__lens"
      />
    </svg>
  )
}

/** What the line ends with: the sentence, or the last day known of one that has no end. */
function lastWords(line: WholeLine, { sentenceEnd, release }: DateLineProps): string {
  const what =
    line.to === sentenceEnd ? 'Sentence ends' : line.to === release?.date ? release.label : 'Handover'
  return `${what} ${showShortDate(line.to)}`
}

/** The slanted panel that ties the small line to the large one. */
function Opening({ line }: { line: WholeLine }) {
  const left = line.opened.x
  const right = left + line.opened.width
  return (
    <svg
      className="desk-dateline__opening"
      width="100%"
      height="22"
      viewBox="0 0 100 22"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${left} 0H${right}L100 22H0Z`} />
    </svg>
  )
}

const BAR_Y = 84

function Year({ line, facts }: { line: YearLine; facts: DateLineProps }) {
  return (
    <svg className="desk-dateline__year" width="100%" height="132" aria-hidden="true" focusable="false">
      {line.months.map((tick) => (
        <g key={tick.key}>
          {tick.x > 0 && <rect x={pc(tick.x)} y="0" width="1" height="132" className="desk-dateline__grid" />}
          <text
            x={pc(tick.x)}
            dx="5"
            y="18"
            className={`desk-dateline__text${tick.major ? '' : ' desk-dateline__text--minor'}`}
          >
            {monthName(tick.date)}
            {tick.major && (
              <tspan className={tick.x > 0 ? '' : 'desk-dateline__text--ends'}>
                {' '}
                {tick.date.slice(0, 4)}
              </tspan>
            )}
          </text>
        </g>
      ))}
      {line.today.off === null && (
        <rect x={pc(line.today.x)} y="26" width="2" height="106" className="desk-dateline__now" />
      )}
      <Windows line={line} />
      <Holders line={line} facts={facts} />
      {line.today.off === null && (
        <text
          x={pc(line.today.x)}
          dx={nudge(line.today, 6)}
          y="126"
          textAnchor={anchor(line.today)}
          className="desk-dateline__text desk-dateline__text--now"
        >
          Today
        </text>
      )}
      {line.handover !== null && <Handover mark={line.handover} today={facts.today} />}
      {line.release !== null && <Release mark={line.release} label={facts.release?.label ?? 'Release'} />}
    </svg>
  )
}

/** In percent: an open window narrower than this has no room for its title. */
const TITLE_NEEDS = 18

/** The bars first, then the words, so that no bar lies over the title of another. */
function Windows({ line }: { line: YearLine }) {
  return (
    <>
      {line.windows.map((window) => (
        <g key={window.key}>
          <rect
            x={pc(window.span.x)}
            y="58"
            width={pc(window.span.width)}
            height="16"
            className={
              window.open ? 'desk-dateline__window desk-dateline__window--open' : 'desk-dateline__window'
            }
          />
          {window.gone !== null && (
            <rect
              x={pc(window.gone.x)}
              y="58"
              width={pc(window.gone.width)}
              height="16"
              className="desk-dateline__gone"
            />
          )}
        </g>
      ))}
      {line.windows.map((window) => (
        <WindowTitle key={window.key} window={window} />
      ))}
    </>
  )
}

function WindowTitle({ window }: { window: YearLine['windows'][number] }) {
  if (window.open && window.span.width < TITLE_NEEDS) return null
  const end = window.words === 'end' ? window.span.x + window.span.width : window.span.x
  return (
    <text
      x={pc(window.open ? window.span.x + window.span.width / 2 : end)}
      y={window.open ? 71 : 52}
      textAnchor={window.open ? 'middle' : window.words}
      className="desk-dateline__text desk-dateline__text--wide"
    >
      {window.title}
    </text>
  )
}

const HOLDER_WORDS = { pom: 'POM responsible', pom_with_com: 'COM supports', com: 'COM responsible' } as const

function Holders({ line, facts }: { line: YearLine; facts: DateLineProps }) {
  return line.holders.map(({ who, span }, at) => {
    const person = who === 'com' ? (facts.com ?? 'not allocated') : (facts.pom ?? 'not allocated')
    const shift = at > 0 && line.handover !== null ? 12 : 4
    return (
      <g key={who}>
        <rect
          x={pc(span.x)}
          y={BAR_Y}
          width={pc(span.width)}
          height="8"
          className={`desk-dateline__holder--${who}`}
        />
        {span.width > 14 && (
          <text
            x={pc(span.x)}
            dx={shift}
            y="108"
            className={`desk-dateline__text${span.width > 40 ? '' : ' desk-dateline__text--minor'}`}
          >
            <tspan className="desk-dateline__strong">{HOLDER_WORDS[who]}</tspan>
            <tspan className="desk-dateline__text--wide"> {person}</tspan>
          </text>
        )}
      </g>
    )
  })
}

function Handover({ mark, today }: { mark: Mark; today: CivilDate }) {
  const past = mark.date < today
  if (mark.off !== null) return <Edge mark={mark} y={44} words={`Handover ${showTableDate(mark.date)}`} />
  return (
    <g>
      <svg x={pc(mark.x)} y={BAR_Y + 4} width="1" height="1" overflow="visible">
        <path
          d="M0 -11L8 0L0 11L-8 0Z"
          className={past ? 'desk-dateline__due desk-dateline__due--past' : 'desk-dateline__due'}
        />
      </svg>
      <text
        x={pc(mark.x)}
        dx={nudge(mark, 12)}
        y="38"
        textAnchor={anchor(mark)}
        className="desk-dateline__text desk-dateline__strong"
      >
        Handover {showTableDate(mark.date)}
      </text>
      <rect x={pc(mark.x)} y="28" width="1" height="46" className="desk-dateline__ink" />
    </g>
  )
}

function Release({ mark, label }: { mark: Mark; label: string }) {
  if (mark.off !== null)
    return <Edge mark={mark} y={mark.off === 'before' ? 70 : 126} words={`${label} ${showDate(mark.date)}`} />
  return (
    <g>
      <rect x={pc(mark.x)} y="62" width="2" height="52" className="desk-dateline__ink" />
      <text
        x={pc(mark.x)}
        dx={nudge(mark, 6)}
        y="126"
        textAnchor={anchor(mark)}
        className="desk-dateline__text desk-dateline__strong"
      >
        {label} {showDay(mark.date).split(' ').slice(1).join(' ')}
      </text>
    </g>
  )
}

/** Off the scale: words and an arrow at the edge it lies beyond. */
function Edge({ mark, y, words }: { mark: Mark; y: number; words: string }) {
  const before = mark.off === 'before'
  return (
    <text
      x={before ? '0' : '100%'}
      dx={before ? 4 : -4}
      y={y}
      textAnchor={before ? 'start' : 'end'}
      className="desk-dateline__text desk-dateline__strong"
    >
      {before ? `← ${words}` : `${words} →`}
    </text>
  )
}

const monthName = (date: CivilDate) => showShortDate(date).split(' ')[1] ?? ''

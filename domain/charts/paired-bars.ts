// Where everything of a chart of paired bars stands, in its own units. The page draws it and computes nothing; a printed
// copy can be drawn from the same numbers.

export interface PairedColumn {
  label: string
  a: number
  b: number
}

export interface Bar {
  side: 'a' | 'b'
  value: number
  x: number
  y: number
  width: number
  height: number
  /** The middle of the bar, where its number stands… */
  labelX: number
  /** …on this base line. */
  labelY: number
}

/** A series named beside the bars rather than in a legend: a line up from one of its bars, then the words. */
export interface Callout {
  side: 'a' | 'b'
  text: string
  x: number
  fromY: number
  toY: number
  /** The line turns at `toY` and ends here, beside the words. */
  toX: number
  textX: number
  textY: number
  anchor: 'start' | 'end'
}

export interface PairedBars {
  width: number
  height: number
  ticks: { value: number; y: number; labelY: number }[]
  bars: Bar[]
  labels: { text: string; x: number; y: number }[]
  callouts: Callout[]
  plot: { left: number; right: number; top: number; bottom: number }
}

const WIDTH = 780
const HEIGHT = 330
const PLOT = { left: 34, right: WIDTH - 4, top: 24, bottom: HEIGHT - 26 }
/** Room over the tallest bar for its number and two lines of names. */
const HEADROOM = 62
const UPPER = PLOT.top + 12
const LOWER = PLOT.top + 33
const GAP = 2
/** Of a column: the rest is the space between columns. */
const FILLED = 0.74

/**
 * A zero base line, whole ticks, a number on every bar, and the two names placed over bars of their own. `names` are the
 * words of the callouts; a side with no bar at all gets none.
 */
export function pairedBars(columns: readonly PairedColumn[], names: { a: string; b: string }): PairedBars {
  const most = Math.max(1, ...columns.flatMap(({ a, b }) => [a, b]))
  const step = tickStep(most)
  const scale = (PLOT.bottom - PLOT.top - HEADROOM) / most
  const yOf = (value: number) => round(PLOT.bottom - value * scale)
  const bars = columns.flatMap((column, at) => barsOf(column, at, columns.length, yOf))
  const ticks = []
  for (let value = 0; value <= most; value += step) {
    ticks.push({ value, y: yOf(value), labelY: yOf(value) + 5 })
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    ticks,
    bars,
    labels: columns.map(({ label }, at) => ({
      text: label,
      x: middleOf(at, columns.length),
      y: HEIGHT - 8,
    })),
    callouts: calloutsOf(bars, names),
    plot: PLOT,
  }
}

const round = (value: number) => Math.round(value * 10) / 10

const columnWidth = (count: number) => (PLOT.right - PLOT.left) / Math.max(1, count)
const middleOf = (at: number, count: number) => round(PLOT.left + (at + 0.5) * columnWidth(count))

/** 1, 2 or 5 times a power of ten, for four or five ticks. */
function tickStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)))
  const multiple = [1, 2, 5, 10].find((each) => each * power * 5 >= most) ?? 10
  return Math.max(1, multiple * power)
}

function barsOf(column: PairedColumn, at: number, count: number, yOf: (value: number) => number): Bar[] {
  const width = round(Math.min(24, (columnWidth(count) * FILLED - GAP) / 2))
  const middle = middleOf(at, count)
  return (['a', 'b'] as const).map((side) => {
    const value = column[side]
    const x = round(side === 'a' ? middle - GAP / 2 - width : middle + GAP / 2)
    const y = yOf(value)
    return {
      side,
      value,
      x,
      y,
      width,
      height: round(PLOT.bottom - y),
      labelX: round(x + width / 2),
      labelY: y - 6,
    }
  })
}

/** Two lines nearer than this read as one. */
const CLEAR = 60
const TEXT_GAP = 14
/** Bold 14 px Arial, on the generous side. */
const CHARACTER = 7.6

/** Where words right of a bar's line begin: further left where they would run out, and then they stand over the line. */
const textStart = (bar: Bar, text: string) =>
  Math.min(bar.labelX + TEXT_GAP, PLOT.right - text.length * CHARACTER)

/**
 * Names stand in the headroom, each joined by a line to a bar of its side. The left one is the upper, so that its line has
 * passed before the other's words begin; where it would not, it is the lower, with its words on its left.
 */
function calloutsOf(bars: readonly Bar[], names: { a: string; b: string }): Callout[] {
  const b = bars.find(({ side, value }) => side === 'b' && value > 0)
  const ofA = bars.filter(({ side, value }) => side === 'a' && value > 0)
  const near = ofA.filter(({ labelX }) => b === undefined || labelX > b.labelX + CLEAR).slice(0, 4)
  const a = tallest(near) ?? ofA.at(0)
  const [left, right] = [b, a].filter((bar) => bar !== undefined).sort((x, y) => x.labelX - y.labelX)
  if (left === undefined) return []
  if (right === undefined) return [rightOf(left, names[left.side], UPPER)]
  const isClear = left.labelX < textStart(right, names[right.side]) - TEXT_GAP / 2
  return isClear
    ? [rightOf(left, names[left.side], UPPER), rightOf(right, names[right.side], LOWER)]
    : [leftOf(left, names[left.side], LOWER), rightOf(right, names[right.side], UPPER)]
}

const tallest = (bars: readonly Bar[]): Bar | undefined =>
  bars.reduce<Bar | undefined>(
    (best, bar) => (best === undefined || bar.value > best.value ? bar : best),
    undefined,
  )

function rightOf(bar: Bar, text: string, y: number): Callout {
  const textX = round(textStart(bar, text))
  const isBeside = textX > bar.labelX
  return {
    side: bar.side,
    text,
    x: bar.labelX,
    fromY: bar.labelY - 15,
    toY: isBeside ? y - 4 : y + 5,
    toX: isBeside ? textX - 4 : bar.labelX,
    textX,
    textY: y,
    anchor: 'start',
  }
}

function leftOf(bar: Bar, text: string, y: number): Callout {
  const textX = bar.labelX - TEXT_GAP
  return {
    side: bar.side,
    text,
    x: bar.labelX,
    fromY: bar.labelY - 15,
    toY: y - 4,
    toX: textX + 4,
    textX,
    textY: y,
    anchor: 'end',
  }
}

import { pairedBars, type Bar, type Callout } from '../../../domain/charts/paired-bars.ts'
import { Details } from '../../components/govuk/notices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import type { Comparison } from './comparison-route.ts'

type Pair = Comparison['handovers'][number]

/** Handovers by month on both sides, headed by what they come to; the same numbers stand below as a table. */
export function PairedChart({ comparison }: { comparison: Comparison }) {
  const { a, b, finding, handovers } = comparison
  return (
    <Section title={finding} className="desk-compare__finding">
      <figure className="desk-chart">
        <ScrollPane label="Handovers by month" what="chart">
          <Picture comparison={comparison} />
        </ScrollPane>
        <figcaption className="desk-second">
          Handovers due in the next 12 months. At once: not handed over today, past under {b.short}.
        </figcaption>
      </figure>
      <Details summary="Show as table">
        <Table
          name="compare:chart"
          caption={`Handovers by month: ${a.name} against ${b.name}`}
          columns={columns(a.short, b.short)}
          rows={handovers}
          rowKey={(row) => row.label}
        />
      </Details>
    </Section>
  )
}

const columns = (a: string, b: string): Column<Pair>[] => [
  { key: 'month', head: 'Month', rowHead: true, cell: (row) => row.label },
  { key: 'a', head: a, numeric: true, cell: (row) => row.a },
  { key: 'b', head: b, numeric: true, cell: (row) => row.b },
]

const LABELLED = 'compare-chart-title compare-chart-says'

function Picture({ comparison: { a, b, finding, handovers } }: { comparison: Comparison }) {
  const names = {
    a: a.id === 'in_force' ? 'In force now, solid' : `${a.name}, solid`,
    b: `${b.name}, striped`,
  }
  const chart = pairedBars(handovers, names)
  const { plot } = chart
  const box = `0 0 ${chart.width} ${chart.height}`
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, not a file an img could show
    <svg className="desk-chart__picture" viewBox={box} role="img" aria-labelledby={LABELLED}>
      <title id="compare-chart-title">{finding}</title>
      <desc id="compare-chart-says">{inWords(a.short, b.short, handovers)}</desc>
      <pattern
        id="compare-stripes"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="desk-chart__ground" width="6" height="6" />
        <line className="desk-chart__stripe" x1="1" x2="1" y1="0" y2="6" />
      </pattern>
      <text className="desk-chart__axis" x={plot.left + 4} y="14">
        Cases
      </text>
      {chart.ticks.map((tick) => (
        <g key={tick.value}>
          <line
            className={tick.value === 0 ? 'desk-chart__base' : 'desk-chart__tick'}
            x1={plot.left}
            x2={plot.right}
            y1={tick.y}
            y2={tick.y}
          />
          <text className="desk-chart__axis" x={plot.left - 7} y={tick.labelY} textAnchor="end">
            {tick.value}
          </text>
        </g>
      ))}
      {chart.bars.map((bar) => (
        <BarDrawn bar={bar} key={`${bar.side}${bar.x}`} />
      ))}
      {chart.labels.map((label) => (
        <text className="desk-chart__axis" key={label.x} x={label.x} y={label.y} textAnchor="middle">
          {label.text}
        </text>
      ))}
      {chart.callouts.map((callout) => (
        <Name callout={callout} key={callout.side} />
      ))}
    </svg>
  )
}

function BarDrawn({ bar }: { bar: Bar }) {
  const { side, value, x, y, width, height, labelX, labelY } = bar
  const look =
    side === 'a'
      ? { className: 'desk-chart__solid' }
      : { className: 'desk-chart__striped', fill: 'url(#compare-stripes)' }
  return (
    <>
      {value > 0 && <rect x={x} y={y} width={width} height={height} {...look} />}
      <text
        className={`desk-chart__number desk-chart__number--${side}`}
        x={labelX}
        y={labelY}
        textAnchor="middle"
      >
        {value}
      </text>
    </>
  )
}

function Name({ callout }: { callout: Callout }) {
  const { side, text, x, fromY, toY, toX, textX, textY, anchor } = callout
  return (
    <g className={`desk-chart__name desk-chart__name--${side}`}>
      <path d={`M${x} ${fromY}V${toY}H${toX}`} />
      <text x={textX} y={textY} textAnchor={anchor}>
        {text}
      </text>
    </g>
  )
}

const inWords = (a: string, b: string, pairs: readonly Pair[]) =>
  `${a} against ${b}. ${pairs.map((pair) => `${pair.label}: ${pair.a} against ${pair.b}`).join('. ')}.`

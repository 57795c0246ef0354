import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { PackTable, PackValue } from '../../../domain/pack/pack.ts'
import { originText } from './pack-words.ts'
import { xmlText } from './xml-text.ts'

interface Look {
  bold?: boolean
  italics?: boolean
  /** In half points. */
  size?: number
  color?: string
}

interface Place {
  /** In twentieths of a point. */
  before?: number
  /** Never the last line of a page. */
  keepNext?: boolean
}

const SECOND = '484949'
const levels = { title: HeadingLevel.TITLE, 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const

export const heading = (level: keyof typeof levels, text: string): Paragraph =>
  new Paragraph({ heading: levels[level], children: [new TextRun(xmlText(text))] })

export const plain = (
  text: string,
  look: Look = {},
  { before = 0, keepNext = false }: Place = {},
): Paragraph =>
  new Paragraph({
    spacing: { before, after: 80 },
    keepNext,
    children: [new TextRun({ text: xmlText(text), ...look })],
  })

export const quiet = (text: string, place: Place = {}): Paragraph =>
  plain(text, { size: 18, color: SECOND }, place)

export const bullet = (text: string): Paragraph =>
  new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: [new TextRun(xmlText(text))] })

const edge = { style: BorderStyle.SINGLE, size: 6, color: '6F777B', space: 4 }

/** Plain paragraphs inside a rule, one for each line, so that copying them brings no table and no styles along. */
export const boxText = (text: string): Paragraph[] =>
  text.split('\n').map(
    (line) =>
      new Paragraph({
        border: { left: { ...edge, size: 18, space: 8 } },
        indent: { left: 200 },
        children: [new TextRun(xmlText(line))],
      }),
  )

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = {
  top: none,
  left: none,
  right: none,
  bottom: thin,
  insideHorizontal: thin,
  insideVertical: none,
}

function cell(text: string, look: Look, percent: number): TableCell {
  return new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, right: 100 },
    children: [new Paragraph({ children: [new TextRun({ text: xmlText(text), size: 19, ...look })] })],
  })
}

const row = (
  texts: readonly string[],
  looks: readonly Look[],
  percents: readonly number[],
  tableHeader = false,
): TableRow =>
  new TableRow({
    tableHeader,
    cantSplit: true,
    children: texts.map((text, at) => cell(text, looks[at] ?? {}, percents[at] ?? 100)),
  })

const table = (rows: TableRow[]): Table =>
  new Table({ rows, borders, width: { size: 100, type: WidthType.PERCENTAGE } })

const HEAD: Look = { bold: true, size: 17, color: SECOND }

export function factsGrid(values: readonly PackValue[]): Table {
  const percents = [33, 40, 27]
  return table([
    row(['Fact', 'Value', 'Source and date'], [HEAD, HEAD, HEAD], percents, true),
    ...values.map((value) =>
      row(
        [value.label, value.value ?? 'Not recorded', originText(value)],
        [
          { color: SECOND },
          value.value === null ? { italics: true, color: SECOND } : {},
          { size: 17, color: SECOND },
        ],
        percents,
      ),
    ),
  ])
}

/** A cell this long wraps whatever is done, so it asks for no more room than that. */
const LONGEST_CELL = 60

/** Each column as wide as its longest cell asks, in hundredths of the page. */
function widthsOf({ headings, rows }: PackTable): number[] {
  const longest = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => Math.min(row[at]?.length ?? 0, LONGEST_CELL))),
  )
  const whole = longest.reduce((sum, length) => sum + length + 4, 0)
  return longest.map((length) => Math.floor((100 * (length + 4)) / whole))
}

export function grid(content: PackTable): Table {
  const { headings, rows } = content
  const percents = widthsOf(content)
  return table([
    row(
      headings,
      headings.map(() => HEAD),
      percents,
      true,
    ),
    ...rows.map((cells) => row(cells, [], percents)),
  ])
}

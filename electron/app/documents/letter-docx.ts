import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Letter } from '../../../domain/letters/compose-letter.ts'
import type { LetterBlock } from '../../../domain/letters/letter-parts.ts'
import { LETTER_SIZE } from './letter-html.ts'
import { xmlText } from './xml-text.ts'

/** Between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9406
/** In 240ths of a line of Arial, itself 1.15 of its size: together the PDF’s 1.4. */
const LINE = { line: 292, lineRule: LineRuleType.AUTO }

const run = (text: string) => new TextRun({ text: xmlText(text) })

/** The letter to the person in Word, to be changed where it has to be: real headings and lists, in the print chosen. */
export async function letterDocx(letter: Letter, largePrint: boolean): Promise<Uint8Array> {
  const { title, from, to, date, blocks, signed } = letter
  const size = (largePrint ? LETTER_SIZE.large : LETTER_SIZE.usual) * 2
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(from),
    styles: {
      default: {
        document: { run: { font: 'Arial', size, language: { value: 'en-GB' } } },
        title: {
          run: { size: Math.round(size * 1.6), bold: true },
          paragraph: { spacing: { before: 200, after: 160 } },
        },
        heading1: {
          run: { size: Math.round(size * 1.2), bold: true },
          paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { left: 1250, right: 1250, top: 907, bottom: 850 },
          },
        },
        footers: { default: pageNumber() },
        children: [
          ...heading(from, date, largePrint),
          new Paragraph({
            spacing: { after: 120 },
            children: [new TextRun({ text: 'Private: ', bold: true }), run(to)],
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          ...blocks.flatMap(paragraphs),
          ...signature(signed),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Who writes and when, on one line; in large print they have no room on it. */
function heading(from: string, date: string, largePrint: boolean): Paragraph[] {
  const spacing = { after: 240 }
  if (largePrint)
    return [new Paragraph({ children: [run(from)] }), new Paragraph({ spacing, children: [run(date)] })]
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]
  return [new Paragraph({ tabStops, spacing, children: [run(`${from}\t${date}`)] })]
}

function paragraphs(
  { kind, text, items }: LetterBlock,
  at: number,
  all: readonly LetterBlock[],
): Paragraph[] {
  if (kind === 'heading') return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] })]
  if (kind === 'text') {
    const keepNext = all[at + 1]?.kind === 'list'
    return [new Paragraph({ keepNext, spacing: { ...LINE, after: 120 }, children: [run(text)] })]
  }
  return items.map(
    (item) => new Paragraph({ bullet: { level: 0 }, spacing: { ...LINE, after: 60 }, children: [run(item)] }),
  )
}

const signature = (signed: string): Paragraph[] => [
  new Paragraph({ spacing: { before: 360 }, keepNext: true, children: [run('From')] }),
  new Paragraph({
    spacing: { before: 480 },
    indent: { right: 6000 },
    keepNext: true,
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '0B0C0C', space: 1 } },
    children: [],
  }),
  new Paragraph({ spacing: { before: 80 }, children: [run(signed)] }),
]

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 18,
          }),
        ],
      }),
    ],
  })

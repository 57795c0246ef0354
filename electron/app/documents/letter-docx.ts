import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
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
/** A line and a half, in 240ths of a line. */
const LINE = 360

const run = (text: string, bold = false) => new TextRun({ text: xmlText(text), bold })

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
          paragraph: { spacing: { before: 280, after: 60 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { left: 1250, right: 1250, top: 1134, bottom: 1134 },
          },
        },
        footers: { default: pageNumber() },
        children: [
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
            spacing: { after: 240 },
            children: [run(`${from}\t${date}`)],
          }),
          new Paragraph({ spacing: { after: 120 }, children: [run('Private: ', true), run(to)] }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          ...blocks.flatMap(paragraphs),
          ...signature(signed),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function paragraphs({ kind, text, items }: LetterBlock): Paragraph[] {
  if (kind === 'heading') return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] })]
  if (kind === 'text') return [new Paragraph({ spacing: { line: LINE, after: 120 }, children: [run(text)] })]
  return items.map(
    (item) =>
      new Paragraph({ bullet: { level: 0 }, spacing: { line: LINE, after: 60 }, children: [run(item)] }),
  )
}

const signature = (signed: string): Paragraph[] => [
  new Paragraph({ spacing: { before: 480 }, keepNext: true, children: [run('From')] }),
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

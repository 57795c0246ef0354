import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { BOX_LIMIT, oasysBoxes, type OasysBox } from '../../../domain/pack/oasys-boxes.ts'
import type { PackGap, PackSection } from '../../../domain/pack/pack.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { boxText, bullet, factsGrid, grid, heading, plain, quiet } from './docx-parts.ts'
import { draftWords, fullCount, statusWords } from './pack-words.ts'
import type { SealedPack } from './sealed-pack.ts'
import { xmlText } from './xml-text.ts'

/** Between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9640

/**
 * The pack to paste from: after one page at a glance, one heading for each OASys box in the order they are keyed, its
 * text below and its length beside it; then the whole pack with its sources, and what is not known.
 */
export async function packDocx(pack: SealedPack): Promise<Uint8Array> {
  const title = `${pack.title} ${pack.case.prison_number ?? ''}, version ${pack.version}, ${statusWords(pack)}`
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(pack.built_by),
    description: `Content ${pack.hash}`,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } },
        title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: 30, bold: true },
          paragraph: { spacing: { before: 400, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 280, after: 60 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { left: 1133, right: 1133, top: 1300, bottom: 1200 },
          },
        },
        headers: { default: header(pack) },
        footers: { default: footer(pack, title) },
        children: [...front(pack), ...boxes(pack), ...sources(pack), ...unknown(pack)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const edges = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]

const header = (pack: SealedPack): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: edges,
        children: [
          new TextRun({
            text: pack.status === 'draft' ? `${pack.marking} – DRAFT` : pack.marking,
            bold: true,
            size: 19,
          }),
          new TextRun({ text: `\t${xmlText(pack.case.establishment)}`, size: 19 }),
        ],
      }),
    ],
  })

const footer = (pack: SealedPack, title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: edges,
        children: [
          new TextRun({
            size: 16,
            children: [
              xmlText(`${title}. Built ${formatDate(pack.built_on)}. Content ${pack.hash.slice(0, 12)}`),
              '\tPage ',
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  })

function front(pack: SealedPack) {
  const glance = pack.sections.find(({ key }) => key === '1')
  return [
    heading('title', pack.title),
    plain(`${pack.case.name || 'Name not recorded'}  ${pack.case.prison_number ?? ''}`, {
      bold: true,
      size: 26,
    }),
    plain(draftWords(pack)),
    ...(glance === undefined ? [] : [heading(1, glance.title), ...contentOf(glance)]),
    ...(pack.warnings.length === 0
      ? []
      : [heading(1, 'Before you rely on this'), ...messages(pack.warnings)]),
  ]
}

function boxes(pack: SealedPack) {
  return [
    heading(1, 'OASys boxes, in keying order'),
    quiet(
      'Copy the text under each heading into the box of that reference. Read it first: what you enter is yours.',
    ),
    ...oasysBoxes(pack).flatMap(oneBox),
  ]
}

const oneBox = (box: OasysBox) =>
  [heading(2, `${box.ref}  ${box.title}`), quiet(lengthOf(box), { keepNext: true })].concat(boxText(box.text))

/** Counted as OASys counts: a line end is one character. */
export function lengthOf({ text, filled }: OasysBox): string {
  const count = `${fullCount(text)} of ${BOX_LIMIT.toLocaleString('en-GB')} characters`
  const over = text.length > BOX_LIMIT ? ': too long for one box' : ''
  return filled ? `${count}${over}` : `${count}. Nothing is recorded for this box yet`
}

const sources = (pack: SealedPack) => [
  heading(1, 'The pack with its sources'),
  ...pack.sections.filter(({ key }) => key !== '1').flatMap(sectionWithSources),
  plain(`SHA-256 of the content: ${pack.hash}`, { size: 16 }),
]

const sectionWithSources = (section: PackSection): (Paragraph | Table)[] =>
  [heading(2, `${section.key}  ${section.title}`) as Paragraph | Table].concat(contentOf(section))

const contentOf = ({ values, table }: PackSection) => [
  ...(values.length === 0 ? [] : [factsGrid(values)]),
  ...(table === null
    ? []
    : [
        plain(table.title, { bold: true }, { before: 200, keepNext: true }),
        ...(table.rows.length === 0 ? [] : [grid(table)]),
      ]),
]

const messages = (gaps: readonly PackGap[]) => gaps.map(({ message }) => bullet(message))

const unknown = (pack: SealedPack) => [
  heading(1, 'What is not known yet'),
  ...messages(pack.gaps),
  ...(pack.missing_sections.length === 0
    ? []
    : [heading(2, 'Sections this pack does not have'), ...pack.missing_sections.map(bullet)]),
]

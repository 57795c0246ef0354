import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, it } from 'vitest'
import { composePack } from '../../domain/pack/compose-pack.ts'
import { BOX_LIMIT, oasysBoxes } from '../../domain/pack/oasys-boxes.ts'
import { cssString, html } from '../../electron/app/documents/html.ts'
import { packFileName } from '../../electron/app/documents/file-name.ts'
import { lengthOf, packDocx } from '../../electron/app/documents/pack-docx.ts'
import { packHtml } from '../../electron/app/documents/pack-html.ts'
import { packJson, packJsonSchema } from '../../electron/app/documents/pack-json.ts'
import { numbersOf } from '../../electron/app/documents/pack-words.ts'
import { packHash, sealPack, unsealed } from '../../electron/app/documents/sealed-pack.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { day, packInput, record } from '../domain/pack/pack-input.ts'
import { readZip } from './read-zip.ts'

const MOMENT = '2026-11-23T10:00:00.000Z'
const sealed = sealPack(composePack(packInput()), MOMENT)

/** A name that would break out of any of the documents if it were not escaped. */
const hostileName = `</style><script>alert("x")</script>O'Neill & "Sons" \u0007`
const hostile = sealPack(
  composePack(
    packInput({
      author: hostileName,
      establishment: { code: 'LEI', name: hostileName },
      record: { ...record, last_name: hostileName, pom_name: hostileName },
      flags: [{ code: 'hdc_check', says: hostileName }],
    }),
  ),
  MOMENT,
)

describe('the hash', () => {
  it('is the same for the same content, whenever it is exported', () => {
    expect(sealPack(composePack(packInput()), '2027-01-01T00:00:00.000Z').hash).toBe(sealed.hash)
  })

  it.each([
    ['version', packInput({ version: 4 })],
    ['one fact', packInput({ record: { ...record, location: 'C2-015' } })],
    ['the day', packInput({ today: day('2026-11-24') })],
  ])('changes with %s', (_what, input) => {
    expect(packHash(composePack(input))).not.toBe(sealed.hash)
  })

  it('can be checked from the JSON alone', () => {
    const read = packJsonSchema.parse(JSON.parse(new TextDecoder().decode(packJson(sealed))))
    expect(packHash(unsealed(read as typeof sealed))).toBe(read.hash)
  })
})

describe('the JSON', () => {
  it('keeps to its schema and says everything the pack says', () => {
    const read: unknown = JSON.parse(new TextDecoder().decode(packJson(sealed)))
    expect(packJsonSchema.parse(read)).toEqual(sealed)
  })
})

describe('the pathways of section 14', () => {
  const PATHWAYS = [
    'Accommodation',
    'Attitudes, thinking and behaviour',
    'Children, families and communities',
    'Drugs and alcohol',
    'Education, skills and work',
    'Finance and ID',
    'Health',
  ]

  it('are printed with their status and owner, or that none is recorded, and nothing else', async () => {
    const { document } = new JSDOM(packHtml(sealed)).window
    const rows = [...document.querySelectorAll('table.support tbody tr')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' ')),
    )
    expect(rows).toEqual(PATHWAYS.map((pathway) => [pathway, 'Not recorded']))
    const docx = readZip(await packDocx(sealed))
    for (const text of [packHtml(sealed), docx.get('word/document.xml') ?? '']) {
      expect(text).not.toContain('Arrange storage for personal possessions')
      expect(text).not.toContain('its 9 support needs')
    }
  })

  it('keep their codes in the JSON', () => {
    const codes = sealed.sections
      .find(({ key }) => key === '14')
      ?.values.filter(({ key }) => key.startsWith('pathway.'))
      .map(({ psfr_ref }) => psfr_ref)
    expect(codes).toHaveLength(7)
    expect(codes).toContain('EDUCATION_SKILLS_AND_WORK')
  })
})

describe('the file name', () => {
  it.each(['pdf', 'docx', 'json'])('of a %s holds number, version and day, and no name', (format) => {
    const name = packFileName({ prison_number: 'A4417KD', version: 3, built_on: day('2026-11-23') }, format)
    expect(name).toBe(`HANDOVER_A4417KD_v03_2026-11-23.${format}`)
  })

  it('never takes anything but a prison number into it', () => {
    const pack = { prison_number: '../../Marlowe', version: 100, built_on: day('2026-11-23') }
    expect(packFileName(pack, 'pdf')).toBe('HANDOVER_NO-NUMBER_v100_2026-11-23.pdf')
  })
})

describe('html', () => {
  it('escapes every value but what it made itself', () => {
    expect(html`<p title="${'"<'}">${html`<b>${'&'}</b>`}${["'", null, false, 3]}</p>`.text).toBe(
      '<p title="&quot;&lt;"><b>&amp;</b>&#39;3</p>',
    )
  })

  it('lets no text end a CSS string, its rule or the style element', () => {
    expect(cssString('"} </style> \\ é')).not.toMatch(/["\\]\}|<|\//)
    expect(cssString('HMP Leeds')).toBe('"HMP Leeds"')
  })
})

describe('the printed page', () => {
  const page = (text: string) => new JSDOM(text).window.document

  it('is titled, English, and has its headings in order', () => {
    const document = page(packHtml(sealed))
    expect(document.documentElement.lang).toBe('en-GB')
    expect(document.title).toBe('Handover pack A4417KD, version 3, draft')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    const levels = Array.from(document.querySelectorAll('h1, h2, h3'), ({ tagName }) => Number(tagName[1]))
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true)
  })

  it('gives every table a name, and every column of facts a heading', () => {
    const tables = Array.from(page(packHtml(sealed)).querySelectorAll('table'))
    expect(tables.every((table) => table.getAttribute('aria-label'))).toBe(true)
    expect(tables.filter((table) => table.querySelector('thead') === null)).toHaveLength(2)
  })

  it('prints every value and every gap', () => {
    const text = page(packHtml(sealed)).body.textContent.replaceAll(/\s+/g, ' ')
    const said = sealed.sections
      .flatMap(({ values }) => values)
      .flatMap(({ value }) => (value === null ? [] : [value]))
    expect(said.filter((value) => !text.includes(value))).toEqual([])
    expect(sealed.gaps.filter(({ message }) => !text.includes(message))).toEqual([])
    expect(text).toContain(sealed.hash)
  })

  it('stays one document whatever a name holds', () => {
    const document = page(packHtml(hostile))
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(document.querySelectorAll('style')).toHaveLength(1)
    expect(document.querySelector('.who')?.textContent).toContain(
      `</style><script>alert("x")</script>O'Neill & "Sons"`,
    )
  })
})

describe('the Word document', () => {
  const paragraphs = (xml: string) =>
    Array.from(
      new JSDOM(xml, { contentType: 'text/xml' }).window.document.getElementsByTagName('w:p'),
      (paragraph) => ({
        style: paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '',
        text: Array.from(paragraph.getElementsByTagName('w:t'), ({ textContent }) => textContent).join(''),
      }),
    )
  let files: Map<string, string>
  beforeAll(async () => {
    files = readZip(await packDocx(sealed))
  })
  const body = () => paragraphs(files.get('word/document.xml') ?? '')
  const edge = (name: string) =>
    Array.from(files)
      .filter(([path]) => path.startsWith(`word/${name}`))
      .map(([, xml]) =>
        paragraphs(xml)
          .map(({ text }) => text)
          .join(' '),
      )
      .join(' ')

  it('has one heading for each OASys box, in keying order, its text below and its length beside it', () => {
    const written = body()
    const boxes = oasysBoxes(sealed)
    const headings = written.filter(
      ({ style, text }) => style === 'Heading2' && boxes.some(({ ref }) => text.startsWith(`${ref}  `)),
    )
    expect(headings.map(({ text }) => text.split('  ')[0])).toEqual(boxes.map(({ ref }) => ref))
    for (const box of boxes) {
      const at = written.findIndex(
        ({ style, text }) => style === 'Heading2' && text === `${box.ref}  ${box.title}`,
      )
      expect(written[at + 1]?.text).toBe(lengthOf(box))
      const lines = box.text.split('\n')
      expect(written.slice(at + 2, at + 2 + lines.length).map(({ text }) => text)).toEqual(lines)
    }
  })

  it('carries the marking, the draft and the hash, and the values of the pack', () => {
    expect(edge('header')).toContain('OFFICIAL-SENSITIVE – DRAFT')
    expect(edge('footer')).toContain(sealed.hash.slice(0, 12))
    const text = body()
      .map(({ text }) => text)
      .join('\n')
    expect(text).toContain(sealed.hash)
    const said = sealed.sections
      .flatMap(({ values }) => values)
      .flatMap(({ value }) => (value === null ? [] : [value]))
    expect(said.filter((value) => !text.includes(value))).toEqual([])
    expect(sealed.gaps.filter(({ message }) => !text.includes(message))).toEqual([])
  })

  it('says its language and its title, without a name', () => {
    expect(files.get('word/styles.xml')).toContain('en-GB')
    expect(files.get('docProps/core.xml')).toContain('Handover pack A4417KD, version 3, draft')
    expect(files.get('docProps/core.xml')).not.toContain('Marlowe')
  })

  it('is whole XML whatever a name holds', async () => {
    const parts = readZip(await packDocx(hostile))
    const text = paragraphs(parts.get('word/document.xml') ?? '').map(({ text }) => text)
    expect(text.some((line) => line.includes(`</style><script>alert("x")</script>O'Neill & "Sons"`))).toBe(
      true,
    )
  })

  it('says when a box is too long, and cuts nothing', () => {
    const text = 'a'.repeat(BOX_LIMIT + 1)
    expect(lengthOf({ ref: '8.97', title: 'Drugs', text, filled: true })).toBe(
      '4,001 of 4,000 characters: too long for one box',
    )
  })
})

describe('the PDF', () => {
  it(
    'is tagged, titled and English, with the marking, the draft and the page on every page',
    { timeout: 60_000 },
    async () => {
      const host = createHeadlessHost({ data: '/nowhere', say: () => {} })
      const bytes = await host.printer.toPdf(packHtml(sealed), { landscape: false, header: '', footer: '' })
      const raw = Buffer.from(bytes).toString('latin1')
      expect(raw).toContain('/StructTreeRoot')
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
      const { info } = await pdf.getMetadata()
      expect(info).toMatchObject({ Title: 'Handover pack A4417KD, version 3, draft', Language: 'en-GB' })
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
      let whole = ''
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        const text = items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replaceAll(/\s+/g, ' ')
        expect(text).toContain('OFFICIAL-SENSITIVE – DRAFT')
        expect(text).toContain(`Page ${number} of ${pdf.numPages}`)
        expect(text).toContain(sealed.hash.slice(0, 12))
        whole += text
      }
      expect(whole.replaceAll(' ', '')).toContain(sealed.hash)
      await pdf.destroy()
    },
  )
})

describe('numbersOf', () => {
  it.each([
    [['5 A', '6 B', '7 C'], '5 to 7'],
    [['5 A', '7 C'], '5 and 7'],
    [['5 A', '6 B', '10 C', '12 D'], '5 to 6, 10 and 12'],
    [[], ''],
  ])('%j reads %j', (titles, words) => {
    expect(numbersOf(titles)).toBe(words)
  })
})

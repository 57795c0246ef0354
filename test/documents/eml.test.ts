import { describe, expect, it } from 'vitest'
import { emlMessage, isEmailAddress, type EmlMessage } from '../../electron/app/documents/eml.ts'
import { decoded, readEml, type ReadPart } from './read-eml.ts'

const AT = new Date('2026-11-23T08:14:05.000Z')
const message = (more: Partial<EmlMessage> = {}): EmlMessage => ({
  to: ['duty@leeds.example.gov.uk'],
  subject: 'Answer needed',
  text: 'Hello',
  ...more,
})
const made = (more: Partial<EmlMessage> = {}) => emlMessage(message(more), AT)
const read = (more: Partial<EmlMessage> = {}): ReadPart => readEml(made(more))

describe('a message as a file', () => {
  it('opens as a draft, to whom an address is known of', () => {
    const { headers } = read({ cc: ['lead@yorkshire.example.gov.uk', 'b@example.gov.uk'] })
    expect(headers).toMatchObject({
      to: 'duty@leeds.example.gov.uk',
      cc: 'lead@yorkshire.example.gov.uk, b@example.gov.uk',
      subject: 'Answer needed',
      date: 'Mon, 23 Nov 2026 08:14:05 +0000',
      'x-unsent': '1',
      'mime-version': '1.0',
    })
    expect(Object.keys(read({ to: [] }).headers)).not.toContain('to')
    expect(Object.keys(headers)).not.toContain('from')
  })

  it.each([
    ['plain', 'One line\nand another'],
    ['accents and dashes', 'Sinéad – 5½ days, £3, “quoted”, 名前, 😀'],
    ['blanks at the ends of lines', 'blank \ntab\t\n\n  two before'],
    ['an equals sign and a long line', `a=b ${'word '.repeat(60)}end`],
    ['a long line without a blank', 'é'.repeat(400)],
    ['what looks like the end of a message', '.\n--=_mixed_\nFrom here'],
  ])('reads back as it was written: %s', (_what, text) => {
    const part = read({ text })
    expect(decoded(part)).toBe(text)
    expect(part.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it.each([
    'Handover of José Núñez: 2 – 7 days',
    'x'.repeat(300),
    `long ${'word '.repeat(60)}end`,
    '=?utf-8?B?aGk=?=',
  ])('has its subject read back: %s', (subject) => {
    expect(read({ subject }).headers['subject']).toBe(subject)
  })

  it('is ASCII in lines that end CRLF and keep their length, whatever is in it', () => {
    const bytes = made({
      subject: `Ünïcode ${'ä'.repeat(120)}`,
      text: 'é'.repeat(500),
      attachments: [
        { name: 'list.csv', type: 'text/csv; charset=utf-8', bytes: new Uint8Array(5_000).fill(233) },
      ],
      calendar: { ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', method: 'REQUEST' },
    })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e]*$/)
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  it('carries an attachment byte for byte, and an invitation beside the text', () => {
    const csv = new TextEncoder().encode('\uFEFFPrison number,COM\r\nA4417KD,"Grady, Leon"\r\n')
    const ics = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n'
    const whole = read({
      attachments: [{ name: 'handovers.csv', type: 'text/csv; charset=utf-8', bytes: csv }],
      calendar: { ics, method: 'REQUEST' },
    })
    expect(whole.headers['content-type']).toMatch(/^multipart\/mixed;/)
    const [readable, file] = whole.parts
    expect(readable?.headers['content-type']).toMatch(/^multipart\/alternative;/)
    expect(readable?.parts.map(({ headers }) => headers['content-type'])).toEqual([
      'text/plain; charset=utf-8',
      'text/calendar; charset=utf-8; method=REQUEST',
    ])
    expect(decoded(readable?.parts[1])).toBe(ics)
    expect(file?.headers['content-disposition']).toBe('attachment; filename="handovers.csv"')
    expect(Uint8Array.from(file?.bytes ?? [])).toEqual(csv)
  })

  it('is the same file for the same message', () => {
    const more = { calendar: { ics: 'BEGIN:VCALENDAR\r\n', method: 'PUBLISH' as const } }
    expect(made(more)).toEqual(made(more))
  })

  it('lets nothing typed become a header', () => {
    expect(read({ subject: 'One\r\nBcc: other@example.org' }).headers).toMatchObject({
      subject: 'One Bcc: other@example.org',
    })
    expect(() => made({ to: ['a@example.org\r\nBcc: b@example.org'] })).toThrow(TypeError)
    expect(() =>
      made({ attachments: [{ name: 'a"\r\nX: y', type: 'text/csv', bytes: new Uint8Array() }] }),
    ).toThrow(TypeError)
  })

  it.each([
    ['duty.officer+leeds@justice.example.gov.uk', true],
    ["o'hara@example.org", true],
    ['Leeds <leeds@example.org>', false],
    ['leeds', false],
    ['a@b@c.org', false],
    ['a@example.org, b@example.org', false],
    ['a@example.org\n', false],
    [`${'a'.repeat(250)}@example.org`, false],
  ])('knows an address: %j', (text, is) => {
    expect(isEmailAddress(text)).toBe(is)
  })
})

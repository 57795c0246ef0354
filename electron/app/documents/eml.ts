import { createHash } from 'node:crypto'

export interface EmlAttachment {
  /** ASCII letters, digits, dots and hyphens: it stands in a header as it is. */
  name: string
  /** `text/csv` */
  type: string
  bytes: Uint8Array
}

export interface EmlMessage {
  /** Left out, the mail program writes its user's own. */
  from?: string
  to: readonly string[]
  cc?: readonly string[]
  subject: string
  /** Plain text; lines end `\n`. */
  text: string
  attachments?: readonly EmlAttachment[]
  /** An iCalendar text (RFC 5545, with its `METHOD`) shown as an invitation beside the text. */
  calendar?: { ics: string; method: 'REQUEST' | 'CANCEL' | 'PUBLISH' }
}

/** RFC 5322: a line of a header is folded here where it can be, and never passes 998. */
const FOLD_AT = 76
/** RFC 2045: lines of base64 and quoted-printable. */
const ENCODED_LINE = 76
/** What an encoded word (RFC 2047) may hold of UTF-8 so that it stays within its 75 characters. */
const WORD_OCTETS = 42

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/

/** Whether this is an address that can stand in a header: `duty@example.gov.uk`, and nothing beside it. */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text)

/**
 * A message as a file mail programs open: RFC 5322 with MIME parts (RFC 2045), CRLF, everything in ASCII. `X-Unsent: 1` has
 * Outlook open it as a draft to look over and send. `date` stamps it. Throws `TypeError` for an address that is none, so that
 * no typed text can become a header.
 */
export function emlMessage(message: EmlMessage, date: Date): Uint8Array {
  const { from, to, cc = [], subject } = message
  const headers = [
    ...(from === undefined ? [] : [addresses('From', [from])]),
    ...(to.length === 0 ? [] : [addresses('To', to)]),
    ...(cc.length === 0 ? [] : [addresses('Cc', cc)]),
    unstructured('Subject', subject),
    `Date: ${headerDate(date)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
  ]
  const body = bodyOf(message)
  const text = [...headers, ...body.headers, '', ...body.lines].join('\r\n')
  return new TextEncoder().encode(`${text}\r\n`)
}

interface Part {
  headers: string[]
  lines: string[]
}

function bodyOf({ text, calendar, attachments = [] }: EmlMessage): Part {
  const plain = textPart(text)
  const readable = calendar === undefined ? plain : together('alternative', [plain, calendarPart(calendar)])
  return attachments.length === 0
    ? readable
    : together('mixed', [readable, ...attachments.map(attachmentPart)])
}

const textPart = (text: string): Part => ({
  headers: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
  lines: quotedPrintable(text),
})

const calendarPart = ({ ics, method }: NonNullable<EmlMessage['calendar']>): Part => ({
  headers: [
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    'Content-Transfer-Encoding: base64',
  ],
  lines: base64(new TextEncoder().encode(ics)),
})

function attachmentPart({ name, type, bytes }: EmlAttachment): Part {
  if (!/^[\w.-]+$/.test(name)) throw new TypeError('An attachment has a name that cannot stand in a header')
  return {
    headers: [
      `Content-Type: ${type};\r\n name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment;\r\n filename="${name}"`,
    ],
    lines: base64(bytes),
  }
}

/** Several parts as one. The boundary is made from what they hold, so that the same message is the same file. */
function together(kind: 'alternative' | 'mixed', parts: readonly Part[]): Part {
  const hash = createHash('sha256')
  for (const { headers, lines } of parts) hash.update([...headers, ...lines].join('\n'))
  // An equals sign followed by an underscore stands in no quoted-printable text and in no base64.
  const boundary = `=_${kind}_${hash.digest('hex').slice(0, 32)}`
  return {
    headers: [`Content-Type: multipart/${kind};\r\n boundary="${boundary}"`],
    lines: [
      ...parts.flatMap(({ headers, lines }) => [`--${boundary}`, ...headers, '', ...lines]),
      `--${boundary}--`,
    ],
  }
}

function addresses(name: string, list: readonly string[]): string {
  for (const address of list)
    if (!isEmailAddress(address)) throw new TypeError('An email address cannot stand in a header')
  return `${name}: ${list.join(',\r\n ')}`
}

/** A header of free text: as it is where it is ASCII, in encoded words (RFC 2047) where it is not. */
function unstructured(name: string, text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  // oxlint-disable-next-line no-control-regex -- the whole of ASCII is what is asked for
  if (/^[\x20-\x7e]*$/.test(plain) && !plain.includes('=?')) return fold(`${name}: ${plain}`)
  const words: string[] = []
  let word = ''
  for (const character of plain) {
    if (Buffer.byteLength(word + character) > WORD_OCTETS) {
      words.push(word)
      word = ''
    }
    word += character
  }
  const encoded = [...words, word].map((each) => `=?utf-8?B?${Buffer.from(each).toString('base64')}?=`)
  return `${name}: ${encoded.join('\r\n ')}`
}

/** Breaks at blanks, so that unfolding gives back what there was. */
function fold(header: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of header.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > FOLD_AT) {
      lines.push(line)
      line = ` ${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\r\n')
}

const HEX = (octet: number) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`

/** Quoted-printable (RFC 2045): soft breaks keep lines within 76, blanks at an end are written out. */
export function quotedPrintable(text: string): string[] {
  return text.split(/\r?\n/).flatMap((source) => {
    const lines: string[] = []
    let line = ''
    const octets = Buffer.from(source)
    for (const [at, octet] of octets.entries()) {
      const isLast = at === octets.length - 1
      const isPlain = octet >= 33 && octet <= 126 && octet !== 61
      const isInnerBlank = (octet === 32 || octet === 9) && !isLast
      const piece = isPlain || isInnerBlank ? String.fromCharCode(octet) : HEX(octet)
      if (line.length + piece.length > ENCODED_LINE - 1) {
        lines.push(`${line}=`)
        line = ''
      }
      line += piece
    }
    lines.push(line)
    return lines
  })
}

const base64 = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(new RegExp(`.{1,${ENCODED_LINE}}`, 'g')) ?? ['']

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number) => String(number).padStart(2, '0')

/** `Mon, 23 Nov 2026 08:14:00 +0000` */
function headerDate(date: Date): string {
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`
}

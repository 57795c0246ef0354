// An independent reading of an e-mail file, written from RFC 5322, 2045, 2046 and 2047 and sharing nothing with what writes it.

export interface ReadPart {
  /** Names in small letters; unfolded, encoded words read. */
  headers: Record<string, string>
  /** The decoded body; empty for a part that holds others. */
  bytes: Buffer
  parts: ReadPart[]
}

export const decoded = (part: ReadPart | undefined): string =>
  (part?.bytes ?? Buffer.alloc(0)).toString('utf8').replaceAll('\r\n', '\n') === ''
    ? ''
    : part!.headers['content-transfer-encoding'] === 'quoted-printable'
      ? part!.bytes.toString('utf8').replaceAll('\r\n', '\n')
      : part!.bytes.toString('utf8')

export function readEml(file: Uint8Array): ReadPart {
  const text = Buffer.from(file).toString('latin1')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line does not end CRLF')
  return readPart(text.replace(/\r\n$/, ''))
}

function readPart(text: string): ReadPart {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) throw new Error('no blank line after the headers')
  const headers: Record<string, string> = {}
  for (const line of text
    .slice(0, end)
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error(`no header: ${line}`)
    const name = line.slice(0, colon).toLowerCase()
    if (name in headers) throw new Error(`${name} twice`)
    headers[name] = words(line.slice(colon + 1).trim())
  }
  const body = text.slice(end + 4)
  const boundary = /^multipart\/[^;]+;\s*boundary="([^"]+)"$/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return { headers, bytes: bytesOf(body, headers), parts: [] }
  const [, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`)
  if (pieces.at(-1) !== '--') throw new Error('a boundary is not closed')
  return {
    headers,
    bytes: Buffer.alloc(0),
    parts: pieces.slice(0, -1).map((piece) => readPart(piece.replace(/^\r\n/, ''))),
  }
}

function bytesOf(body: string, headers: Record<string, string>): Buffer {
  switch (headers['content-transfer-encoding']) {
    case 'base64':
      return Buffer.from(body.replaceAll('\r\n', ''), 'base64')
    case 'quoted-printable':
      return Buffer.from(
        body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      )
    default:
      throw new Error('not encoded')
  }
}

/** Encoded words; the blank between two of them is none. */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, base64: string) =>
      Buffer.from(base64, 'base64').toString('utf8'),
    )

import { isUtf8 } from 'node:buffer'
import { fileRefused } from './extract.ts'

// Bytes Windows-1252 has no letter for. One of them means the file is in something else.
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'
}

/**
 * The text of an extract. A byte-order mark decides; without one, UTF-16 is known by its zero bytes, UTF-8 by being
 * valid, and anything else is Windows-1252 unless it holds bytes that is without. Throws `not_text` for other things.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  const zeros = countZeros(bytes.subarray(0, 65_536))
  if (zeros.odd + zeros.even > 0) return utf16ByZeros(bytes, zeros)
  if (isUtf8(bytes)) return { text: checked(bytes.toString('utf8')), encoding: 'UTF-8' }
  for (const byte of bytes) {
    if (UNDEFINED_IN_1252.has(byte)) {
      throw fileRefused(
        'encoding_unknown',
        'The letters of this file cannot be read: it is in none of UTF-8, UTF-16 and Windows-1252. Save it again as CSV UTF-8.',
      )
    }
  }
  return { text: checked(new TextDecoder('windows-1252').decode(bytes)), encoding: 'Windows-1252' }
}

function byMark(bytes: Buffer): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    if (!isUtf8(bytes))
      throw fileRefused(
        'encoding_unknown',
        'This file says it is UTF-8, but part of it is not. Save it again as CSV UTF-8.',
      )
    return { text: checked(bytes.toString('utf8', 3)), encoding: 'UTF-8' }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'UTF-16 LE')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'UTF-16 BE')
  return null
}

function utf16(bytes: Buffer, encoding: 'UTF-16 LE' | 'UTF-16 BE'): DecodedText {
  if (bytes.length % 2 !== 0)
    throw fileRefused(
      'encoding_unknown',
      'This file says it is UTF-16, but ends in the middle of a letter. It may be cut short.',
    )
  const text =
    encoding === 'UTF-16 LE' ? bytes.toString('utf16le') : Buffer.from(bytes).swap16().toString('utf16le')
  return { text: checked(text), encoding }
}

function utf16ByZeros(bytes: Buffer, zeros: { even: number; odd: number }): DecodedText {
  const pairs = Math.min(bytes.length, 65_536) / 2
  // Text in this alphabet has a zero in nearly every pair, always on the same side.
  if (bytes.length % 2 === 0 && zeros.odd > pairs * 0.5 && zeros.even < pairs * 0.05)
    return utf16(bytes, 'UTF-16 LE')
  if (bytes.length % 2 === 0 && zeros.even > pairs * 0.5 && zeros.odd < pairs * 0.05)
    return utf16(bytes, 'UTF-16 BE')
  throw fileRefused('not_text', 'This file is not text. Choose a CSV file, or an Excel workbook (.xlsx).')
}

function countZeros(bytes: Buffer): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1))
    zeros[at % 2 === 0 ? 'even' : 'odd'] += 1
  return zeros
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

function checked(text: string): string {
  const at = text.search(CONTROL)
  if (at !== -1) {
    const line = text.slice(0, at).split(/\r\n|\r|\n/).length
    throw fileRefused(
      'not_text',
      `This file is not text: line ${line.toLocaleString('en-GB')} holds characters no list has. Choose a CSV file, or an Excel workbook (.xlsx).`,
    )
  }
  return text
}

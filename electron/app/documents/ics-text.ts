// The text of iCalendar (RFC 5545) as lines: escaping, quoting and folding.

const OCTETS_IN_A_LINE = 75

/** RFC 5545 counts octets, not characters, and never splits one character over two lines. */
export function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= OCTETS_IN_A_LINE) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS_IN_A_LINE) {
      parts.push(part)
      part = ''
      // The space that begins a folded line counts.
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** What stands in no text: control characters other than a tab (RFC 5545, 3.1). */
// oxlint-disable-next-line no-control-regex -- they are what is asked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A value of type TEXT (3.3.11): a new line becomes `\n`. */
export const textValue = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')

/** A parameter value, always quoted (3.2): it can hold no quote and no new line, so these become an apostrophe and a blank. */
export const quoted = (text: string): string =>
  `"${text.replaceAll('"', "'").replaceAll(/\s+/g, ' ').replaceAll(CONTROL, '')}"`

/** Lines as a file: folded, ending CRLF, the last too. */
export const fileOf = (lines: readonly string[]): string => `${lines.map(foldLine).join('\r\n')}\r\n`

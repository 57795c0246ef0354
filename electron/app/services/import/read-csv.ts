import type { Line } from './extract.ts'

export type Delimiter = ',' | ';' | '\t'

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32

/**
 * Text to lines of cells, by RFC 4180 with the liberties extracts take: any line end, quotes inside an unquoted cell.
 * A quotation mark that is not closed where a cell ends spoils its own line only: that line is read again with its marks as
 * letters, and marked as broken. Otherwise the cell would run on to the next mark, rows further down, and somebody would
 * get the dates of somebody else.
 */
export function readCsv(text: string, delimiter: Delimiter): Line[] {
  const lines: Line[] = []
  const separator = delimiter.charCodeAt(0)
  const length = text.length
  let cells: string[] = []
  let at = 0
  let broken = false
  // True where a cell must follow: at the start of a line, or after a separator.
  let open = false
  while (at < length || open) {
    const code = at < length ? text.charCodeAt(at) : -1
    if (code === QUOTE && !broken) {
      const quoted = readQuoted(text, at, separator)
      if (quoted === null) {
        broken = true
        continue
      }
      cells.push(quoted.value)
      at = quoted.end
    } else {
      const start = at
      while (at < length) {
        const next = text.charCodeAt(at)
        if (next === separator || next === LF || next === CR) break
        at += 1
      }
      cells.push(text.slice(start, at))
    }
    open = at < length && text.charCodeAt(at) === separator
    if (open) {
      at += 1
      continue
    }
    lines.push(broken ? { cells, broken: 'a quotation mark is opened and not closed' } : { cells })
    cells = []
    broken = false
    if (at < length) at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
  }
  return lines
}

/** A cell that starts with a quotation mark at `start`; null where the mark is not closed, or not where the cell ends. */
function readQuoted(text: string, start: number, separator: number): { value: string; end: number } | null {
  let value = ''
  let from = start + 1
  let close = text.indexOf('"', from)
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    value += text.slice(from, close + 1)
    from = close + 2
    close = text.indexOf('"', from)
  }
  if (close === -1) return null
  value += text.slice(from, close)
  let end = close + 1
  while (end < text.length) {
    const next = text.charCodeAt(end)
    if (next === separator || next === LF || next === CR) break
    if (next !== SPACE) return null
    end += 1
  }
  return holdsARow(value, String.fromCharCode(separator)) ? null : { value, end }
}

/** Somebody's number as a cell of its own, with another cell after it. */
const SOMEBODY = /(?:^|[,;\t])\s*[a-z](?:\d{4}[a-z]{2}|\d{6})\s*[,;\t]/i

/** Whether a cell of several lines has swallowed another row. */
function holdsARow(value: string, separator: string): boolean {
  if (!value.includes('\n') && !value.includes('\r')) return false
  const [, ...later] = value.split(/[\r\n]+/)
  return later.some((line) => line.includes(separator) && SOMEBODY.test(line))
}

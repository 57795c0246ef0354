/**
 * The `id` of a line as its digits were written, for a number that may not survive being read, such as one of twenty
 * digits. `line` must be one JSON object whose own `id`, the last where there are several, is a number. Walks the text
 * without calling itself, so no depth of nesting stops it.
 */
export function writtenId(line: string): string {
  let written = 'null'
  let depth = 0
  let isId = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '"') {
      const end = endOfString(line, at)
      if (depth === 1 && isName(line, end)) isId = JSON.parse(line.slice(at, end)) === 'id'
      at = end - 1
    } else if (sign === '{' || sign === '[') {
      depth += 1
      isId &&= depth === 1
    } else if (sign === '}' || sign === ']') {
      depth -= 1
    } else if (isId && depth === 1 && /[-\d]/.test(sign)) {
      let end = at + 1
      while (/[-+.\deE]/.test(line.charAt(end))) end += 1
      written = line.slice(at, end)
      isId = false
      at = end - 1
    }
  }
  return written
}

/** Where the string that opens at `from` is over: after its closing quote. */
function endOfString(line: string, from: number): number {
  let at = from + 1
  while (line.charAt(at) !== '"') at += line.charAt(at) === '\\' ? 2 : 1
  return at + 1
}

/** Whether the string that ended here is followed by a colon. */
function isName(line: string, end: number): boolean {
  let at = end
  while (/\s/.test(line.charAt(at))) at += 1
  return line.charAt(at) === ':'
}

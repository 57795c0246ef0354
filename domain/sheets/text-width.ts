/** Widths of Arial in thousandths of its size, by groups of characters; Liberation Sans has the same. */
const GROUPS: readonly [width: number, characters: string][] = [
  [191, "'"],
  [222, 'ijl’‘'],
  [278, ' .,:;/ftI!|'],
  [333, 'r-()`'],
  [500, 'ckssvxyzJ'],
  [556, 'abdeghnopqu0123456789L–?_#$'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'wCDHNRU'],
  [778, 'GOQ'],
  [833, 'mM'],
  [944, 'W'],
]
const WIDTHS = new Map(GROUPS.flatMap(([width, characters]) => [...characters].map((each) => [each, width])))
/** Whatever else somebody’s name may hold is taken to be as wide as it is high. */
const WIDEST = 1000
const BOLD = 1.09

export interface Words {
  text: string
  /** In points. */
  size: number
  bold?: boolean
}

/** In points. */
export function widthOf({ text, size, bold = false }: Words): number {
  let width = 0
  for (const character of text) width += WIDTHS.get(character) ?? WIDEST
  return (width / 1000) * size * (bold ? BOLD : 1)
}

/** How many lines these words take one after the other in a column of that many points; a word too long is broken. */
export function linesOf(pieces: readonly Words[], column: number): number {
  let lines = 0
  let left = 0
  for (const { text, ...look } of pieces) {
    const space = widthOf({ text: ' ', ...look })
    for (const word of text.split(/\s+/u)) {
      if (word === '') continue
      const width = widthOf({ text: word, ...look })
      if (lines > 0 && width <= left) {
        left -= width + space
        continue
      }
      const taken = Math.max(1, Math.ceil(width / column))
      lines += taken
      left = taken * column - width - space
    }
  }
  return lines
}

/** The words, or as many as `lines` hold and an ellipsis. */
export function shortened(words: Words, column: number, lines: number): string {
  if (linesOf([words], column) <= lines) return words.text
  const kept = words.text.split(/\s+/u)
  while (kept.length > 1) {
    kept.pop()
    const text = `${kept.join(' ').replace(/[.,;:]$/u, '')}…`
    if (linesOf([{ ...words, text }], column) <= lines) return text
  }
  const [word = ''] = kept
  const holds = Math.max(1, Math.floor((lines * column) / words.size) - 1)
  return `${[...word].slice(0, holds).join('')}…`
}

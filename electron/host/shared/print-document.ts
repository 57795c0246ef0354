import type { PageSetup } from '../host.ts'

const PIECES = /<span class="?(pageNumber|totalPages)"?>\s*<\/span>/g
const COUNTERS = { pageNumber: 'counter(page)', totalPages: 'counter(pages)' } as const
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
}

/** Text as a CSS string. `<` is written as an escape: the string stands in a style element, which `</style` would end. */
function quoted(markup: string): string | null {
  const text = markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
  if (text.trim() === '') return null
  return `"${text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('<', String.raw`\3C `)}"`
}

/** Header or footer markup as the value of a CSS `content`: its text, with counters where the page numbers go. */
export function cssContent(markup: string): string {
  const parts: string[] = []
  let from = 0
  for (const match of markup.matchAll(PIECES)) {
    const before = quoted(markup.slice(from, match.index))
    if (before !== null) parts.push(before)
    parts.push(COUNTERS[match[1] as keyof typeof COUNTERS])
    from = match.index + match[0].length
  }
  const rest = quoted(markup.slice(from))
  if (rest !== null) parts.push(rest)
  return parts.length === 0 ? 'none' : parts.join(' ')
}

/** A printed document is text and styles: it runs nothing, and loads nothing from the network or from disk. */
const PRINT_POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:; font-src data:">'

/**
 * The document as every host prints it: under a policy of its own, on A4, with header and footer as CSS page margin boxes,
 * which Chromium prints since version 131. One way for all hosts, because the command line of Chromium takes no header or
 * footer templates. Their markup is lost: the text and the page numbers stay.
 */
export function printDocument(html: string, { landscape, header, footer }: PageSetup): string {
  const box = 'font: 8pt Arial, sans-serif; color: #0b0c0c; white-space: pre-wrap;'
  const rules = [
    landscape ? 'size: A4 landscape;' : 'size: A4 portrait;',
    `@top-center { content: ${cssContent(header)}; ${box} }`,
    `@bottom-center { content: ${cssContent(footer)}; ${box} }`,
  ]
  return intoHead(html, PRINT_POLICY, `<style>@page { ${rules.join(' ')} }</style>`)
}

/** The policy first, so that it counts for all that follows; the rules last, so that they win over the document's own. */
function intoHead(html: string, first: string, last: string): string {
  const open = /<head(?:\s[^>]*)?>/i.exec(html)
  const end = html.search(/<\/head\s*>/i)
  if (open === null || end === -1) return `${first}${last}${html}`
  const start = open.index + open[0].length
  return `${html.slice(0, start)}${first}${html.slice(start, end)}${last}${html.slice(end)}`
}

/** HTML that is known to be safe: made by `html`, never by joining strings. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

function print(part: HtmlPart): string {
  if (part instanceof Html) return part.text
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return part.map(print).join('')
}

/** Markup with values in it. Every value is escaped but what `html` made itself; null and false print nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(markup.reduce((text, piece, at) => text + print(parts[at - 1] ?? null) + piece))
}

/** For text inside a quoted CSS string, as `content: "…"` in a style sheet. */
export function cssString(text: string): string {
  // Only what cannot end the string, the rule or the style element stays as it is.
  const safe = text.replace(
    /[^A-Za-z0-9 ,.:()–-]/g,
    (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
  )
  return `"${safe}"`
}

/**
 * What must never reach a log: identifiers, dates a birth date could hide among, e-mail addresses and the user's own folders.
 * Patterns from the identifiers' published formats: prison number A1234BC, CRN X123456, PNC 12/1234567A, CRO 123456/12A.
 */
const PATTERNS: readonly [RegExp, string][] = [
  [/\b[A-Za-z]\d{4}[A-Za-z]{2}\b/g, '[prison number]'],
  [/\b[A-Za-z]\d{6}\b/g, '[crn]'],
  [/\b(?:\d{2}|\d{4})\/\d{1,7}[A-Za-z]\b/g, '[pnc]'],
  [/\b\d{1,6}\/\d{2}[A-Za-z]\b/g, '[cro]'],
  [/\b(?:19|20|21)\d\d-\d\d-\d\d\b/g, '[date]'],
  [/\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/g, '[date]'],
  [
    /\b\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4}\b/gi,
    '[date]',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  [/([A-Za-z]:\\Users\\|\/home\/|\/Users\/)[^\\/\s"']+/g, '$1[user]'],
]

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

export interface Redactor {
  /** From now on this text is taken out wherever it stands: a folder, or a name from the record in hand. Under two characters it is ignored. */
  hide(text: string): void
  redact(text: string): string
}

/** Takes out every known pattern, and everything told to `hide`, longest first so that no part of one survives another. */
export function createRedactor(): Redactor {
  const hidden = new Set<string>()
  let names: RegExp | null = null
  return {
    hide(text) {
      const trimmed = text.trim()
      if (trimmed.length < 2 || hidden.has(trimmed)) return
      hidden.add(trimmed)
      const all = [...hidden].sort((a, b) => b.length - a.length).map(escaped)
      names = new RegExp(all.join('|'), 'giu')
    },
    redact(text) {
      let clean = names === null ? text : text.replaceAll(names, '[hidden]')
      for (const [pattern, word] of PATTERNS) clean = clean.replaceAll(pattern, word)
      return clean
    },
  }
}

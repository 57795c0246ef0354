import type { Letter } from '../../../domain/letters/compose-letter.ts'
import type { LetterBlock } from '../../../domain/letters/letter-parts.ts'
import { html, Html } from './html.ts'

/** Reading sizes in points: of print as usual, and large enough for most who cannot read that. */
export const LETTER_SIZE = { usual: 12, large: 18 } as const

const styles = (size: number) => `
@page { size: A4 portrait; margin: 16mm 20mm 15mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: ${size * 0.75}pt Arial, sans-serif; }
}
html { font: ${size}pt/1.4 Arial, 'Liberation Sans', sans-serif; color: #0b0c0c; background: #fff; }
body, h1, h2, p, ul { margin: 0; padding: 0; }
header { display: flex; justify-content: space-between; gap: 12pt; margin-bottom: ${size * 1.5}pt; }
h1 { font-size: ${size * 1.6}pt; line-height: 1.2; margin: ${size}pt 0; }
h2 { font-size: ${size * 1.2}pt; line-height: 1.25; margin: ${size}pt 0 ${size * 0.25}pt; break-after: avoid; }
p { margin-bottom: ${size * 0.5}pt; orphans: 2; widows: 2; }
ul { margin: 0 0 ${size * 0.6}pt ${size * 1.6}pt; }
li { margin-bottom: ${size * 0.3}pt; break-inside: avoid; }
.private { font-weight: bold; }
.date { white-space: nowrap; }
.signed { margin-top: ${size * 1.5}pt; break-inside: avoid; }
.line { display: inline-block; width: 60mm; border-bottom: 0.8pt solid #0b0c0c; height: ${size * 2}pt; }
`

/** The letter to the person on A4. Its title holds no name; sizes follow the print chosen. */
export function letterHtml(letter: Letter, largePrint: boolean): string {
  const { title, from, to, date, blocks, signed } = letter
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(styles(largePrint ? LETTER_SIZE.large : LETTER_SIZE.usual))}
        </style>
      </head>
      <body>
        <main>
          <header>
            <div>${from}</div>
            <div class="date">${date}</div>
          </header>
          <p><span class="private">Private:</span> ${to}</p>
          <h1>${title}</h1>
          ${blocks.map(block)}
          <div class="signed">
            <p>From</p>
            <div class="line"></div>
            <p>${signed}</p>
          </div>
        </main>
      </body>
    </html>`.text
}

function block({ kind, text, items }: LetterBlock): Html {
  if (kind === 'heading') return html`<h2>${text}</h2>`
  if (kind === 'text') return html`<p>${text}</p>`
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

import { daysOnSheet } from '../../../domain/sheets/day-words.ts'
import type { Sheet, SheetPart, SheetRow } from '../../../domain/sheets/sheet.ts'
import { html, Html } from './html.ts'
import { SHEET_PAGE, SHEET_STYLES } from './sheet-styles.ts'

/** From this many days somebody is waited for too long. */
const LONG_DAYS = 7

/** A morning sheet or a Friday close as one A4 page. The title holds no name of a person held. */
export function sheetHtml(sheet: Sheet): string {
  const { title, lead, establishment, blocks, noteLines, sign, foot } = sheet
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(SHEET_PAGE)} ${new Html(SHEET_STYLES)}
        </style>
      </head>
      <body>
        <main class="sheet">
          <div class="sheet-edge">
            <strong>OFFICIAL-SENSITIVE</strong> <span>${establishment}, Offender Management Unit</span>
          </div>
          <h1 class="sheet-title">${title}</h1>
          <p class="sheet-lead">${lead}</p>
          ${blocks.map((parts) =>
            parts.length === 1
              ? parts.map(partOf)
              : html`<div class="sheet-halves">${parts.map(partOf)}</div>`,
          )}
          ${noteLines === 0 ? null : notes(noteLines)} ${sign === '' ? null : signed(sign)}
          <div class="sheet-foot"><span>${foot}</span> <span>Page 1 of 1</span></div>
        </main>
      </body>
    </html>`.text
}

function partOf(part: SheetPart): Html {
  const { title, note, says, rows, empty, more, layout } = part
  return html`<section class="sheet-part">
    <div class="sheet-head">
      <h2>${title}</h2>
      ${note === '' ? null : html`<span class="sheet-small">${note}</span>`}
    </div>
    ${says === '' ? null : html`<p class="sheet-says">${says}</p>`}
    ${
      rows.length === 0
        ? null
        : html`<ul class="sheet-rows">
            ${rows.map((row) => html`<li class="${`sheet-row sheet-row--${layout}`}">${cells(part, row)}</li>`)}
          </ul>`
    }
    ${rows.length === 0 && more === '' ? html`<p class="sheet-empty">${empty}</p>` : null}
    ${more === '' ? null : html`<p class="sheet-more">${more}</p>`}
  </section>`
}

const box = html`<span class="sheet-box"></span>`

function cells({ layout }: SheetPart, row: SheetRow): Html[] {
  const when = html`<span class="sheet-when">${row.when}</span> `
  const aside = html`<span class="sheet-aside">${row.aside}</span> `
  switch (layout) {
    case 'first':
      return [box, main(row), aside]
    case 'meetings':
      return [when, main(row), aside, boxes(row)]
    case 'week':
      return [when, main(row), aside]
    case 'list':
      return [main(row), days(row)]
    case 'changes':
      return [main(row)]
  }
}

function main({ name, number, mark, text, was, now, second }: SheetRow): Html {
  const said = (words: string) => (words === '' ? null : html` ${words}`)
  return html`<span class="sheet-main"
    ><span class="sheet-name">${name}</span>${said(number)}${
      mark === '' ? null : html` <span class="sheet-small">${mark}</span>`
    }${said(text)}${was === '' ? null : html` <s>${was}</s>`}${said(now)}${
      second === '' ? null : html` <span class="sheet-second">${second}</span>`
    }</span
  > `
}

const boxes = ({ boxes: words }: SheetRow): Html =>
  html`<span class="sheet-boxes">${words.map((each) => html`${box} ${each} `)}</span>`

const days = ({ days: count }: SheetRow): Html =>
  html`<span class="${`sheet-days${(count ?? 0) >= LONG_DAYS ? ' sheet-days--long' : ''}`}"
    >${count === null ? null : daysOnSheet(count)}</span
  >`

const notes = (lines: number): Html =>
  html`<section class="sheet-notes">
    <div class="sheet-head"><h2>Notes</h2></div>
    ${Array.from({ length: lines }, () => html`<div class="sheet-line"></div>`)}
  </section>`

const signed = (who: string): Html =>
  html`<div class="sheet-sign"><span>${who}</span> <span>Date</span> <span>Time</span></div>`

/** One A4 page. The rules are those the window draws the same sheet with; a test holds the two to one another. */
export const SHEET_PAGE = `@page { size: A4 portrait; margin: 11mm 14mm 10mm; }
html, body { margin: 0; padding: 0; background: #fff; }
`

export const SHEET_STYLES = `.sheet { box-sizing: border-box; display: flex; flex-direction: column; width: 182mm; height: 275mm; overflow: hidden; font-family: Arial, 'Liberation Sans', sans-serif; font-size: 10.5pt; line-height: 13.5pt; color: #0b0c0c; background: #fff; overflow-wrap: anywhere; }
.sheet-edge { display: flex; justify-content: space-between; padding-bottom: 4pt; border-bottom: 0.8pt solid #0b0c0c; font-size: 9.5pt; line-height: 12pt; }
.sheet-title { margin: 6pt 0 2pt; font-size: 19pt; font-weight: bold; line-height: 22pt; }
.sheet-lead { margin: 0; font-size: 10.5pt; line-height: 13.5pt; }
.sheet-halves { display: grid; grid-template-columns: 1fr 1fr; column-gap: 20pt; }
.sheet-part { min-width: 0; }
.sheet-head { display: flex; align-items: baseline; justify-content: space-between; margin: 9pt 0 0; padding-bottom: 1.5pt; border-bottom: 1.5pt solid #0b0c0c; }
.sheet-head h2 { margin: 0; font-size: 12pt; font-weight: bold; line-height: 15pt; }
.sheet-small, .sheet-says, .sheet-more { font-size: 9pt; line-height: 11.5pt; }
.sheet-says { margin: 2pt 0; }
.sheet-more, .sheet-empty { margin: 0; padding-top: 2.5pt; }
.sheet-rows { margin: 0; padding: 0; list-style: none; }
.sheet-row { display: grid; column-gap: 8pt; align-items: start; padding: 2.5pt 0; border-bottom: 0.5pt solid #b1b4b6; }
.sheet-row--first { grid-template-columns: 10pt 1fr 180pt; }
.sheet-row--meetings { grid-template-columns: 64pt 1fr 130pt 105pt; }
.sheet-row--week { grid-template-columns: 64pt 1fr 130pt; }
.sheet-row--list { grid-template-columns: 1fr 46pt; }
.sheet-row--changes { grid-template-columns: 1fr; }
.sheet-when, .sheet-name { font-weight: bold; }
.sheet-name { color: #0b0c0c; }
.sheet-second { display: block; }
.sheet-row--changes .sheet-second { font-size: 9pt; line-height: 11.5pt; }
.sheet-aside { font-size: 9pt; line-height: 11.5pt; }
.sheet-days { text-align: right; }
.sheet-days--long { font-weight: bold; }
.sheet-boxes { text-align: right; white-space: nowrap; }
.sheet-box { display: inline-block; box-sizing: border-box; width: 9pt; height: 9pt; border: 0.8pt solid #0b0c0c; vertical-align: -1pt; }
.sheet-notes { flex: 1 1 0; min-height: 0; overflow: hidden; }
.sheet-line { height: 19pt; border-bottom: 0.5pt solid #b1b4b6; }
.sheet-sign { display: flex; gap: 14pt; margin-top: auto; padding: 18pt 0 4pt; }
.sheet-sign span { flex: 1 1 90pt; border-bottom: 0.8pt solid #0b0c0c; }
.sheet-sign span:first-child { flex-grow: 3; }
.sheet-foot { display: flex; gap: 12pt; justify-content: space-between; margin-top: 4pt; padding-top: 3pt; border-top: 0.8pt solid #0b0c0c; font-size: 8pt; line-height: 10pt; }
.sheet-foot span:last-child { white-space: nowrap; }
`

import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { READY_ITEMS, READY_WORDS } from '../../../domain/model/ready-to-go.ts'
import { formatDate, formatShortDate } from '../../../domain/text/dates.ts'
import { html, Html } from './html.ts'
import { packStyles } from './pack-styles.ts'

type ReadyPerson = OutputOf<'ready.board'>['rows'][number]

export interface PrintedBoard {
  establishment: string
  rows: readonly ReadyPerson[]
  today: CivilDate
  until: CivilDate
  /** `NOMIS 22 November 2026; Delius 20 November 2026` */
  asAt: string
}

/** The board on A4 on its side: a row a person, what is in place in words, and a line to sign. */
export function readyBoardHtml({ establishment, rows, today, until, asAt }: PrintedBoard): string {
  const title = `Ready to go, ${formatDate(today)} to ${formatDate(until)}`
  const styles = packStyles({
    topLeft: 'OFFICIAL-SENSITIVE',
    topRight: establishment,
    bottomLeft: title,
  })
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(styles)} @page {
            size: A4 landscape;
          }
          table.board {
            width: calc(100% - 1pt);
            border-collapse: collapse;
            font-size: 9pt;
            margin: 10pt 0 14pt;
          }
          table.board th,
          table.board td {
            border: 0.5pt solid #0b0c0c;
            padding: 3pt;
            text-align: left;
            vertical-align: top;
          }
          table.board tr {
            break-inside: avoid;
          }
          td.sign {
            min-width: 70pt;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Ready to go</h1>
          <p>
            Releases from ${formatDate(today)} to ${formatDate(until)}: ${rows.length}
            ${rows.length === 1 ? 'person' : 'people'}. As at ${asAt}.
          </p>
          ${rows.length === 0 ? html`<p>Nobody is released in these four weeks.</p>` : table(rows)}
          <p>Seen by ______________________________ Role ____________________ Date ____________</p>
        </main>
      </body>
    </html>`.text
}

function table(rows: readonly ReadyPerson[]): Html {
  return html`<table class="board">
    <thead>
      <tr>
        <th scope="col">Person</th>
        <th scope="col">Release</th>
        ${READY_ITEMS.map((item) => html`<th scope="col">${READY_WORDS[item]}</th>`)}
        <th scope="col">Signed, date</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">
              ${row.name}<br />${row.prisonNumber}${row.location === null ? null : html`<br />${row.location}`}
            </th>
            <td>${formatShortDate(row.release)}<br />${row.releaseType}</td>
            ${row.items.map(({ words, note }) => html`<td>${words}${note === '' ? '' : `: ${note}`}</td>`)}
            <td class="sign"></td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

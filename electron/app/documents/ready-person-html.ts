import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, Html } from './html.ts'
import { packStyles } from './pack-styles.ts'

type ReadyPerson = OutputOf<'ready.board'>['rows'][number]

export interface PrintedPerson {
  establishment: string
  person: ReadyPerson
  today: CivilDate
  /** `NOMIS 22 November 2026; Delius 20 November 2026` */
  asAt: string
}

/** What is in place for one release on an A4 page: each item in words, who said so, and lines to sign. */
export function readyPersonHtml({ establishment, person, today, asAt }: PrintedPerson): string {
  const title = `Ready to go: ${person.name}, ${person.prisonNumber}`
  const styles = packStyles({
    topLeft: 'OFFICIAL-SENSITIVE',
    topRight: establishment,
    bottomLeft: `${title}. Printed ${formatDate(today)}`,
  })
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(styles)} table.ready {
            width: calc(100% - 1pt);
            border-collapse: collapse;
            margin: 10pt 0 16pt;
          }
          table.ready th,
          table.ready td {
            border: 0.5pt solid #0b0c0c;
            padding: 5pt;
            text-align: left;
            vertical-align: top;
          }
          table.ready tr {
            break-inside: avoid;
          }
          td.sign {
            width: 90pt;
          }
          p.sign {
            margin-top: 14pt;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Ready to go</h1>
          <p>
            <strong>${person.name}</strong>,
            ${person.prisonNumber}${person.location === null ? null : html`, ${person.location}`}
          </p>
          <p>
            ${person.releaseType} on ${formatDate(person.release)}. POM: ${person.pom ?? 'not allocated'}. As
            at ${asAt}.
          </p>
          <table class="ready">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">In place</th>
                <th scope="col">Said by</th>
                <th scope="col">Checked, initials</th>
              </tr>
            </thead>
            <tbody>
              ${person.items.map(
                ({ title: what, words, note, by, at, fromFacts }) =>
                  html`<tr>
                    <th scope="row">${what}</th>
                    <td>${words}${note === '' ? '' : `: ${note}`}</td>
                    <td>${saidBy(by, at, fromFacts)}</td>
                    <td class="sign"></td>
                  </tr>`,
              )}
            </tbody>
          </table>
          ${['POM', 'Pre-release team', 'Reception or discharge officer'].map(
            (role) =>
              html`<p class="sign">
                ${role}: ______________________________ Date ____________ Time ________
              </p>`,
          )}
        </main>
      </body>
    </html>`.text
}

function saidBy(by: string | null, at: string | null, fromFacts: boolean): string {
  if (fromFacts) return 'The facts'
  if (by === null || at === null) return ''
  return `${by}, ${formatDate(at.slice(0, 10) as CivilDate)}`
}

import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import {
  AUTOMATIC_NAMES,
  AUTOMATIC_QUESTIONS,
  DISCRETIONARY_NAMES,
  DISCRETIONARY_QUESTIONS,
  OUTCOME_WORDS,
  type EarlyAllocationAssessment,
} from '../../../domain/early-allocation/assessment.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, Html } from './html.ts'
import { packStyles } from './pack-styles.ts'

/** What the printed assessment says of whom. */
export interface PrintedAssessment {
  name: string
  prisonNumber: string
  crn: string | null
  establishment: string
  pom: string | null
  assessedBy: string
  assessment: EarlyAllocationAssessment
  printedOn: CivilDate
}

const yesNo = (answer: boolean | null) => (answer === null ? 'Not asked' : answer ? 'Yes' : 'No')
const row = (label: string, value: string) =>
  html`<tr>
    <th scope="row">${label}</th>
    <td class="value">${value}</td>
  </tr>`

/** One early allocation assessment on paper, with the marking and page numbers on every page. The title holds no name. */
export function earlyAllocationHtml(printed: PrintedAssessment): string {
  const { assessment, name, prisonNumber, crn, establishment, pom, assessedBy, printedOn } = printed
  const title = `Early allocation assessment ${prisonNumber}, ${formatDate(assessment.assessedOn)}`
  const styles = packStyles({
    topLeft: 'OFFICIAL-SENSITIVE',
    topRight: establishment,
    bottomLeft: `${title}. Printed ${formatDate(printedOn)}`,
  })
  const { discretionary } = assessment
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(styles)}
        </style>
      </head>
      <body>
        <main>
          <h1>Early allocation assessment</h1>
          <p class="who"><strong>${name}</strong></p>
          <p class="ids">${prisonNumber}${crn === null ? '' : `, CRN ${crn}`}</p>
          ${
            assessment.insideWindow
              ? null
              : html`<p class="draft">
                  Made before the 18 months: to be done again once they begin. Not to be sent.
                </p>`
          }
          <p class="answer">Outcome <strong>${OUTCOME_WORDS[assessment.outcome]}</strong></p>
          <h2>The assessment</h2>
          <table class="facts narrow">
            <tbody>
              ${row('Assessed on', formatDate(assessment.assessedOn))} ${row('Assessed by', assessedBy)}
              ${row('POM', pom ?? 'Not allocated')}
              ${row('OASys risk assessment of', formatDate(assessment.oasysDate))}
            </tbody>
          </table>
          <h2>Any of these decides it</h2>
          <table class="facts narrow">
            <tbody>
              ${AUTOMATIC_NAMES.map((each) =>
                row(AUTOMATIC_QUESTIONS[each], yesNo(assessment.automatic[each])),
              )}
            </tbody>
          </table>
          <h2>Any of these asks the community to decide</h2>
          <table class="facts narrow">
            <tbody>
              ${DISCRETIONARY_NAMES.map((each) =>
                row(DISCRETIONARY_QUESTIONS[each], yesNo(discretionary?.[each] ?? null)),
              )}
              ${
                assessment.releaseWithin24Months === null
                  ? null
                  : row('Release due within 24 months?', yesNo(assessment.releaseWithin24Months))
              }
              ${assessment.otherReason === '' ? null : row('The other reason', assessment.otherReason)}
            </tbody>
          </table>
          ${communityPart(assessment)}
        </main>
      </body>
    </html> `
  return page.text
}

function communityPart({ outcome, community }: EarlyAllocationAssessment): Html | null {
  if (outcome !== 'discretionary') return null
  return html`<h2>The community’s decision</h2>
    <table class="facts narrow">
      <tbody>
        ${row('Decision', community === null ? 'Not yet recorded' : community.accepted ? 'Accepted' : 'Declined')}
        ${community === null ? null : row('Decided on', formatDate(community.decidedOn))}
        ${community === null ? null : row('Decided by', community.by)}
      </tbody>
    </table>`
}

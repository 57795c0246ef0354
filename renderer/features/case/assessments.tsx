import type { OutputOf } from '../../../domain/contract/index.ts'
import { OUTCOME_WORDS } from '../../../domain/early-allocation/assessment.ts'
import { useCommand } from '../../api/use-command.ts'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate } from '../../components/text/show-date.ts'

export type Assessment = OutputOf<'decisions.show'>['earlyAllocation']['assessments'][number]

/** Every assessment of this case, newest first, each to be printed; a decision is asked for only where one is awaited. */
export function Assessments(props: {
  personId: string
  assessments: readonly Assessment[]
  mayAct: boolean
  /** The id of the button that asks for a decision. */
  decideId: (id: string) => string
  onDecide: (id: string) => void
  onSaved: (words: string) => void
}) {
  const { personId, assessments, mayAct, decideId, onDecide, onSaved } = props
  const print = useCommand('assessment.export')
  if (assessments.length === 0) return null
  async function save(assessmentId: string) {
    const saved = await print.run({ personId, assessmentId })
    if (saved?.saved === true) onSaved(`Saved ${saved.file ?? 'the assessment'}.`)
  }
  return (
    <>
      {print.error !== null && <ErrorSummary errors={[{ message: print.error.message }]} />}
      <ScrollPane label="Early allocation assessments">
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">Early allocation assessments, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Assessed</th>
              <th scope="col">Outcome</th>
              <th scope="col">The community</th>
              <th scope="col">
                <span className="govuk-visually-hidden">Do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {assessments.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {showDate(each.assessedOn)}
                  <span className="desk-second">
                    By {each.by}; OASys of {showDate(each.oasysDate)}
                  </span>
                </th>
                <td>
                  {OUTCOME_WORDS[each.outcome]}
                  {!each.insideWindow && <span className="desk-second">Made before the 18 months</span>}
                </td>
                <td>{communityWords(each)}</td>
                <td className="desk-casetable__action">
                  {mayAct && each.awaitsDecision && (
                    <button
                      type="button"
                      className="desk-link-button"
                      id={decideId(each.id)}
                      onClick={() => onDecide(each.id)}
                    >
                      Record decision
                    </button>
                  )}{' '}
                  {mayAct && (
                    <button type="button" className="desk-link-button" onClick={() => void save(each.id)}>
                      Save as PDF
                      <span className="govuk-visually-hidden">, assessed {showDate(each.assessedOn)}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </>
  )
}

function communityWords({ community, awaitsDecision }: Assessment): string {
  if (community === null) return awaitsDecision ? 'Decision awaited' : ''
  return `${community.accepted ? 'Accepted' : 'Declined'} ${showDate(community.decidedOn)}, ${community.by}`
}

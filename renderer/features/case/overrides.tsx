import type { OutputOf } from '../../../domain/contract/index.ts'
import { OVERRIDE_REASON_WORDS } from '../../../domain/model/responsibility-override.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'

export type Override = OutputOf<'decisions.show'>['overrides'][number]

const STATES = {
  in_force: { text: 'In force', tone: 'planned' },
  coming: { text: 'Coming', tone: 'unknown' },
  over: { text: 'Over', tone: 'fact' },
} as const

/** Every override ever recorded of this case, newest first. */
export function Overrides(props: {
  overrides: readonly Override[]
  /** The id of the button that ends one. */
  endId: (id: string) => string
  onEnd: ((id: string) => void) | null
}) {
  const { overrides, endId, onEnd } = props
  if (overrides.length === 0) return <p>Responsibility was never overridden.</p>
  return (
    <ScrollPane label="Overrides of responsibility">
      <table className="desk-casetable">
        <caption className="govuk-visually-hidden">Overrides of responsibility, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Override</th>
            <th scope="col">When</th>
            <th scope="col">Agreed by</th>
            <th scope="col">Why</th>
            <th scope="col">
              <span className="govuk-visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overrides.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {each.to === 'com' ? 'COM responsible' : 'POM responsible'} <Tag {...STATES[each.state]} />
              </th>
              <td>{each.says}</td>
              <td>
                {each.agreedByPrison} (prison) and {each.agreedByProbation} (probation),{' '}
                {showDate(each.agreedOn)}
                <span className="desk-second">{each.document ?? 'On local instruction: no document'}</span>
              </td>
              <td>
                {sentence(OVERRIDE_REASON_WORDS[each.reason])}
                {each.note !== '' && <span className="desk-second desk-note">{each.note}</span>}
                {each.ended !== null && (
                  <span className="desk-second">Ended because: {each.ended.because}</span>
                )}
                <span className="desk-second">
                  Recorded by {each.by}, {showMoment(each.at)}
                </span>
              </td>
              <td className="desk-casetable__action">
                {onEnd !== null && each.state !== 'over' && (
                  <button
                    type="button"
                    className="desk-link-button"
                    id={endId(each.id)}
                    onClick={() => onEnd(each.id)}
                  >
                    End it
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

import '../allocation/allocation.scss'
import { ErrorMessage, Hint } from '../../components/form/field.tsx'
import { RowChoice } from '../../components/form/row-choice.tsx'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const HALVES = ['morning', 'afternoon']

export const FULL_TIME: readonly boolean[] = Array.from({ length: 10 }, () => true)

/** Which half days somebody works: ten boxes, Monday morning first. */
export function HalfDays(props: {
  id: string
  value: readonly boolean[]
  onChange: (value: boolean[]) => void
  error?: string | undefined
}) {
  const { id, value, onChange, error } = props
  const worked = value.filter(Boolean).length
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={`${id}-hint`}>
        <legend className="govuk-fieldset__legend">Working pattern</legend>
        <Hint id={id}>Half days worked in an ordinary week. {worked} of 10 chosen.</Hint>
        {error && <ErrorMessage id={id}>{error}</ErrorMessage>}
        <table className="desk-halfdays">
          <caption className="govuk-visually-hidden">Half days worked</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="govuk-visually-hidden">Half of the day</span>
              </th>
              {DAYS.map((day) => (
                <th scope="col" key={day}>
                  {day.slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {HALVES.map((half, late) => (
              <tr key={half}>
                <th scope="row">{half === 'morning' ? 'Morning' : 'Afternoon'}</th>
                {DAYS.map((day, at) => {
                  const place = at * 2 + late
                  const inputId = place === 0 ? id : `${id}-${place + 1}`
                  return (
                    <td key={day}>
                      <RowChoice
                        kind="checkboxes"
                        id={inputId}
                        name={id}
                        checked={value[place] === true}
                        onTurn={() => onChange(value.map((works, each) => (each === place ? !works : works)))}
                        label={
                          <span className="govuk-visually-hidden">
                            {day} {half}
                          </span>
                        }
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" className="desk-link-button" onClick={() => onChange([...FULL_TIME])}>
          Full time
        </button>
      </fieldset>
    </div>
  )
}

import { useEffect, useRef, type KeyboardEvent } from 'react'
import { NO_STEP, type TypedStep } from './record-form.ts'

interface StepsFieldProps {
  id: string
  steps: readonly TypedStep[]
  people: readonly string[]
  /** The mistake at a field such as `0.by`. */
  errorAt: (field: string) => string | undefined
  onChange: (steps: TypedStep[]) => void
}

/** Next steps, one a line: what, who, by when. Enter in a line adds another. */
export function StepsField({ id, steps, people, errorAt, onChange }: StepsFieldProps) {
  const shown = steps.length === 0 ? [NO_STEP] : steps
  const body = useRef<HTMLTableSectionElement>(null)
  const adding = useRef(false)
  useEffect(() => {
    if (!adding.current) return
    adding.current = false
    body.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus()
  })
  const set = (at: number, part: Partial<TypedStep>) =>
    onChange(shown.map((step, index) => (index === at ? { ...step, ...part } : step)))
  const add = () => {
    adding.current = true
    onChange([...shown, { ...NO_STEP }])
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    add()
  }
  const wrong = (field: string) =>
    errorAt(field) === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` }
  return (
    <>
      <table className="desk-agreed">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((step, at) => (
            // A line has no name of its own, and lines never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                <input
                  className="govuk-input"
                  id={`${id}-${at}-what`}
                  aria-label={`Next step ${at + 1}: what`}
                  autoComplete="off"
                  value={step.what}
                  onChange={(event) => set(at, { what: event.target.value })}
                  onKeyDown={onKey}
                  {...wrong(`${at}.what`)}
                />
              </td>
              <td>
                <select
                  className="govuk-select"
                  id={`${id}-${at}-owner`}
                  aria-label={`Next step ${at + 1}: who`}
                  value={step.owner}
                  onChange={(event) => set(at, { owner: event.target.value })}
                  {...wrong(`${at}.owner`)}
                >
                  <option value="">Choose</option>
                  {[...new Set([...people, ...(step.owner === '' ? [] : [step.owner])])].map((name) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <input
                  className="govuk-input"
                  id={`${id}-${at}-by`}
                  aria-label={`Next step ${at + 1}: by`}
                  placeholder=""
                  autoComplete="off"
                  value={step.by}
                  onChange={(event) => set(at, { by: event.target.value })}
                  onKeyDown={onKey}
                  {...wrong(`${at}.by`)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className="desk-second">
        Enter adds a line; a day like 4 12 2026. An empty line counts for nothing.{' '}
        <button type="button" className="desk-link-button" onClick={add}>
          Add a line
        </button>
      </span>
    </>
  )
}

import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import type { Previewed } from './use-import.ts'

type Asked = Previewed['asked'][number]

/** What the list says otherwise than what was typed here: each is kept as typed until somebody chooses the list. */
export function AskedValues({
  asked,
  taken,
  onChoose,
}: {
  asked: readonly Asked[]
  taken: ReadonlySet<string>
  onChoose: (key: string, take: boolean) => void
}) {
  if (asked.length === 0) return null
  return (
    <Section
      id="import-asked"
      title={`Typed here ${asked.length}`}
      note="kept unless you take what the list says"
    >
      <ScrollPane label="Typed here">
        <table className="desk-changes">
          <caption className="govuk-visually-hidden">
            {asked.length} {asked.length === 1 ? 'value' : 'values'} typed here that the list says otherwise
          </caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Person</th>
              <th scope="col">Field</th>
              <th scope="col">Which is right?</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((one) => (
              <tr key={one.key}>
                <td className="desk-quiet">{one.row}</td>
                <th scope="row">
                  <span className="desk-changes__name">{one.name}</span>{' '}
                  <span className="desk-second desk-second--inline">{one.prisonNumber}</span>
                </th>
                <td>{one.field}</td>
                <td>
                  <Choice one={one} isTaken={taken.has(one.key)} onChoose={onChoose} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function Choice({
  one,
  isTaken,
  onChoose,
}: {
  one: Asked
  isTaken: boolean
  onChoose: (key: string, take: boolean) => void
}) {
  const options = [
    { take: false, words: `${one.ours}, typed by ${one.by}` },
    { take: true, words: `${one.listed}, as the list says` },
  ]
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-visually-hidden">
        {one.field} of {one.name}
      </legend>
      <div className="govuk-radios govuk-radios--small" data-module="govuk-radios">
        {options.map(({ take, words }) => {
          const id = `asked-${one.file}-${one.row}-${one.field.replaceAll(/\W+/gu, '-')}-${take ? 'list' : 'ours'}`
          return (
            <div className="govuk-radios__item" key={id}>
              <input
                className="govuk-radios__input"
                id={id}
                type="radio"
                name={one.key}
                checked={isTaken === take}
                onChange={() => onChoose(one.key, take)}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>
                {words}
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

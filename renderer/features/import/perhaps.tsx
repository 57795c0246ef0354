import { Section } from '../../components/layout/section.tsx'
import { RowChoice } from '../../components/form/row-choice.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import type { Previewed, Same } from './use-import.ts'

type Row = Previewed['perhaps'][number]

/** Rows no number places, with those here of the same surname and birth date. Left out unless somebody says who they are. */
export function PerhapsTheSame({
  rows,
  same,
  onSay,
}: {
  rows: readonly Row[]
  same: Same
  onSay: (same: Same) => void
}) {
  if (rows.length === 0) return null
  const say = ({ token, row }: Row, prisonNumber: string | null) => {
    const others = same.filter((each) => each.token !== token || each.row !== row)
    onSay(prisonNumber === null ? others : [...others, { token, row, prisonNumber }])
  }
  return (
    <Section
      id="import-perhaps"
      title={`Perhaps the same person ${rows.length}`}
      note="no number places these rows; each is left out unless you say whose it is"
    >
      <ScrollPane label="Perhaps the same person">
        <table className="desk-changes">
          <caption className="govuk-visually-hidden">
            {rows.length} {rows.length === 1 ? 'row' : 'rows'} without a number anybody here has
          </caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">The row says</th>
              <th scope="col">Who is it?</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.token} ${one.row}`}>
                <td className="desk-quiet">{one.row}</td>
                <th scope="row">
                  <span className="desk-changes__name">{one.name}</span>{' '}
                  <span className="desk-second desk-second--inline">born {one.born}</span>
                </th>
                <td>
                  <Choices one={one} onSay={(number) => say(one, number)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function Choices({ one, onSay }: { one: Row; onSay: (prisonNumber: string | null) => void }) {
  const id = `perhaps-${one.file}-${one.row}`
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-visually-hidden">
        Who is {one.name}, row {one.row}?
      </legend>
      <RowChoice
        kind="radios"
        id={`${id}-none`}
        name={id}
        checked={one.said === null}
        onTurn={() => onSay(null)}
        label="Nobody here: leave the row out"
      />
      {one.candidates.map(({ name, prisonNumber, crn }) => (
        <RowChoice
          key={prisonNumber}
          kind="radios"
          id={`${id}-${prisonNumber}`}
          name={id}
          checked={one.said === prisonNumber}
          onTurn={() => onSay(prisonNumber)}
          label={`${name}, ${prisonNumber}${crn === null ? ', no CRN yet' : `, CRN ${crn}`}`}
        />
      ))}
    </fieldset>
  )
}

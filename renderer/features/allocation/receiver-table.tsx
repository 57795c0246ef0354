import { STAFF_KIND_WORDS } from '../../../domain/allocation/recommend-pom.ts'
import type { Pom } from './pom-table.tsx'
import { Select } from '../../components/form/inputs.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showTableDate } from '../../components/text/show-date.ts'
import { NOBODY, recommendedWords, riskWords, type Row } from './to-hand-over.ts'

/** Case by case: who is proposed, and a choice to change it. */
export function ReceiverTable(props: {
  rows: readonly Row[]
  poms: readonly Pom[]
  idOf: (key: string) => string
  errorAt: (key: string) => string | undefined
  onChange: (key: string, receiver: string) => void
}) {
  const { rows, poms, idOf, errorAt, onChange } = props
  const isMixed = rows.some(({ role }) => role === 'co_pom')
  const choices = poms.map(
    ({ staffId, name, kind }) => [staffId, `${name}, ${STAFF_KIND_WORDS[kind]}`] as const,
  )
  return (
    <ScrollPane label="Who gets which case">
      <table className="desk-casetable desk-handover__who">
        <caption className="govuk-visually-hidden">Who gets which case</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {isMixed && <th scope="col">Held as</th>}
            <th scope="col">Tier · RoSH</th>
            <th scope="col">Handover</th>
            <th scope="col">Recommended</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name} <span className="desk-quiet">{row.prisonNumber}</span>
              </th>
              {isMixed && <td>{row.role === 'pom' ? 'POM' : 'Co-working POM'}</td>}
              <td className="desk-nowrap">{riskWords(row)}</td>
              <td className="desk-nowrap">{row.handover && showTableDate(row.handover)}</td>
              <td>
                {recommendedWords(row)} {row.against && <Tag text="Reason needed" tone="close" />}
              </td>
              <td className="desk-handover__to">
                <Select
                  id={idOf(row.key)}
                  label={
                    <span className="govuk-visually-hidden">
                      {row.role === 'pom' ? 'POM' : 'Co-working POM'} for {row.name}
                    </span>
                  }
                  options={[
                    ...(row.receiver === '' ? [['', 'Choose a POM'] as const] : []),
                    ...choices,
                    ...(row.role === 'co_pom' ? [[NOBODY, 'Nobody: end co-working'] as const] : []),
                  ]}
                  value={row.receiver}
                  onChange={(event) => onChange(row.key, event.target.value)}
                  error={errorAt(row.key)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

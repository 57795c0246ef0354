import { Section } from '../../components/layout/section.tsx'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showShortDate } from '../../components/text/show-date.ts'

type Pack = OutputOf<'pack.show'>
type PackSection = Pack['sections'][number]
type PackValue = PackSection['values'][number]

/** Section by section, in the order and words it prints. */
export function PackSections({ pack }: { pack: Pack }) {
  return (
    <>
      <h2 className="desk-pack__title">{pack.title}</h2>
      {pack.sections.map((section) => (
        <PackPart
          section={section}
          gaps={pack.gaps.filter((gap) => gap.section === section.key)}
          key={section.key}
        />
      ))}
    </>
  )
}

function PackPart({ section, gaps }: { section: PackSection; gaps: Pack['gaps'] }) {
  const told = new Set(section.values.filter((value) => value.value === null).map((value) => value.key))
  const others = gaps.filter((gap) => !told.has(gap.key))
  return (
    <Section
      id={`pack-${section.key}`}
      className="desk-pack__section"
      title={section.title}
      note={section.oasysRefs.length > 0 ? `OASys ${section.oasysRefs.join(', ')}` : undefined}
    >
      {section.values.length > 0 && (
        <dl className="desk-pack__values">
          {section.values.map((value) => (
            <Value value={value} gap={gaps.find((gap) => gap.key === value.key)?.message} key={value.key} />
          ))}
        </dl>
      )}
      {section.table !== null && <PackTable title={section.title} table={section.table} />}
      {others.length > 0 && (
        <ul className="desk-pack__gaps" aria-label={`Gaps in ${section.title}`}>
          {others.map((gap) => (
            <li key={`${gap.key}${gap.message}`}>
              <span className="desk-gap">Gap</span> {gap.message}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Value({ value, gap }: { value: PackValue; gap: string | undefined }) {
  return (
    <div className={value.value === null ? 'desk-pack__row desk-pack__row--gap' : 'desk-pack__row'}>
      <dt>{value.label}</dt>
      {value.value === null ? (
        <dd>
          <span className="desk-gap">Gap</span> {gap ?? 'Not recorded'}
        </dd>
      ) : (
        <dd className="desk-pack__value">{value.value}</dd>
      )}
      <dd className="desk-pack__source">{sourceOf(value)}</dd>
    </div>
  )
}

function sourceOf(value: PackValue): string {
  if (value.source === null) return ''
  return value.asOf === null ? value.source : `${value.source}, ${showShortDate(value.asOf)}`
}

function PackTable({ title, table }: { title: string; table: NonNullable<PackSection['table']> }) {
  if (table.rows.length === 0) return <p className="desk-quiet">Nothing to list.</p>
  return (
    <ScrollPane label={title}>
      <table className="desk-pack__table">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.headings.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a printed table have no other identity
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={table.headings[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

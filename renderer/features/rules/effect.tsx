import { useEffect, useRef } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showDate } from '../../components/text/show-date.ts'
import { WasNow } from '../../components/text/was-now.tsx'

type Effect = OutputOf<'rules.previewItem'>
type Row = Effect['rows'][number]

/** What recording it would do, before it is recorded: counts, then who, worst first. The focus goes to it. */
export function EffectShown({ effect, also }: { effect: Effect; also?: string }) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { cases, changed, counts, rows, on } = effect
  return (
    <Section title="What it would do" note="nothing is saved yet">
      <p ref={heading} tabIndex={-1} className="desk-rules__finding">
        {changed === 0
          ? `Nothing would change for the ${cases} cases held, as of ${showDate(on)}.`
          : `${changed} of ${cases} cases would change, as of ${showDate(on)}.`}{' '}
        {also}
      </p>
      {counts.length > 0 && (
        <ul className="desk-rules__counts">
          {counts.map(({ label, count }) => (
            <li key={label}>
              <strong>{count}</strong> {label}
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <Table
          name="rules:effect"
          caption={`Who would change${changed > rows.length ? `: the first ${rows.length} of ${changed}, worst first` : ', worst first'}`}
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.personId}
        />
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} />,
  },
  { key: 'change', head: 'Would change', cell: (row) => <WasNow was={row.was} now={row.now} /> },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
  {
    key: 'tags',
    head: <span className="govuk-visually-hidden">What to know</span>,
    cell: (row) => <Tags tags={row.tags} />,
  },
]

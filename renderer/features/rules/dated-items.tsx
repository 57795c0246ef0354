import { useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortSource } from '../../components/text/short-source.ts'

type Item = OutputOf<'rules.show'>['items'][number]

const KINDS = {
  meeting: 'Meeting',
  review: 'Review',
  assessment: 'Assessment',
  referral: 'Referral',
  document: 'Document',
} as const

const found = (item: Item, words: readonly string[]) => {
  const text = `${item.name} ${item.owner} ${KINDS[item.kind]} ${item.when} ${item.id}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** All dated work any source gives, on or off, with why, to be found by a word. */
export function DatedItems({ items }: { items: readonly Item[] }) {
  const [find, setFind] = useState('')
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean)
  const shown = items.filter((item) => found(item, words))
  return (
    <Section
      title="All dated work"
      note={`${items.filter(({ on }) => on).length} of ${items.length} are on here`}
    >
      <TextInput
        id="find-item"
        label="Find by a word"
        type="search"
        className="govuk-input--width-20"
        autoComplete="off"
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      {shown.length === 0 ? (
        <p>Nothing is found for “{find}”.</p>
      ) : (
        <Table
          name="rules:items"
          caption={`${shown.length} of ${items.length} items of dated work`}
          captionHidden
          columns={COLUMNS}
          rows={shown}
          rowKey={(item) => item.id}
        />
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<Item>[] = [
  {
    key: 'name',
    head: 'What',
    rowHead: true,
    cell: (item) => (
      <>
        <Link to={`/rules/item/${item.id}`}>{item.name}</Link>
        <span className="desk-second">{KINDS[item.kind]}</span>
      </>
    ),
  },
  {
    key: 'when',
    head: 'When',
    cell: (item) => (
      <>
        {item.when}
        {item.conditions.length > 0 && <span className="desk-second">if {item.conditions.join('; ')}</span>}
      </>
    ),
  },
  { key: 'owner', head: 'Owner', cell: (item) => item.owner },
  {
    key: 'here',
    head: 'Here',
    cell: (item) => (
      <>
        <Tag text={item.on ? 'On' : 'Off'} tone={item.on ? 'planned' : 'fact'} />
        {item.local.some(({ inForce }) => inForce) && <Tag text="Done a local way" tone="changed" />}
        {!item.on && <span className="desk-second">{item.offReason}</span>}
      </>
    ),
  },
  {
    key: 'source',
    head: 'Source',
    cell: (item) => (
      <>
        {shortSource(item.source)}
        <span className="desk-second">{item.confidence} confidence</span>
      </>
    ),
  },
]

import '../../styles/pieces.scss'
import './rules.scss'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate, showMoment } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import { EffectShown } from './effect.tsx'
import { PlaceAndDay, regionOf } from './place-and-day.tsx'
import { NO_TYPED_PROOF, ProofFields, readProof } from './proof-fields.tsx'

type Rules = OutputOf<'rules.show'>
type Item = Rules['items'][number]
type Way = Pick<InputOf<'rules.previewItem'>, 'on' | 'owner' | 'offset'>
type Offset = NonNullable<Way['offset']>

const idOf = (field: string) => `item-${field}`
const ON = [
  { value: 'source', label: 'As the source says' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
]
const COUNTS = [
  { field: 'months', label: 'Months', most: 60 },
  { field: 'weeks', label: 'Weeks', most: 260 },
  { field: 'days', label: 'Days', most: 366 },
  { field: 'workingDays', label: 'Working days (alone)', most: 60 },
] as const
type CountField = (typeof COUNTS)[number]['field']
const NO_COUNTS: Readonly<Record<CountField, string>> = { months: '', weeks: '', days: '', workingDays: '' }
const DIRECTIONS = [
  { value: 'before', label: 'Before' },
  { value: 'after', label: 'After' },
]

/** One dated item: what its source says, how it is done here, and another way of doing it from a day. */
export default function ItemPage() {
  const { itemId = '' } = useParams()
  const { data, error } = useQuery('rules.show', {})
  const may = useHasRole('head_of_omu')
  const item = data?.items.find(({ id }) => id === itemId)
  return (
    <Page
      name="rule-item"
      title={item?.name ?? 'Dated work'}
      heading={item?.name ?? 'Dated work'}
      ready={data !== undefined}
      error={error}
    >
      {data && !item && <p>There is no such item of dated work.</p>}
      {data && item && (
        <>
          <SourceSays item={item} />
          <DoneHere item={item} establishment={data.establishment} />
          {may && item.canBeLocal && <ItemForm rules={data} item={item} key={item.id} />}
        </>
      )}
    </Page>
  )
}

function SourceSays({ item }: { item: Item }) {
  return (
    <dl className="desk-pairs">
      <div>
        <dt>Due</dt>
        <dd>{item.when}</dd>
      </div>
      <div>
        <dt>For</dt>
        <dd>{item.conditions.length === 0 ? 'Every case' : item.conditions.join('; ')}</dd>
      </div>
      <div>
        <dt>Owner</dt>
        <dd>{item.owner}</dd>
      </div>
      <div>
        <dt>Source</dt>
        <dd>
          {item.source} ({item.confidence} confidence)
        </dd>
      </div>
      <div>
        <dt>Here</dt>
        <dd>{item.on ? 'On' : `Off. ${item.offReason}`}</dd>
      </div>
    </dl>
  )
}

function DoneHere({ item, establishment }: { item: Item; establishment: string }) {
  if (item.local.length === 0) return null
  return (
    <Section title="How it is done here">
      <ul className="desk-latest">
        {item.local.map((way) => (
          <li key={way.at}>
            <strong>{way.region ?? establishment}</strong> from {showDate(way.from)}: {way.says}
            {way.inForce && ' (in force)'}
            <span className="desk-second">
              {way.proof}. Recorded by {way.by}, {showMoment(way.at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function readOffset(
  read: FormReader,
  typed: Readonly<Record<CountField, string>>,
  direction: string,
): Offset | null {
  if (COUNTS.every(({ field }) => typed[field].trim() === '')) return null
  const offset: Offset = {
    months: 0,
    weeks: 0,
    days: 0,
    workingDays: 0,
    direction: direction === 'after' ? 'after' : 'before',
  }
  for (const { field, label, most } of COUNTS) {
    const text = typed[field].trim()
    if (text === '') continue
    if (!/^\d{1,3}$/.test(text) || Number(text) > most)
      read.refuse(field, `${label} must be a whole number from 0 to ${most}`)
    else offset[field] = Number(text)
  }
  if (offset.workingDays > 0 && offset.months + offset.weeks + offset.days > 0)
    read.refuse('workingDays', 'Count in working days alone, or in months, weeks and days')
  return offset
}

function ItemForm({ rules, item }: { rules: Rules; item: Item }) {
  const [region, setRegion] = useState('')
  const [from, setFrom] = useState(typedFrom(rules.today))
  const [on, setOn] = useState('source')
  const [owner, setOwner] = useState('')
  const [counts, setCounts] = useState(NO_COUNTS)
  const [direction, setDirection] = useState('before')
  const [proof, setProof] = useState(NO_TYPED_PROOF)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [effect, setEffect] = useState<OutputOf<'rules.previewItem'> | null>(null)
  const preview = useCommand('rules.previewItem')
  const record = useCommand('rules.overrideItem')
  const announce = useUi((ui) => ui.announce)
  const navigate = useNavigate()
  const failure = record.error ?? preview.error
  const at = (field: string) => messageAt(mistakes, failure, field)
  const partOf = (field: string) => mistakes[field]?.part
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setEffect(null)
      set(value)
    }

  function chosen() {
    preview.clear()
    record.clear()
    const read = new FormReader()
    const day = read.date('from', from, 'the first day')
    const offset = readOffset(read, counts, direction)
    const way: Way = {
      on: on === 'source' ? null : on === 'on',
      owner: owner.trim() === '' ? null : owner.trim(),
      offset,
    }
    return { read, what: { item: item.id, region: regionOf(region), from: day ?? '', ...way } }
  }

  async function show() {
    const { read, what } = chosen()
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const shown = await preview.run(what)
    if (shown !== undefined) setEffect(shown)
  }

  /** What was refused may have been that the caseload has changed: what is shown and typed stays, brought up to date. */
  async function showAgain(what: Parameters<typeof preview.run>[0]) {
    const shown = await preview.run(what)
    if (shown !== undefined) setEffect(shown)
  }

  async function save() {
    const { read, what } = chosen()
    const said = readProof(read, proof)
    setMistakes(read.mistakes)
    if (!read.isSound || said === null || effect === null) return
    const done = await record.run({ ...what, proof: said, revision: effect.revision })
    if (done === undefined) {
      await showAgain(what)
      return
    }
    announce('Recorded.')
    void navigate('/rules')
  }

  return (
    <Section title="Do it another way">
      <form
        className="desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void (effect === null ? show() : save())
        }}
      >
        <ErrorSummary errors={summaryOf(mistakes, idOf, failure)} />
        <p>Leave all as the source says to end an earlier local way from the day you give.</p>
        <PlaceAndDay
          establishment={rules.establishment}
          regions={rules.regions}
          region={region}
          onRegion={changing(setRegion)}
          from={from}
          onFrom={changing(setFrom)}
          idOf={idOf}
          at={at}
          partOf={partOf}
        />
        <Radios
          id={idOf('on')}
          label="On or off?"
          inline
          choices={ON}
          value={on}
          onChoose={changing(setOn)}
        />
        <TextInput
          id={idOf('owner')}
          label="Owner (optional)"
          hint={`The source says: ${item.owner}.`}
          value={owner}
          maxLength={100}
          onChange={(event) => changing(setOwner)(event.target.value)}
          error={at('owner')}
        />
        <fieldset className="govuk-fieldset desk-rules__offset">
          <legend className="govuk-fieldset__legend">How far off? (optional)</legend>
          <p className="govuk-hint">The source says: {item.when}.</p>
          {COUNTS.map(({ field, label }) => (
            <TextInput
              key={field}
              id={idOf(field)}
              label={label}
              className="govuk-input--width-3"
              inputMode="numeric"
              value={counts[field]}
              onChange={(event) => changing(setCounts)({ ...counts, [field]: event.target.value })}
              error={at(field)}
            />
          ))}
          <Radios
            id={idOf('direction')}
            label="Before or after?"
            inline
            small
            choices={DIRECTIONS}
            value={direction}
            onChoose={changing(setDirection)}
          />
        </fieldset>
        {effect === null ? (
          <Button type="submit">{preview.running ? 'Working it out…' : 'Show what it would do'}</Button>
        ) : (
          <>
            <EffectShown effect={effect} />
            <ProofFields typed={proof} onChange={setProof} idOf={idOf} at={at} partOf={partOf} />
            <Button type="submit">{record.running ? 'Recording…' : 'Record it'}</Button>
          </>
        )}
      </form>
    </Section>
  )
}

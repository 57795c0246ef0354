import { useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { casePath, type PartProps } from './case-file.ts'
import { RecallForm } from './recall-form.tsx'
import { useFocusedHeading } from './record-task.tsx'
import { SentenceForm } from './sentence-form.tsx'
import { Categories, Moves, Recalls, Sentences } from './sentence-tables.tsx'

export type Records = OutputOf<'records.show'>
export type SentenceRecord = Records['sentences'][number]
export type RecallRecord = Records['recalls'][number]

type Kind = 'sentence' | 'recall'
type Opened = { kind: Kind; what: 'new' } | { kind: Kind; what: 'change' | 'back'; subject: string }

const openerId = (opened: Opened): string =>
  opened.what === 'new' ? `${opened.kind}-new` : `${opened.kind}-${opened.what}-${opened.subject}`

/** Sentences and recalls as records, the categories there were, and where the person has been. */
export function SentencePart({ file }: PartProps) {
  const { personId } = file
  const { data, error } = useQuery('records.show', { personId })
  const [open, setOpen] = useState<Opened | null>(null)
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const may = useHasRole('head_of_omu', 'pom', 'case_administrator')
  if (data === undefined)
    return error === null ? null : <ErrorSummary errors={[{ message: error.message }]} />
  const finish = (words: string) => {
    setOpen(null)
    setOutcome(words)
  }
  const cancel = () => {
    if (open !== null) goBackTo(openerId(open))
    finish('')
  }
  const subject = open === null || open.what === 'new' ? null : open.subject
  const sentence = data.sentences.find((each) => each.subject === subject) ?? null
  const recall = data.recalls.find((each) => each.subject === subject) ?? null
  const form = { file, onDone: finish, onCancel: cancel }
  if (open?.what === 'back')
    return (
      <TakeBack
        kind={open.kind}
        record={open.kind === 'sentence' ? sentence : recall}
        personId={personId}
        onDone={finish}
        onCancel={cancel}
      />
    )
  if (open?.kind === 'sentence')
    return <SentenceForm {...form} sentence={sentence} others={data.sentences} key={subject} />
  if (open?.kind === 'recall') return <RecallForm {...form} recall={recall} key={subject} />

  const opener = (kind: Kind) =>
    may
      ? {
          idOf: (what: 'change' | 'back', of: string) => openerId({ kind, what, subject: of }),
          open: (what: 'change' | 'back', of: string) => setOpen({ kind, what, subject: of }),
        }
      : null
  const add = (kind: Kind, label: string) =>
    may && (
      <p>
        <Button kind="secondary" id={`${kind}-new`} onPress={() => setOpen({ kind, what: 'new' })}>
          {label}
        </Button>
      </p>
    )
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      <Section title="Sentences">
        <Sentences sentences={data.sentences} opener={opener('sentence')} />
        <p className="desk-second">
          Release dates come from NOMIS and stand under <Link to={casePath(personId, 'facts')}>Facts</Link>:
          none is worked out from a term.
        </p>
        {add('sentence', 'Record a sentence')}
      </Section>
      <Section title="Recalls">
        <Recalls recalls={data.recalls} opener={opener('recall')} />
        {add('recall', 'Record a recall')}
      </Section>
      <Section title="Security categories">
        <Categories categories={data.categories} />
      </Section>
      <Section title="Arrivals and departures" action={<Link to="/movements">Confirm a movement</Link>}>
        <Moves movements={data.movements} />
      </Section>
    </div>
  )
}

/** Taking a wrong record back, said plainly before it happens. */
function TakeBack(props: {
  kind: Kind
  record: SentenceRecord | RecallRecord | null
  personId: string
  onDone: (words: string) => void
  onCancel: () => void
}) {
  const { kind, record, personId, onDone, onCancel } = props
  const command = useCommand('records.takeBack')
  const heading = useFocusedHeading()
  const name = kind === 'sentence' ? 'The sentence' : 'The recall'
  async function takeBack() {
    if (record === null) return
    const { subject, recordId } = record
    const done = await command.run({ personId, kind, subject, seen: recordId })
    if (done !== undefined) onDone(`${name} was taken back.`)
  }
  return (
    <div className="desk-case desk-form">
      {command.error !== null && <ErrorSummary errors={[{ message: command.error.message }]} />}
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {name}: take back the record
      </h2>
      <WarningText>{record?.words ?? name} will no longer be on the case.</WarningText>
      <p>The record stays in the timeline, with who took it back and when.</p>
      <div className="desk-actions">
        <Button kind="warning" onPress={() => void takeBack()}>
          Take back
        </Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  )
}

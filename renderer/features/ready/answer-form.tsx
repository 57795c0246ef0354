import { useState, type FormEvent } from 'react'
import { READY_STATE_WORDS, READY_STATES, type ReadyState } from '../../../domain/model/ready-to-go.ts'
import { midSentence } from '../../../domain/text/status-tags.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showMoment } from '../../components/text/show-date.ts'
import { TONES, type ReadyCell, type ReadyRow } from './ready-page.tsx'

/** What is in place for one person: each item answered in place, or shown to those who only read. */
export function ReadyItems({ person, onDone }: { person: ReadyRow; onDone: (words: string) => void }) {
  const mayAnswer = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  if (mayAnswer) return <AnswerForm key={keyOf(person)} person={person} onDone={onDone} />
  return (
    <>
      {person.items.map((cell) => (
        <Section title={cell.title} key={cell.item}>
          <Answered cell={cell} />
        </Section>
      ))}
      <PrintOne personId={person.personId} onDone={onDone} />
    </>
  )
}

/** One person's page of it on A4, with lines to sign. */
function PrintOne({ personId, onDone }: { personId: string; onDone: (words: string) => void }) {
  const mayPrint = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  const print = useCommand('ready.printPerson')
  async function save() {
    const done = await print.run({ personId })
    if (done !== undefined) onDone(done.saved ? `Saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  if (!mayPrint) return null
  return (
    <>
      {print.error !== null && <ErrorSummary errors={[{ message: print.error.message }]} />}
      <p>
        <Button kind="secondary" onPress={() => void save()}>
          {print.running ? 'Making the PDF…' : 'This person on A4 with sign-off'}
        </Button>
      </p>
    </>
  )
}

/** Another answer on the record is another form: what is shown is what is known. */
const keyOf = ({ items }: ReadyRow) => items.map(({ state, note }) => `${state} ${note}`).join('|')

function Answered({ cell }: { cell: ReadyCell }) {
  return (
    <p>
      <Tag text={cell.words} tone={TONES[cell.state]} /> {cell.note}
      <span className="desk-second">
        {cell.fromFacts
          ? 'As the facts say'
          : cell.by === null
            ? ''
            : `${cell.by}, ${showMoment(cell.at ?? '')}`}
      </span>
    </p>
  )
}

type Typed = Record<string, { state: string; note: string }>

function AnswerForm({ person, onDone }: { person: ReadyRow; onDone: (words: string) => void }) {
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(
      person.items.map(({ item, state, note, fromFacts }) => [item, { state, note: fromFacts ? '' : note }]),
    ),
  )
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('ready.answer')
  const changed = person.items.filter(({ item, state, note, fromFacts }) => {
    const now = typed[item]
    return now !== undefined && (now.state !== state || now.note !== (fromFacts ? '' : note))
  })

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const wrong: Record<string, string> = {}
    for (const { item, title } of changed)
      if (typed[item]?.state === 'no' && typed[item].note.trim() === '')
        wrong[`ready-${item}-note`] = `${title}: say what is missing, or what is being done`
    setMistakes(wrong)
    if (Object.keys(wrong).length > 0 || changed.length === 0) return
    const done = await command.run({
      personId: person.personId,
      answers: changed.map(({ item }) => {
        const { state = 'open', note = '' } = typed[item] ?? {}
        return { item, state: state === 'open' ? null : (state as ReadyState), note }
      }),
    })
    if (done !== undefined)
      onDone(changed.length === 1 ? '1 answer was saved.' : `${changed.length} answers were saved.`)
  }

  const errors = Object.entries(mistakes).map(([field, message]) => ({ message, field }))
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary
        errors={command.error === null ? errors : [...errors, { message: command.error.message }]}
      />
      <div className="desk-ready-items">
        {person.items.map((cell) => (
          <section className="desk-box" key={cell.item} aria-label={cell.title}>
            <Radios
              id={`ready-${cell.item}`}
              label={cell.title}
              small
              inline
              value={typed[cell.item]?.state ?? 'open'}
              onChoose={(state) =>
                setTyped({ ...typed, [cell.item]: { state, note: typed[cell.item]?.note ?? '' } })
              }
              choices={[...READY_STATES, 'open' as const].map((value) => ({
                value,
                label: READY_STATE_WORDS[value],
              }))}
            />
            <TextInput
              id={`ready-${cell.item}-note`}
              label={`Note on ${midSentence(cell.title)}`}
              value={typed[cell.item]?.note ?? ''}
              maxLength={500}
              onChange={(event) =>
                setTyped({
                  ...typed,
                  [cell.item]: { state: typed[cell.item]?.state ?? 'open', note: event.target.value },
                })
              }
              error={mistakes[`ready-${cell.item}-note`]}
            />
            <p className="desk-second">
              {cell.fromFacts
                ? `As the facts say: ${cell.note}`
                : cell.by === null
                  ? 'Nobody has answered yet'
                  : `Answered by ${cell.by}, ${showMoment(cell.at ?? '')}`}
            </p>
          </section>
        ))}
      </div>
      <div className="desk-actions">
        <Button type="submit">{command.running ? 'Saving…' : `Save ${changed.length} changed`}</Button>
      </div>
      {changed.length === 0 ? (
        <PrintOne personId={person.personId} onDone={onDone} />
      ) : (
        <p className="desk-second">Save before printing: what is not saved is not on the page.</p>
      )}
    </form>
  )
}

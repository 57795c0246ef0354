import { useState, type FormEvent } from 'react'
import { LADDER_LIMITS, ladderMistakes } from '../../../domain/chases/ladder.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { Section } from '../../components/layout/section.tsx'
import { leftWords } from './long-text.tsx'
import type { Ladder } from './ladder-page.tsx'

interface Typed {
  /** The same step in every drawing, whichever place it has. */
  id: number
  days: string
  who: string
  copy: string
}

/** The steps, typed: days, whom to ask, who is sent a copy. Remembers what stood when it was opened. */
export function LadderForm({ ladder, onDone }: { ladder: Ladder; onDone: (words: string) => void }) {
  const [steps, setSteps] = useState<Typed[]>(() =>
    ladder.rungs.map(({ days, who, copy }, id) => ({ id, days: String(days), who, copy })),
  )
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('chases.saveLadder')
  const change = (at: number, part: Partial<Typed>) =>
    setSteps(steps.map((step, place) => (place === at ? Object.assign({}, step, part) : step)))
  const errors = [
    ...Object.entries({ ...wrong, ...command.error?.fields }).map(([field, message]) => ({ field, message })),
    ...(command.error !== null && command.error.fields === undefined
      ? [{ message: command.error.message }]
      : []),
  ]
  const at = (field: string) => wrong[field] ?? command.error?.fields?.[field]

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const rungs = steps.map(({ days, who, copy }) => ({
      days: /^\s*\d{1,3}\s*$/.test(days) ? Number(days) : 0,
      who: who.trim(),
      copy: copy.trim(),
    }))
    const mistakes = ladderMistakes(rungs)
    setWrong(mistakes)
    if (Object.keys(mistakes).length > 0) return
    const done = await command.run({ rungs, seen: ladder.seen })
    if (done !== undefined) onDone('The ladder was saved. What is due today is counted by it.')
  }

  return (
    <Section title="Steps">
      <form onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        {steps.map((step, place) => (
          <fieldset className="govuk-fieldset desk-step" key={step.id}>
            <legend className="govuk-visually-hidden">Step {place + 1}</legend>
            <TextInput
              id={`rung-${place + 1}-days`}
              label={`Step ${place + 1}, days after`}
              className="govuk-input--width-3"
              inputMode="numeric"
              value={step.days}
              onChange={(event) => change(place, { days: event.target.value })}
              error={at(`rung-${place + 1}-days`)}
            />
            <TextInput
              id={`rung-${place + 1}-who`}
              label="Whom to ask"
              hint={leftWords(step.who, LADDER_LIMITS.words)}
              value={step.who}
              onChange={(event) => change(place, { who: event.target.value })}
              error={at(`rung-${place + 1}-who`)}
            />
            <TextInput
              id={`rung-${place + 1}-copy`}
              label="Copy to (optional)"
              hint={leftWords(step.copy, LADDER_LIMITS.words)}
              value={step.copy}
              onChange={(event) => change(place, { copy: event.target.value })}
              error={at(`rung-${place + 1}-copy`)}
            />
            {steps.length > 1 && (
              <button
                type="button"
                className="desk-link-button"
                onClick={() => setSteps(steps.filter((_, other) => other !== place))}
              >
                Remove <span className="govuk-visually-hidden">step {place + 1}</span>
              </button>
            )}
          </fieldset>
        ))}
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Save the ladder'}</Button>
          {steps.length < LADDER_LIMITS.rungs && (
            <Button
              kind="secondary"
              onPress={() =>
                setSteps([
                  ...steps,
                  { id: Math.max(...steps.map(({ id }) => id)) + 1, days: '', who: '', copy: '' },
                ])
              }
            >
              Add a step
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}

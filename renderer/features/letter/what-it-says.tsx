import { Checkboxes } from '../../components/form/choices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { Choices, LetterShown, Task } from './letter-page.tsx'

/** What may be said besides, each only where somebody ticks it, and how large it is printed. */
export function WhatItSays(props: {
  shown: LetterShown
  choices: Choices
  onChange: (choices: Choices) => void
}) {
  const { shown, choices, onChange } = props
  const { booked, release } = shown
  const offered = [
    ...booked.map(({ task, words }) => ({ value: task as string, label: `The day of a meeting: ${words}` })),
    ...(release === null
      ? []
      : [{ value: 'release', label: `The confirmed release date, ${showDate(release)}` }]),
    { value: 'large', label: 'Large print (18 point)' },
  ]
  const ticked = [
    ...choices.withDay,
    ...(choices.release ? ['release'] : []),
    ...(choices.largePrint ? ['large'] : []),
  ]
  return (
    <Section title="What it says">
      <Checkboxes
        id="letter-says"
        label="Say these too"
        hint="A letter may be seen by others in the cell."
        small
        choices={offered}
        values={ticked}
        onChange={(values) =>
          onChange({
            withDay: booked.map(({ task }) => task).filter((task: Task) => values.includes(task)),
            release: values.includes('release'),
            largePrint: values.includes('large'),
          })
        }
      />
    </Section>
  )
}

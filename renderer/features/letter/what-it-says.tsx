import { Checkboxes } from '../../components/form/choices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { Choices, LetterShown } from './letter-page.tsx'

const RELEASE = 'release'
const LARGE = 'large'

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
      : [{ value: RELEASE, label: `The confirmed release date, ${showDate(release)}` }]),
  ]
  return (
    <Section title="What it says">
      {offered.length > 0 && (
        <Checkboxes
          id="letter-says"
          label="Say these too"
          hint="A letter may be seen by others in the cell."
          small
          choices={offered}
          values={[...choices.withDay, ...(choices.release ? [RELEASE] : [])]}
          onChange={(values) =>
            onChange({
              ...choices,
              withDay: booked.map(({ task }) => task).filter((task) => values.includes(task)),
              release: values.includes(RELEASE),
            })
          }
        />
      )}
      <Checkboxes
        id="letter-print"
        label="How it is printed"
        small
        choices={[{ value: LARGE, label: 'Large print (18 point)' }]}
        values={choices.largePrint ? [LARGE] : []}
        onChange={(values) => onChange({ ...choices, largePrint: values.includes(LARGE) })}
      />
    </Section>
  )
}

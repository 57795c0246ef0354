import {
  OVERRIDDEN_WHYS,
  OVERRIDDEN_WORDS,
  type OverriddenWhy,
} from '../../../domain/allocation/allocation.ts'
import { Radios } from '../../components/form/choices.tsx'
import { TextArea } from '../../components/form/inputs.tsx'

export interface OverriddenTyped {
  why: string | null
  note: string
}

export const NOT_OVERRIDDEN: OverriddenTyped = { why: null, note: '' }

const CHOICES = OVERRIDDEN_WHYS.map((value) => ({ value, label: OVERRIDDEN_WORDS[value] }))

/** Why somebody of another kind than the recommended is chosen. */
export function OverriddenFields(props: {
  idOf: (field: string) => string
  label: string
  hint: string
  typed: OverriddenTyped
  onChange: (typed: OverriddenTyped) => void
  errorAt: (field: string) => string | undefined
}) {
  const { idOf, label, hint, typed, onChange, errorAt } = props
  return (
    <>
      <Radios
        id={idOf('why')}
        label={label}
        hint={hint}
        small
        choices={CHOICES}
        value={typed.why}
        onChoose={(why) => onChange({ ...typed, why })}
        error={errorAt('why')}
      />
      <TextArea
        id={idOf('note')}
        label="The reason in a few words"
        hint="Needed where they are not suitable, or for another reason. It stays on the record: never victim or health details."
        rows={2}
        maxLength={300}
        value={typed.note}
        onChange={(event) => onChange({ ...typed, note: event.target.value })}
        error={errorAt('note')}
      />
    </>
  )
}

/** As the app takes it; null while no reason is chosen. */
export const overriddenOf = ({ why, note }: OverriddenTyped) =>
  why === null ? null : { why: why as OverriddenWhy, note }

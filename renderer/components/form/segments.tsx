/** One of two or three, as joined buttons. The chosen one is pressed. */
export function Segments<V extends string>(props: {
  label: string
  value: V
  choices: readonly (readonly [V, string])[]
  onChoose: (value: V) => void
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out beside a heading
    <div className="desk-segments" role="group" aria-label={props.label}>
      {props.choices.map(([value, words]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

import { TextArea } from '../../components/form/inputs.tsx'
import type { FieldProps } from '../../components/form/field.tsx'

const number = new Intl.NumberFormat('en-GB')
const characters = (count: number) => `${number.format(count)} ${count === 1 ? 'character' : 'characters'}`

/** What is wrong with a text that is too long, in words; undefined where nothing is. All that was typed stays in its field. */
export function tooLong(name: string, text: string, most: number): string | undefined {
  const { length } = text.trim()
  return length > most
    ? `${name} must be ${characters(most)} or fewer: it has ${number.format(length)}`
    : undefined
}

/** Said at a short field once too much is in it; undefined until then. */
export function leftWords(text: string, most: number): string | undefined {
  const over = text.trim().length - most
  return over > 0 ? `${characters(over)} too many` : undefined
}

/** Several lines of text that keep whatever is typed or pasted, and say how much more may be. */
export function LongText(
  props: FieldProps & { most: number; rows: number; value: string; onChange: (text: string) => void },
) {
  const { most, value, onChange, ...field } = props
  return (
    <div className="desk-long-text">
      <TextArea {...field} value={value} onChange={(event) => onChange(event.target.value)} />
      <output className="govuk-hint" htmlFor={field.id}>
        {leftWords(value, most) ?? `${characters(most - value.trim().length)} left`}
      </output>
    </div>
  )
}

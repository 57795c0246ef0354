/** A time of day as `14:30`, from `2pm`, `14`, `1430` or `14.30`. Empty where it is none. */
export function readTime(text: string): string {
  const found = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?\s*$/i.exec(text)
  if (found === null) return ''
  const half = found[3]?.toLowerCase()
  const hour = Number(found[1])
  if (half !== undefined && (hour < 1 || hour > 12)) return ''
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  const minutes = Number(found[2] ?? '0')
  if (of24 > 23 || minutes > 59) return ''
  return `${String(of24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

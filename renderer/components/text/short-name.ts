/** `Amy Thornber` as `A Thornber`, where a column has no room for more. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/u)
  return rest.length === 0 ? first : `${first.charAt(0)} ${rest.join(' ')}`
}

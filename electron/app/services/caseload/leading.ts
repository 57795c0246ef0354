/**
 * The first few of many in an order, as sorting them all and taking the first would give them: what a page that shows fifty of ten
 * thousand needs. `many` stays as it is; items that tie keep their order.
 */
export function leading<T>(many: readonly T[], few: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = []
  if (few < 1) return first
  for (const item of many) {
    const last = first[first.length - 1]
    if (first.length === few && last !== undefined && compare(item, last) >= 0) continue
    let low = 0
    let high = first.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(item, first[middle] as T) < 0) high = middle
      else low = middle + 1
    }
    first.splice(low, 0, item)
    if (first.length > few) first.pop()
  }
  return first
}

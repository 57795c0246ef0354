/** How many slips a word of this length is forgiven: none in short words, where every letter makes another name. */
export function slipsForgiven(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

const rows: [Int32Array, Int32Array, Int32Array] = [
  new Int32Array(64),
  new Int32Array(64),
  new Int32Array(64),
]

/**
 * How many slips lie between what was typed and a word: a letter left out, put in, changed, or two exchanged (optimal string
 * alignment). Stops at `most` and answers `most + 1` for anything further. Words up to 63 letters; longer ones are too far.
 */
export function slipsBetween(typed: string, word: string, most: number): number {
  const [m, n] = [typed.length, word.length]
  if (m > 63 || n > 63 || Math.abs(m - n) > most) return most + 1
  let [before, last, now] = rows
  for (let j = 0; j <= n; j += 1) last[j] = j
  for (let i = 1; i <= m; i += 1) {
    now[0] = i
    let least = i
    for (let j = 1; j <= n; j += 1) {
      const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1)
      let slips = Math.min(
        (last[j] as number) + 1,
        (now[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      )
      const exchanged =
        i > 1 &&
        j > 1 &&
        typed.charCodeAt(i - 1) === word.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      if (exchanged) slips = Math.min(slips, (before[j - 2] as number) + 1)
      now[j] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    ;[before, last, now] = [last, now, before]
  }
  return Math.min(last[n] as number, most + 1)
}

/** The same against the beginning of a longer word, for what is still being typed. */
export function slipsToBeginning(typed: string, word: string, most: number): number {
  let best = slipsBetween(typed, word, most)
  for (let length = typed.length - most; length <= typed.length + most; length += 1) {
    if (length < 1 || length >= word.length || best === 0) continue
    best = Math.min(best, slipsBetween(typed, word.slice(0, length), most))
  }
  return best
}

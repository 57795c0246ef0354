import { dayInLondon } from './london-day.ts'
import type { Instant } from './types.ts'

export interface KeptCopy {
  path: string
  at: Instant
}

const TODAY = 3
const DAYS = 14
const MONTHS = 12
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Which copies may go. Kept are the newest three of today, the newest of each of the last 14 days, and the newest of each
 * of the last 12 months that have one; a copy from the future (a clock set back) is kept. Days are London's.
 */
export function copiesToRemove(copies: readonly KeptCopy[], now: Date): KeptCopy[] {
  const today = dayInLondon(now)
  const oldestDay = dayInLondon(new Date(now.getTime() - DAYS * DAY_MS))
  const kept = new Set<KeptCopy>()
  const days = new Set<string>()
  const months = new Set<string>()
  let fromToday = 0
  for (const copy of [...copies].sort((a, b) => (a.at < b.at ? 1 : -1))) {
    const day = dayInLondon(new Date(copy.at))
    const month = day.slice(0, 7)
    if (day > today) kept.add(copy)
    if (day === today && fromToday < TODAY) {
      fromToday += 1
      kept.add(copy)
    }
    if (day > oldestDay && !days.has(day)) kept.add(copy)
    if (!months.has(month) && months.size < MONTHS) kept.add(copy)
    days.add(day)
    months.add(month)
  }
  return copies.filter((copy) => !kept.has(copy))
}

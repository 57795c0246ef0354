import type { ComparedCase } from '../planning/compare-plans.ts'
import type { ComparisonTotals } from '../planning/comparison-totals.ts'
import { countDays } from './status-tags.ts'

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`)

/** `about a month`, `about 2 weeks`, `3 days`: how far a typical case moves. */
export function roughly(days: number): string {
  if (days < 11) return countDays(days)
  if (days < 25) return `about ${Math.round(days / 7)} weeks`
  const months = Math.max(1, Math.round(days / 30.4))
  return months === 1 ? 'about a month' : `about ${months} months`
}

/** The middle of the moves that go this way and are not past at once. */
function typical(
  compared: readonly ComparedCase[],
  move: 'earlier' | 'later',
): { days: number; count: number } {
  const days = compared
    .filter((one) => one.move === move && !one.pastAtOnce)
    .map((one) => Math.abs(one.days ?? 0))
    .sort((x, y) => x - y)
  return { days: days[Math.floor(days.length / 2)] ?? 0, count: days.length }
}

/**
 * The one sentence a comparison comes to, as its chart is headed: `24 cases would be past handover at once; most others
 * come about a month sooner`.
 */
export function findingOf(compared: readonly ComparedCase[], totals: ComparisonTotals): string {
  const { moves, pastAtOnce } = totals
  const dated = compared.filter(({ days, pastAtOnce }) => days !== null && !pastAtOnce).length
  const sooner = typical(compared, 'earlier')
  const later = typical(compared, 'later')
  const most = sooner.count >= later.count ? sooner : later
  const way = most === sooner ? 'sooner' : 'later'
  if (pastAtOnce > 0) {
    const first = `${cases(pastAtOnce)} would be past handover at once`
    if (most.count === 0) return `${first}; no other date moves`
    const who =
      most.count * 2 > dated
        ? 'most others come'
        : `${most.count} of the others ${most.count === 1 ? 'comes' : 'come'}`
    return `${first}; ${who} ${roughly(most.days)} ${way}`
  }
  if (most.count > 0) {
    return `${cases(most.count)} would be handed over ${way}, by ${roughly(most.days)} as a rule; none would be past handover at once`
  }
  const others = moves.gains + moves.loses
  return others === 0
    ? 'No handover date would move'
    : `No handover date would move; ${cases(others)} would gain or lose one`
}

import { daysBetween } from '../dates/arithmetic.ts'
import { formatDate } from '../text/dates.ts'
import type { PackGap } from './pack.ts'
import type { PackInput } from './pack-input.ts'
import { KEY_DATE_FIELDS, movesOf } from './provenance.ts'
import { FRESH_DAYS, sourcesOf } from './sections/cover.ts'
import { printedLabel } from './section-values.ts'

/** What a reader must know before relying on the pack, worst first: what the plan says aloud, then what is old. */
export function warningsOf(input: PackInput): PackGap[] {
  return [...flagged(input), ...staleOasys(input), ...staleSources(input)]
}

function flagged(input: PackInput): PackGap[] {
  return input.flags.map(({ code, says }) => ({ section: '1', key: code, message: says }))
}

/** An OASys finished before a key date moved was written for other dates. */
function staleOasys(input: PackInput): PackGap[] {
  const completed = input.record.oasys_date
  if (!completed) return []
  const later = movesOf(input.history, KEY_DATE_FIELDS).findLast(({ on }) => on > completed)
  if (later === undefined) return []
  return [
    {
      section: '9',
      key: 'oasys_date',
      message: `The last OASys, of ${formatDate(completed)}, is older than the change of ${printedLabel(later.field)} on ${formatDate(later.on)}. Check that it still holds.`,
    },
  ]
}

function staleSources(input: PackInput): PackGap[] {
  return sourcesOf(input).flatMap(({ source, asAt }) => {
    if (asAt === null) return []
    const days = daysBetween(asAt, input.today)
    if (days <= FRESH_DAYS) return []
    return [
      {
        section: '0',
        key: `source.${source}`,
        message: `What comes from ${source} is as at ${formatDate(asAt)}, ${days} days before this pack was built.`,
      },
    ]
  })
}
